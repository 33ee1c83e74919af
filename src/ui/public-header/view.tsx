import type { VNode } from 'preact';
import { Form } from '../form/view.tsx';
import { Link } from '../link/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

/** Whether somebody is signed in, and the address that changes it. Signing out is a post. */
export type Session =
  | { readonly kind: 'out'; readonly signIn: string }
  | { readonly kind: 'in'; readonly signOut: string };

export type PublicHeaderProps = {
  /** "Härnösands kommun" */
  readonly name: string;
  readonly home: string;
  readonly services: string;
  readonly cases: string;
  /** Null where there are none to read. */
  readonly guides: string | null;
  readonly contact: string;
  readonly current: 'services' | 'cases' | 'guides' | 'contact' | null;
  readonly session: Session;
};

/** The municipality's bar: its name, three links, sign in or out. */
export function PublicHeader(props: PublicHeaderProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  return (
    <header class="k-public-header">
      <div class="k-public-header-inner">
        <Link to={props.home} class="k-public-name">
          {props.name}
        </Link>
        <nav class="k-public-nav" aria-label={words.mainNavigation}>
          <Entries {...props} />
        </nav>
        <details class="k-public-menu">
          <summary>{words.menu}</summary>
          <nav aria-label={words.mainNavigation}>
            <Entries {...props} />
          </nav>
        </details>
      </div>
    </header>
  );
}

function Entries(props: PublicHeaderProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  const entries = [
    { id: 'services', title: words.services, to: props.services },
    ...(props.guides === null ? [] : [{ id: 'guides', title: words.guides, to: props.guides }]),
    { id: 'cases', title: words.myCases, to: props.cases },
    { id: 'contact', title: words.contact, to: props.contact },
  ];
  return (
    <ul class="k-public-links">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Link to={entry.to} {...(entry.id === props.current ? { current: 'page' as const } : {})}>
            {entry.title}
          </Link>
        </li>
      ))}
      <li>
        <SessionEntry session={props.session} />
      </li>
    </ul>
  );
}

function SessionEntry({ session }: { readonly session: Session }): VNode {
  const { language } = usePage();
  const words = texts(language);
  switch (session.kind) {
    case 'out':
      return (
        <Link to={session.signIn} class="k-public-session">
          {words.signIn}
        </Link>
      );
    case 'in':
      return (
        <Form action={session.signOut} class="k-form-inline">
          <button type="submit" class="k-public-session">
            {words.signOut}
          </button>
        </Form>
      );
  }
}
