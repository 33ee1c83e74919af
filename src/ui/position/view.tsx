import type { VNode } from 'preact';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type PositionStep = {
  readonly id: string;
  readonly title: string;
  /** "9 november", "nu, hos dig" */
  readonly note?: string;
};

export type PositionProps = {
  readonly steps: readonly PositionStep[];
  /** The id of the step that the case stands in; null when all are done. */
  readonly now: string | null;
};

type State = 'done' | 'now' | 'ahead';

const stateOf = (index: number, now: number): State =>
  index < now ? 'done' : index === now ? 'now' : 'ahead';

/** A case's way as a bar: filled is done, a thick outline is now, a thin one is ahead. */
export function Position(props: PositionProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  const now = props.now === null ? props.steps.length : props.steps.findIndex((s) => s.id === props.now);
  const present = props.steps[now];
  return (
    <div class="k-way">
      {present === undefined ? null : (
        <p class="k-way-line">
          <b>{present.title}</b>, {words.position(now + 1, props.steps.length)}.
          {present.note === undefined ? null : ` ${capital(present.note)}.`}
        </p>
      )}
      <ol class="k-way-steps">
        {props.steps.map((step, index) => {
          const state = stateOf(index, now);
          return (
            <li key={step.id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span class="k-way-title">{step.title}</span>
              <span class="k-hidden"> ({words.stepStates[state]})</span>
              {step.note === undefined ? null : <span class="k-way-note k-meta">{step.note}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export type PositionTilesProps = { readonly title: string; readonly now: number; readonly of: number };

/** The same as a row of small tiles below its word, for lists. `now` counts from 0. */
export function PositionTiles(props: PositionTilesProps): VNode {
  const { language } = usePage();
  return (
    <div class="k-position">
      <span>{props.title}</span>
      <span class="k-hidden">, {texts(language).position(Math.min(props.now + 1, props.of), props.of)}</span>
      <svg
        class="k-position-tiles"
        viewBox={`0 0 ${props.of * 15 - 3} 12`}
        width={props.of * 15 - 3}
        height="12"
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: props.of }, (_, index) => (
          <rect
            key={index}
            class="k-position-tile"
            data-state={stateOf(index, props.now)}
            x={index * 15 + tileInset(index, props.now)}
            y={tileInset(index, props.now)}
            width={12 - 2 * tileInset(index, props.now)}
            height={12 - 2 * tileInset(index, props.now)}
          />
        ))}
      </svg>
    </div>
  );
}

/** Outlines are drawn inside the tile, so that all tiles are equal. */
const tileInset = (index: number, now: number): number => (index < now ? 0 : index === now ? 1.5 : 0.75);
