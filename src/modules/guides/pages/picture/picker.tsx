import type { VNode } from 'preact';
import { Form, Link } from '../../../../ui/index.ts';
import { areaIn, cornerText, pickName, pickWidths, shownHeight } from '../../studio/picture/pick.ts';
import type { Area } from '../../media/picture/area.ts';
import type { PictureView } from './picture-page.tsx';

const percent = (value: number): string => `${value}%`;

const boxOf = ({ x, y, width, height }: Area) => ({
  x: percent(x),
  y: percent(y),
  width: percent(width),
  height: percent(height),
});

/** What is marked already, with its number, and above it what is being chosen. */
function Overlay({ view }: { readonly view: PictureView }): VNode {
  const { marks, corner } = view;
  const area = areaIn(view.typed);
  return (
    <svg class="guides-marks guides-pick-marks" aria-hidden="true" focusable="false">
      {marks.map((mark, index) => (
        <g key={mark.id}>
          <rect class="guides-mark-under" {...boxOf(mark.area)} />
          <rect class="guides-mark" {...boxOf(mark.area)} />
          <svg x={percent(mark.area.x)} y={percent(mark.area.y)} class="guides-mark-number">
            <rect width="22" height="22" />
            <text x="11" y="16" text-anchor="middle">
              {index + 1}
            </text>
          </svg>
        </g>
      ))}
      {corner === null ? null : (
        <circle class="guides-corner" cx={percent(corner[0])} cy={percent(corner[1])} r="6" />
      )}
      <g class="guides-chosen" data-chosen={area === null ? 'none' : 'area'}>
        <rect class="guides-chosen-under" {...boxOf(area ?? { x: 0, y: 0, width: 0, height: 0 })} />
        <rect class="guides-chosen-line" {...boxOf(area ?? { x: 0, y: 0, width: 0, height: 0 })} />
      </g>
    </svg>
  );
}

/**
 * The picture to click in. A click sends where it was in pixels as shown, so the picture is shown at widths that are
 * known, one of which fits the screen. By keyboard the same is said by the fields below it.
 */
export function Picker({ view }: { readonly view: PictureView }): VNode {
  const { words, corner, size } = view;
  return (
    <div id="valj" class="guides-pick-part">
      <p>
        {words.pickHow}{' '}
        <span data-with-script hidden>
          {words.drag}
        </span>
      </p>
      {corner === null ? null : (
        <p role="status">
          {words.firstCorner} <Link to={`${view.action}?element=${view.block}#valj`}>{words.again}</Link>
        </p>
      )}
      <Form
        action={view.action}
        method="get"
        hidden={{ element: view.block, ...(corner === null ? {} : { horn: cornerText(corner) }) }}
        class="guides-pick"
      >
        {pickWidths.map((width) => (
          <input
            key={width}
            type="image"
            name={pickName(width)}
            src={view.source}
            alt={words.pickAlt(view.alt)}
            width={width}
            height={shownHeight(width, size)}
            tabindex={-1}
            data-width={width}
          />
        ))}
        <Overlay view={view} />
      </Form>
    </div>
  );
}
