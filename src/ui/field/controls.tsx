import type { VNode } from 'preact';
import { Field, describedBy } from './view.tsx';
import type { Question } from './view.tsx';

/** How wide the answer is expected to be: 4, 8, 16 or all characters of the line. */
export type Width = 'short' | 'medium' | 'long' | 'full';

export type TextInputProps = Question & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password';
  readonly mode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  /** HTML's autofill name, e.g. `email`, `street-address` (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly width?: Width;
  readonly maxLength?: number;
  /** Written after the control, e.g. "kilometer". */
  readonly unit?: string;
  readonly spellcheck?: boolean;
};

const attributes = (props: Question) => ({
  id: props.id ?? props.name,
  name: props.name,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  'aria-required': props.required === true ? ('true' as const) : undefined,
});

export function TextInput(props: TextInputProps): VNode {
  const unit = props.unit === undefined ? undefined : `${props.id ?? props.name}-unit`;
  const shared = attributes(props);
  const described = [shared['aria-describedby'], unit].filter((id) => id !== undefined).join(' ');
  return (
    <Field question={props}>
      <div class="k-with-unit">
        <input
          {...shared}
          aria-describedby={described === '' ? undefined : described}
          class="ds-input"
          type={props.type ?? 'text'}
          inputmode={props.mode}
          autocomplete={props.autocomplete ?? 'off'}
          maxlength={props.maxLength}
          spellcheck={props.spellcheck}
          data-answer={props.width ?? 'full'}
          value={props.value ?? ''}
        />
        {props.unit === undefined ? null : <span id={unit}>{props.unit}</span>}
      </div>
    </Field>
  );
}

export type TextareaProps = Question & {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  /** Text that others will read as text: set in serif. */
  readonly reads?: boolean;
};

export function Textarea(props: TextareaProps): VNode {
  return (
    <Field question={props}>
      <textarea
        {...attributes(props)}
        class={props.reads === true ? 'ds-input k-serif' : 'ds-input'}
        rows={props.rows ?? 5}
        maxlength={props.maxLength}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  );
}

export type Option = { readonly value: string; readonly label: string; readonly help?: string };

export type SelectProps = Question & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** The words of the choice that is no answer. Left out when there must always be one. */
  readonly empty?: string;
};

export function Select(props: SelectProps): VNode {
  return (
    <Field question={props}>
      <select {...attributes(props)} class="ds-input" data-width="auto">
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
