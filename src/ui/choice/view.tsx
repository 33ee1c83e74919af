import type { VNode } from 'preact';
import { Fieldset } from '../field/view.tsx';
import type { Question } from '../field/view.tsx';
import type { Option } from '../field/controls.tsx';

type GroupProps = Question & {
  readonly options: readonly Option[];
  readonly kind: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
};

/** The first option bears the question's id, so that the error summary leads into the group. */
function Group(props: GroupProps): VNode {
  const id = props.id ?? props.name;
  const invalid = props.error === undefined ? undefined : ('true' as const);
  return (
    <Fieldset question={props}>
      <div class="k-options">
        {props.options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div class="k-option" key={option.value}>
              <input
                class="ds-input"
                type={props.kind}
                id={own}
                name={props.name}
                value={option.value}
                checked={props.chosen.includes(option.value)}
                aria-invalid={props.kind === 'checkbox' ? invalid : undefined}
                aria-describedby={option.help === undefined ? undefined : `${own}-note`}
              />
              <label for={own}>{option.label}</label>
              {option.help === undefined ? null : (
                <p class="k-option-note k-meta" id={`${own}-note`}>
                  {option.help}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

export type RadiosProps = Question & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
};

export function Radios({ value, ...question }: RadiosProps): VNode {
  return <Group {...question} kind="radio" chosen={value === undefined ? [] : [value]} />;
}

export type CheckboxesProps = Question & {
  readonly options: readonly Option[];
  readonly values?: readonly string[];
};

/** Several answers to one question, sent as repeated values of one name. */
export function Checkboxes({ values, ...question }: CheckboxesProps): VNode {
  return <Group {...question} kind="checkbox" chosen={values ?? []} />;
}

export type CheckboxProps = {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly id?: string;
  readonly help?: string;
};

/** One box that stands alone, such as a consent. */
export function Checkbox(props: CheckboxProps): VNode {
  const id = props.id ?? props.name;
  return (
    <div class="k-option">
      <input
        class="ds-input"
        type="checkbox"
        id={id}
        name={props.name}
        value={props.value ?? 'yes'}
        checked={props.checked === true}
        aria-describedby={props.help === undefined ? undefined : `${id}-note`}
      />
      <label for={id}>{props.label}</label>
      {props.help === undefined ? null : (
        <p class="k-option-note k-meta" id={`${id}-note`}>
          {props.help}
        </p>
      )}
    </div>
  );
}
