import type { VNode } from 'preact';
import { Alert, Facts, Link, Section } from '../../../ui/index.ts';
import type { Fact } from '../../../ui/index.ts';
import type { AccessibilityStatement } from '../texts/accessibility.ts';
import type { Texts } from '../texts/index.ts';

export type ContactView = { readonly words: Texts; readonly name: string; readonly facts: readonly Fact[] };

export function ContactPage(view: ContactView): VNode {
  const { words } = view;
  return (
    <div class="sv-narrow">
      <h1>{words.contact.heading}</h1>
      <p class="k-lede">{words.contact.lede}</p>
      {view.facts.length === 0 ? <p>{words.contact.none}</p> : <Facts facts={view.facts} columns={1} />}
    </div>
  );
}

export type AccessibilityView = {
  readonly statement: AccessibilityStatement;
  readonly words: Texts;
  readonly contactTo: string;
};

/** The accessibility statement, in the order that Digg's own template has. */
export function AccessibilityPage({ statement, words, contactTo }: AccessibilityView): VNode {
  return (
    <article class="sv-narrow">
      <h1>{statement.heading}</h1>
      <Alert tone="warning" title={statement.generated} />
      <p class="k-lede">{statement.lede}</p>
      {statement.sections.map((section) => (
        <Section key={section.heading} title={section.heading}>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      ))}
      <Section title={words.contact.heading}>
        <p>
          {statement.contact} <Link to={contactTo}>{words.contact.heading}</Link>.
        </p>
        <p>
          {statement.supervisor.text}{' '}
          <Link to={statement.supervisor.address} rel="external">
            {statement.supervisor.link}
          </Link>
          .
        </p>
      </Section>
    </article>
  );
}
