import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../page/context.ts';
import { href, safeHref } from '../link/href.ts';

export type FormProps = {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly id?: string;
  /** `get` for a search or a filter: then no key, and the address is the state. */
  readonly method?: 'post' | 'get';
  /** Has file fields. */
  readonly files?: boolean;
  /** Further hidden values, such as a revision. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly label?: string;
  readonly search?: boolean;
  readonly class?: string;
};

/**
 * A form that works without script. The server checks everything, so the browser's own bubbles are
 * off; a posted form carries a fresh idempotency key in `_key`.
 */
export function Form(props: FormProps): VNode {
  const page = usePage();
  const method = props.method ?? 'post';
  const key = method === 'post' ? page.newKey() : '';
  return (
    <form
      id={props.id}
      class={props.class ?? 'k-form'}
      action={safeHref(href(page.language, props.action))}
      method={method}
      enctype={props.files === true ? 'multipart/form-data' : undefined}
      novalidate={method === 'post'}
      aria-label={props.label}
      role={props.search === true ? 'search' : undefined}
    >
      {key === '' ? null : <input type="hidden" name="_key" value={key} />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}
