import type { VNode } from 'preact';
import { Details, Icon, Link } from '../../../../../ui/index.ts';
import type { FileBlock, FilmBlock, Highlight, PictureBlock } from '../../../definition/index.ts';
import type { Rendering } from './rendering.ts';
import { Text } from './said.tsx';

/** A picture with its places to look at drawn over it; what they are stands under it, by number. */
export function Picture({ block, on }: { readonly block: PictureBlock; readonly on: Rendering }): VNode {
  const labels = block.highlights.filter(({ label }) => label !== null);
  // Taken along, the picture is as large as it gets.
  const opens = on.instead === undefined && (block.size?.width ?? 0) > 600;
  return (
    <figure class="guides-figure">
      <div class="guides-picture">
        <img
          src={on.media(block.media)}
          alt={on.say(block.alt).text}
          lang={on.say(block.alt).lang}
          width={block.size?.width}
          height={block.size?.height}
          loading={on.instead === undefined ? 'lazy' : 'eager'}
          decoding="async"
        />
        {block.highlights.length === 0 ? null : (
          <svg class="guides-marks" aria-hidden="true" focusable="false">
            {block.highlights.map((mark, index) => (
              <Mark key={mark.id} mark={mark} number={index + 1} />
            ))}
          </svg>
        )}
      </div>
      {block.caption === null && block.verdict === null && labels.length === 0 && !opens ? null : (
        <figcaption>
          <Caption block={block} on={on} />
          {labels.length === 0 ? null : (
            <ol class="guides-mark-list">
              {block.highlights.map((mark) => (
                <li key={mark.id} id={mark.id}>
                  {mark.label === null ? '' : on.say(mark.label).text}
                </li>
              ))}
            </ol>
          )}
          {opens ? (
            <p class="k-meta">
              <Link to={on.media(block.media)}>{on.words.block.larger}</Link>
            </p>
          ) : null}
        </figcaption>
      )}
    </figure>
  );
}

function Caption({ block, on }: { readonly block: PictureBlock; readonly on: Rendering }): VNode | null {
  const caption = block.caption === null ? null : on.say(block.caption);
  if (block.verdict === null) return caption === null ? null : <p lang={caption.lang}>{caption.text}</p>;
  const word = on.words.block.verdict[block.verdict];
  return (
    <p class="guides-verdict" data-verdict={block.verdict}>
      <Icon name={block.verdict === 'right' ? 'tick' : 'cross'} />
      <span>
        {caption === null ? word : <span class="k-hidden">{word}: </span>}
        {caption === null ? null : <span lang={caption.lang}>{caption.text}</span>}
      </span>
    </p>
  );
}

const percent = (value: number): string => `${value}%`;

function Mark({ mark, number }: { readonly mark: Highlight; readonly number: number }): VNode {
  const [x, y] = [percent(mark.x), percent(mark.y)];
  const box = { x, y, width: percent(mark.width), height: percent(mark.height) };
  return (
    <g>
      <rect class="guides-mark-under" {...box} />
      <rect class="guides-mark" {...box} />
      <svg x={x} y={y} class="guides-mark-number">
        <rect width="22" height="22" />
        <text x="11" y="16" text-anchor="middle">
          {number}
        </text>
      </svg>
    </g>
  );
}

/** A film with captions, and everything that is said in it as text. */
export function Film({ block, on }: { readonly block: FilmBlock; readonly on: Rendering }): VNode {
  const title = on.say(block.title);
  return (
    <figure class="guides-figure">
      <video
        class="guides-film"
        controls
        preload="metadata"
        src={on.media(block.media)}
        aria-label={title.text}
      >
        {Object.entries(block.captions).map(([language, hash], index) => (
          <track
            key={language}
            kind="captions"
            src={on.media(hash)}
            srclang={language}
            label={on.words.block.captions[language] ?? language}
            default={index === 0}
          />
        ))}
      </video>
      <figcaption>
        <p lang={title.lang}>{title.text}</p>
        {block.transcript === null ? null : (
          <Details summary={on.words.block.transcript}>
            <Text said={on.say(block.transcript)} />
          </Details>
        )}
      </figcaption>
    </figure>
  );
}

export function FileLink({ block, on }: { readonly block: FileBlock; readonly on: Rendering }): VNode {
  const title = on.say(block.title);
  return (
    <p class="k-serif">
      <Link to={on.media(block.media)} download>
        {title.text}
      </Link>{' '}
      <span class="k-meta">{block.name}</span>
    </p>
  );
}
