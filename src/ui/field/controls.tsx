import type { VNode } from 'preact';
import { Field, describedBy } from './view.tsx';
import type { Question } from './view.tsx';

/** How wide the answer is expected to be: 4, 8, 16 or all characters of the line. */
export type Width = 'short' | 'medium' | 'long' | 'full';

export type TextInputProps = Question & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel';
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

function controlOf(props: TextInputProps) {
  const shared = attributes(props);
  const unit = props.unit === undefined ? undefined : `${shared.id}-unit`;
  const described = [shared['aria-describedby'], unit].filter((id) => id !== undefined).join(' ');
  return {
    ...shared,
    'aria-describedby': described === '' ? undefined : described,
    class: 'ds-input',
    inputmode: props.mode,
    autocomplete: props.autocomplete ?? 'off',
    maxlength: props.maxLength,
    spellcheck: props.spellcheck,
    'data-answer': props.width ?? 'full',
    value: props.value ?? '',
  };
}

/** One element for each type, since what an input may have depends on its type. */
function typed(props: TextInputProps): VNode {
  const control = controlOf(props);
  switch (props.type ?? 'text') {
    case 'text':
      return <input {...control} type="text" />;
    case 'email':
      return <input {...control} type="email" />;
    case 'tel':
      return <input {...control} type="tel" />;
  }
}

export function TextInput(props: TextInputProps): VNode {
  return (
    <Field question={props}>
      <div class="k-with-unit">
        {typed(props)}
        {props.unit === undefined ? null : <span id={`${props.id ?? props.name}-unit`}>{props.unit}</span>}
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

/** Options under a name of their own in the list. */
export type OptionGroup = { readonly title: string; readonly options: readonly Option[] };

export type SelectProps = Question & {
  readonly options?: readonly Option[];
  readonly groups?: readonly OptionGroup[];
  readonly value?: string | undefined;
  /** The words of the choice that is no answer. Left out when there must always be one. */
  readonly empty?: string;
};

const optionsOf = (options: readonly Option[], value: string | undefined): readonly VNode[] =>
  options.map((option) => (
    <option key={option.value} value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  ));

export function Select(props: SelectProps): VNode {
  return (
    <Field question={props}>
      <select {...attributes(props)} class="ds-input" data-width="auto">
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {optionsOf(props.options ?? [], props.value)}
        {(props.groups ?? []).map(({ title, options }) => (
          <optgroup key={title} label={title}>
            {optionsOf(options, props.value)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
