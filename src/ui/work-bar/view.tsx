import type { VNode } from 'preact';
import { Form } from '../form/view.tsx';
import { Icon } from '../icon/view.tsx';
import { Link } from '../link/view.tsx';
import { Mark } from '../mark/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type BarLink = { readonly id: string; readonly title: string; readonly to: string };

export type WorkBarProps = {
  /** The organisation that the person works for; null before sign-in. */
  readonly workplace: string | null;
  /** Others that the person may switch to, by id. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
  /** Takes the chosen one's id as `organisation`. */
  readonly switchTo: string;
  readonly areas: readonly BarLink[];
  readonly current: string | null;
  readonly search: { readonly action: string; readonly label: string; readonly name: string } | null;
  readonly person:
    | {
        readonly kind: 'in';
        /** A role, never a name: "Handläggare". */
        readonly title: string;
        /** What has come and is not read, and how to say it. */
        readonly waiting: { readonly count: number; readonly label: string } | null;
        readonly links: readonly BarLink[];
        readonly signOut: string;
      }
    | { readonly kind: 'out'; readonly signIn: string };
};

/** The ink bar above staff's desk: mark, municipality, areas, search, person. */
export function WorkBar(props: WorkBarProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  return (
    <header class="k-bar">
      <div class="k-bar-inner">
        <Link to="/" class="k-bar-mark">
          <Mark />
          <span class="k-bar-word">Kommons</span>
        </Link>
        {props.workplace === null ? null : (
          <Workplace name={props.workplace} others={props.others} switchTo={props.switchTo} />
        )}
        <nav class="k-bar-areas" aria-label={words.workNavigation}>
          <Areas areas={props.areas} current={props.current} />
        </nav>
        <div class="k-bar-end">
          {props.search === null ? null : <Search {...props.search} />}
          <div class="k-bar-person">
            <Person person={props.person} />
          </div>
        </div>
        <details class="k-bar-menu">
          <summary>
            {words.menu}
            <Waiting person={props.person} />
          </summary>
          <div>
            {props.search === null ? null : <Search {...props.search} narrow />}
            <nav aria-label={words.workNavigation}>
              <Areas areas={props.areas} current={props.current} />
            </nav>
            <PersonLinks person={props.person} />
          </div>
        </details>
      </div>
    </header>
  );
}

type WorkplaceProps = Pick<WorkBarProps, 'others' | 'switchTo'> & { readonly name: string };

function Workplace(props: WorkplaceProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  if (props.others.length === 0) {
    return (
      <p class="k-bar-place">
        <span class="k-hidden">{words.workFor} </span>
        {props.name}
      </p>
    );
  }
  return (
    <details class="k-bar-place k-menu-holder">
      <summary>
        <span class="k-hidden">{words.workFor} </span>
        {props.name}
      </summary>
      <ul class="k-menu" aria-label={words.switchTo}>
        {props.others.map((other) => (
          <li key={other.id}>
            <Form action={props.switchTo} hidden={{ organisation: other.id }} class="k-form-inline">
              <button class="k-as-link">{other.title}</button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Areas(props: { readonly areas: readonly BarLink[]; readonly current: string | null }): VNode {
  return (
    <ul class="k-bar-links">
      {props.areas.map((area) => (
        <li key={area.id}>
          <Link to={area.to} {...(area.id === props.current ? { current: 'page' as const } : {})}>
            {area.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type SearchProps = NonNullable<WorkBarProps['search']> & { readonly narrow?: boolean };

function Search(props: SearchProps): VNode {
  const id = props.narrow === true ? 'bar-search-narrow' : 'bar-search';
  return (
    <Form action={props.action} method="get" search class="k-bar-search">
      <label for={id}>
        <Icon name="search" />
        <span class="k-hidden">{props.label}</span>
      </label>
      <input type="search" id={id} name={props.name} placeholder={props.label} autocomplete="off" />
    </Form>
  );
}

/** More than this is many. */
const mostCounted = 99;

function Waiting({ person }: { readonly person: WorkBarProps['person'] }): VNode | null {
  if (person.kind === 'out' || person.waiting === null) return null;
  const { count, label } = person.waiting;
  return (
    <>
      <span class="k-bar-waiting" aria-hidden="true">
        {count > mostCounted ? `${mostCounted}+` : count}
      </span>
      <span class="k-hidden">, {label}</span>
    </>
  );
}

function Person({ person }: { readonly person: WorkBarProps['person'] }): VNode {
  const { language } = usePage();
  switch (person.kind) {
    case 'out':
      return <Link to={person.signIn}>{texts(language).signIn}</Link>;
    case 'in':
      return (
        <details class="k-menu-holder k-menu-end">
          <summary>
            {person.title}
            <Waiting person={person} />
          </summary>
          <div class="k-menu">
            <PersonLinks person={person} />
          </div>
        </details>
      );
  }
}

function PersonLinks({ person }: { readonly person: WorkBarProps['person'] }): VNode {
  const { language } = usePage();
  const words = texts(language);
  switch (person.kind) {
    case 'out':
      return <Link to={person.signIn}>{words.signIn}</Link>;
    case 'in':
      return (
        <ul class="k-person-links" aria-label={words.account}>
          {person.links.map((link) => (
            <li key={link.id}>
              <Link to={link.to}>{link.title}</Link>
            </li>
          ))}
          <li>
            <Form action={person.signOut} class="k-form-inline">
              <button type="submit" class="k-as-link">
                {words.signOut}
              </button>
            </Form>
          </li>
        </ul>
      );
  }
}
