import type { VNode } from 'preact';
import { Fieldset } from '../field/view.tsx';
import type { Question } from '../field/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

/** As typed, so that what is wrong stays on the page. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string };

export type DateInputProps = Question & {
  readonly value?: TypedDate | undefined;
  /** Which parts are wrong; all of them when left out. */
  readonly wrong?: readonly (keyof TypedDate)[];
  /** `bday` turns on the browser's own memory of the person's birthday. */
  readonly birthday?: boolean;
};

const parts = ['day', 'month', 'year'] as const;

/** Three fields, sent as `name.day`, `name.month` and `name.year`: quicker and safer than a calendar. */
export function DateInput(props: DateInputProps): VNode {
  const { language } = usePage();
  const id = props.id ?? props.name;
  const words = texts(language).date;
  return (
    <Fieldset question={props}>
      <div class="k-date">
        {parts.map((part) => (
          <div key={part}>
            <label for={part === 'day' ? id : `${id}-${part}`}>{words[part]}</label>
            <input
              class="ds-input"
              type="text"
              inputmode="numeric"
              maxlength={part === 'year' ? 4 : 2}
              id={part === 'day' ? id : `${id}-${part}`}
              name={`${props.name}.${part}`}
              value={props.value?.[part] ?? ''}
              autocomplete={props.birthday === true ? `bday-${part}` : 'off'}
              aria-invalid={
                props.error !== undefined && (props.wrong ?? parts).includes(part) ? 'true' : undefined
              }
              data-part={part}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
