import type { VNode } from 'preact';
import { Actions, ButtonLink, EdgeItem, EdgePanel, Link, LinkList, SearchField } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';

export type ServiceItem = {
  readonly id: string;
  readonly to: string;
  readonly task: string;
  readonly note: string;
};

export type OwnItem = {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly state: string;
  /** What is asked of the person, and the last day for it in words. */
  readonly asked: { readonly what: string; readonly by: string } | null;
};

export type OwnDraft = {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  readonly keptUntil: string;
};

export type StartView = {
  readonly words: Texts;
  readonly count: number;
  readonly searchTo: string;
  readonly contactTo: string;
  readonly popular: { readonly heading: string; readonly items: readonly ServiceItem[] };
  readonly subjects: readonly {
    readonly id: string;
    readonly title: string;
    readonly to: string;
    readonly count: number;
  }[];
  /** `null` for who is not signed in. */
  readonly own: {
    readonly cases: readonly OwnItem[];
    readonly drafts: readonly OwnDraft[];
    readonly all: { readonly to: string; readonly count: number };
  } | null;
};

/** A municipality's start page: search first, then what is asked of you, then what many people do. */
export function StartPage(view: StartView): VNode {
  const { words } = view;
  const { own } = view;
  return (
    <div class="sv-start" data-own={own === null ? undefined : true}>
      <div class="sv-start-search">
        <h1>{words.start.heading}</h1>
        {view.count === 0 ? null : <Search {...view} />}
      </div>
      {own === null ? null : <Own own={own} words={words} />}
      <section class="sv-start-popular" aria-labelledby="popular">
        <h2 id="popular">{view.popular.heading}</h2>
        {view.popular.items.length === 0 ? <Nothing {...view} /> : <Popular {...view} />}
      </section>
      {view.subjects.length === 0 ? null : (
        <section class="sv-start-subjects" aria-labelledby="subjects">
          <h2 id="subjects">{words.start.subjects}</h2>
          <LinkList
            columns={4}
            items={view.subjects.map((subject) => ({
              id: subject.id,
              to: subject.to,
              title: subject.title,
              note: words.start.count(subject.count),
            }))}
          />
        </section>
      )}
    </div>
  );
}

function Search({ words, searchTo, count }: StartView): VNode {
  return (
    <SearchField
      action={searchTo}
      name="sok"
      label={words.start.searchLabel(count)}
      large
      help={words.start.searchHint}
    />
  );
}

function Popular({ popular, count, searchTo, words }: StartView): VNode {
  return (
    <>
      <LinkList
        ruled
        columns={2}
        items={popular.items.map((item) => ({ id: item.id, to: item.to, title: item.task, note: item.note }))}
      />
      {count > popular.items.length ? (
        <p>
          <Link to={searchTo}>{words.start.all(count)}</Link>
        </p>
      ) : null}
    </>
  );
}

function Nothing({ words, contactTo }: StartView): VNode {
  return (
    <>
      <p>{words.start.noServices}</p>
      <Actions>
        <ButtonLink to={contactTo} kind="secondary">
          {words.start.contact}
        </ButtonLink>
      </Actions>
    </>
  );
}

function Own({ own, words }: { readonly own: NonNullable<StartView['own']>; readonly words: Texts }): VNode {
  return (
    <div class="sv-start-own">
      <EdgePanel title={words.own.heading}>
        {own.cases.length + own.drafts.length === 0 ? <p class="k-meta">{words.own.none}</p> : null}
        {own.cases.map((item) => (
          <EdgeItem key={item.id} title={<Link to={item.to}>{item.title}</Link>} quiet={item.asked === null}>
            {item.asked === null ? (
              <p>{item.state}</p>
            ) : (
              <Asked to={item.to} asked={item.asked} words={words} />
            )}
          </EdgeItem>
        ))}
        {own.drafts.map((draft) => (
          <EdgeItem key={draft.id} title={<Link to={draft.to}>{draft.title}</Link>} quiet>
            <p>{words.own.keptUntil(draft.keptUntil)}</p>
          </EdgeItem>
        ))}
        {own.all.count === 0 ? null : (
          <p class="sv-own-all">
            <Link to={own.all.to}>{words.own.all(own.all.count)}</Link>
          </p>
        )}
      </EdgePanel>
    </div>
  );
}

type AskedProps = {
  readonly to: string;
  readonly asked: NonNullable<OwnItem['asked']>;
  readonly words: Texts;
};

function Asked({ to, asked, words }: AskedProps): VNode {
  return (
    <>
      <p>
        {words.own.askedBy} <b>{asked.by}</b>. {words.own.otherwise}
      </p>
      <ButtonLink to={to}>{asked.what}</ButtonLink>
    </>
  );
}
