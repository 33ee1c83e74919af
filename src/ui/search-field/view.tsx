import type { ComponentChildren, VNode } from 'preact';
import { Form } from '../form/view.tsx';
import { Icon } from '../icon/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type SearchFieldProps = {
  readonly action: string;
  readonly label: string;
  readonly name?: string;
  readonly value?: string;
  readonly help?: ComponentChildren;
  /** The largest thing on the page, as on a start page. */
  readonly large?: boolean;
  /** Filters to keep. */
  readonly hidden?: Readonly<Record<string, string | number>>;
};

/** A plain GET form; the address is the search. */
export function SearchField(props: SearchFieldProps): VNode {
  const { language } = usePage();
  const name = props.name ?? 'q';
  return (
    <Form
      action={props.action}
      method="get"
      search
      label={props.label}
      class="k-search"
      {...(props.hidden === undefined ? {} : { hidden: props.hidden })}
    >
      <label class="k-search-label" for={`search-${name}`}>
        {props.label}
      </label>
      <div class="k-search-row" data-large={props.large === true ? true : undefined}>
        <input
          class="ds-input"
          type="search"
          id={`search-${name}`}
          name={name}
          value={props.value ?? ''}
          autocomplete="off"
          aria-describedby={props.help === undefined ? undefined : `search-${name}-help`}
        />
        <button class="ds-button" type="submit">
          <Icon name="search" />
          <span>{texts(language).search}</span>
        </button>
      </div>
      {props.help === undefined ? null : (
        <p class="k-meta" id={`search-${name}-help`}>
          {props.help}
        </p>
      )}
    </Form>
  );
}
