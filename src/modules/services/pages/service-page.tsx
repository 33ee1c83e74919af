import type { VNode } from 'preact';
import {
  Actions,
  Breadcrumbs,
  Button,
  ButtonLink,
  Columns,
  Form,
  Link,
  Prose,
  Section,
  SideFacts,
  Terms,
} from '../../../ui/index.ts';
import type { Fact } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';

export type LawRow = {
  readonly id: string;
  readonly law: string;
  readonly text: string;
  readonly url: string | null;
};

export type DraftRow = {
  readonly id: string;
  readonly saved: string;
  readonly to: string;
  readonly removeTo: string;
};

export type ServiceView = {
  readonly words: Texts;
  readonly title: string;
  readonly summary: string;
  /** Markdown, one piece each. */
  readonly before: readonly { readonly id: string; readonly text: string }[];
  readonly facts: readonly Fact[];
  readonly steps: readonly string[];
  readonly law: readonly LawRow[];
  readonly drafts: readonly DraftRow[];
  readonly trail: { readonly title: string; readonly to: string };
  readonly begin:
    | { readonly kind: 'begin'; readonly to: string; readonly signInTo: string | null }
    | { readonly kind: 'sign-in'; readonly to: string };
  readonly otherLanguage: boolean;
};

/** What a service is, what it asks for and on what ground, before the person begins. */
export function ServicePage(view: ServiceView): VNode {
  const { words } = view;
  return (
    <article class="sv-service">
      <Breadcrumbs trail={[view.trail, { title: view.title }]} />
      <h1>{view.title}</h1>
      {view.otherLanguage ? <p class="k-meta">{words.service.otherLanguage}</p> : null}
      <Columns kind="work" asideLabel={words.service.facts} aside={<SideFacts facts={view.facts} />}>
        {view.summary === '' ? null : <p class="k-lede">{view.summary}</p>}
        {view.drafts.length === 0 ? null : <Drafts {...view} />}
        <Begin {...view} />
        {view.before.length === 0 ? null : (
          <Section title={words.service.before}>
            <ul class="sv-before">
              {view.before.map((item) => (
                <li key={item.id}>
                  <Prose shared text={item.text} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={words.service.steps}>
          <ol class="sv-plain-steps">
            {view.steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </Section>
        {view.law.length === 0 ? null : (
          <Section title={words.service.law}>
            <Terms
              rows={view.law.map((row) => ({
                id: row.id,
                term: row.law,
                text: <Law row={row} words={words} />,
              }))}
            />
          </Section>
        )}
      </Columns>
    </article>
  );
}

function Begin({ begin, words, drafts }: ServiceView): VNode {
  switch (begin.kind) {
    case 'sign-in':
      return (
        <div class="sv-begin">
          <ButtonLink to={begin.to}>{words.service.signInAndBegin}</ButtonLink>
          <p class="k-meta">{words.service.signInNeeded}</p>
        </div>
      );
    case 'begin':
      return (
        <Form action={begin.to} class="sv-begin">
          <Actions>
            <Button kind={drafts.length === 0 ? 'primary' : 'secondary'}>
              {drafts.length === 0 ? words.service.begin : words.service.beginAgain}
            </Button>
            {begin.signInTo === null ? null : <Link to={begin.signInTo}>{words.service.signInFirst}</Link>}
          </Actions>
          {begin.signInTo === null ? null : <p class="k-meta">{words.service.signInOptional}</p>}
        </Form>
      );
  }
}

function Drafts({ drafts, words }: ServiceView): VNode {
  return (
    <Section title={words.service.yourDrafts}>
      <ul class="sv-drafts">
        {drafts.map((draft, index) => (
          <li key={draft.id}>
            <p>{draft.saved}</p>
            <Actions>
              <ButtonLink to={draft.to} kind={index === 0 ? 'primary' : 'secondary'}>
                {words.service.resume}
              </ButtonLink>
              <Link to={draft.removeTo}>{words.service.remove}</Link>
            </Actions>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Law({ row, words }: { readonly row: LawRow; readonly words: Texts }): VNode {
  return (
    <>
      {row.text}{' '}
      {row.url === null ? null : (
        <Link to={row.url} rel="external" label={`${words.service.readLaw}: ${row.law}`}>
          {words.service.readLaw}
        </Link>
      )}
    </>
  );
}
