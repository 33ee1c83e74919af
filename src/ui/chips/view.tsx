import type { VNode } from 'preact';
import { Icon } from '../icon/view.tsx';
import { Link } from '../link/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type ChipOption = { readonly title: string; readonly to: string; readonly current?: boolean };

/**
 * A filter says its present value. `clear` is the address without it (then it is chosen, with a
 * cross); `options` open below.
 */
export type Chip = {
  readonly id: string;
  readonly title: string;
  readonly clear?: string;
  readonly options?: readonly ChipOption[];
};

export type ChipsProps = {
  readonly chips: readonly Chip[];
  /** "1–25 av 143" */
  readonly count?: string;
  readonly label?: string;
};

/** One row of filters above a list; the address is the filter. */
export function Chips(props: ChipsProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  return (
    <div class="k-chips" role="group" aria-label={props.label ?? words.filters}>
      {props.chips.map((chip) =>
        chip.clear === undefined ? (
          <details key={chip.id} class="k-chip-menu" name="k-chips">
            <summary class="k-chip">{chip.title}</summary>
            <ul class="k-menu">
              {(chip.options ?? []).map((option) => (
                <li key={option.to}>
                  <Link to={option.to} {...(option.current === true ? { current: 'true' as const } : {})}>
                    {option.title}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ) : (
          <Link key={chip.id} to={chip.clear} class="k-chip k-chip-chosen">
            {chip.title}
            <Icon name="cross" />
            <span class="k-hidden">, {words.clear}</span>
          </Link>
        ),
      )}
      {props.count === undefined ? null : <p class="k-chips-count k-meta">{props.count}</p>}
    </div>
  );
}
