import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../page/context.ts';
import { href, safeHref } from '../link/href.ts';

/** `primary` is the next step: at most one on a page. */
export type ButtonKind = 'primary' | 'secondary' | 'tertiary';

export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  /** Sent with the form, so that one form may have several answers. */
  readonly name?: string;
  readonly value?: string;
  /** The id of a form that the button stands outside of. */
  readonly form?: string;
  /** Sends the form to another address than its own. */
  readonly action?: string;
  /** Sends the form without the browser's own checks, for "save and leave". */
  readonly unchecked?: boolean;
  readonly label?: string;
  readonly wide?: boolean;
};

const variant = (kind: ButtonKind | undefined): 'secondary' | 'tertiary' | undefined =>
  kind === undefined || kind === 'primary' ? undefined : kind;

export function Button(props: ButtonProps): VNode {
  const page = usePage();
  const action = props.action === undefined ? undefined : safeHref(href(page.language, props.action));
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant={variant(props.kind)}
      data-fullwidth={props.wide === true ? true : undefined}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={action}
      formnovalidate={props.unchecked}
      aria-label={props.label}
    >
      {props.children}
    </button>
  );
}

export type ButtonLinkProps = {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  readonly label?: string;
  readonly wide?: boolean;
};

/** Leads to a page and changes nothing, but weighs as much as a button. */
export function ButtonLink(props: ButtonLinkProps): VNode {
  const page = usePage();
  const address = safeHref(href(page.language, props.to));
  return (
    <a
      class="ds-button"
      {...(address === undefined ? {} : { href: address })}
      data-variant={variant(props.kind)}
      data-fullwidth={props.wide === true ? true : undefined}
      aria-label={props.label}
    >
      {props.children}
    </a>
  );
}

/** A row of buttons and links: the next step first. `aside` stands at the far end. */
export function Actions(props: { readonly children: ComponentChildren; readonly aside?: VNode }): VNode {
  return (
    <div class="k-actions">
      {props.children}
      {props.aside === undefined ? null : <div class="k-actions-aside">{props.aside}</div>}
    </div>
  );
}
