import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

/** What every question has: a name in the form, a label, and perhaps help, an error and a mark "om du har". */
export type Question = {
  readonly name: string;
  readonly label: string;
  /** Defaults to the name. The error summary links to it. */
  readonly id?: string;
  readonly help?: ComponentChildren;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /**
   * Replaces the words "frivilligt" after the label of a question that may be left. Empty where every question of the
   * page may, and the page says so.
   */
  readonly optional?: string;
  /** The label is read aloud only, where a heading above says the same. */
  readonly hiddenLabel?: boolean;
};

/** The ids that tie a control to its help and its error. */
export function describedBy(question: Question): string | undefined {
  const id = question.id ?? question.name;
  const ids = [
    ...(question.help === undefined ? [] : [`${id}-help`]),
    ...(question.error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function FieldError(props: { readonly id: string; readonly error: string }): VNode {
  const { language } = usePage();
  return (
    <p class="k-error" id={`${props.id}-error`}>
      <Icon name="triangle" />
      <span>
        <span class="k-hidden">{texts(language).errorPrefix} </span>
        {props.error}
      </span>
    </p>
  );
}

export function Optional(props: { readonly question: Question }): VNode | null {
  const { language } = usePage();
  if (props.question.required === true || props.question.optional === '') return null;
  return <span class="k-optional"> ({props.question.optional ?? texts(language).optional})</span>;
}

type Asked = { readonly question: Question; readonly children: ComponentChildren };

function HelpAndError({ question }: { readonly question: Question }): VNode {
  const id = question.id ?? question.name;
  return (
    <>
      {question.help === undefined ? null : (
        <div class="k-help" id={`${id}-help`}>
          {question.help}
        </div>
      )}
      {question.error === undefined ? null : <FieldError id={id} error={question.error} />}
    </>
  );
}

/** Label, help and error above one control. Several controls: see Fieldset. */
export function Field({ question, children }: Asked): VNode {
  return (
    <div class="ds-field k-field" data-invalid={question.error === undefined ? undefined : true}>
      <label
        class={question.hiddenLabel === true ? 'k-hidden' : 'ds-label k-question'}
        for={question.id ?? question.name}
      >
        {question.label}
        <Optional question={question} />
      </label>
      <HelpAndError question={question} />
      {children}
    </div>
  );
}

/** The question, help and error above several controls that answer it together. */
export function Fieldset({ question, children }: Asked): VNode {
  return (
    <fieldset
      class="k-group"
      data-invalid={question.error === undefined ? undefined : true}
      aria-describedby={describedBy(question)}
    >
      <legend class={question.hiddenLabel === true ? 'k-hidden' : 'k-question'}>
        {question.label}
        <Optional question={question} />
      </legend>
      <HelpAndError question={question} />
      {children}
    </fieldset>
  );
}
