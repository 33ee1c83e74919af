import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { Actions, ButtonLink, Details, Facts, LinkList, Section } from '../../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { partiesOf } from '../texts/parties.ts';
import { texts } from '../texts/index.ts';
import { saidIn, textIn } from '../texts/localised.ts';
import { DecisionText } from './decision-text.tsx';
import type { OwnView } from './own-view.ts';

const here = ({ about }: OwnView) => ({ organisation: about.organisation, case: about.id });

/** What was decided and why, and how to appeal when it went against the person. */
export function OwnDecision({ view }: { readonly view: OwnView }): VNode | null {
  const { about, dossier, language } = view;
  const words = texts(language).own.decision;
  const { decision } = dossier;
  if (decision === null) return null;
  const outcome = texts(language).documents.outcomes[decision.outcome].toLowerCase();
  return (
    <Section title={`${words.title}: ${outcome}`} id="beslut">
      <p class="k-meta">{words.by(decision.by, formatDate(decision.at, language))}</p>
      <DecisionText
        language={language}
        parties={partiesOf(about, language)}
        text={decision.text}
        reasons={decision.reasons}
        appeal={decision.appeal}
        titles={words}
      />
      <Actions>
        <ButtonLink kind="secondary" to={link(addresses.ownDecision, here(view))}>
          {words.pdf}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

/** Everything that can be opened. */
export function OwnDocuments({ view }: { readonly view: OwnView }): VNode {
  const { about, dossier, language } = view;
  const words = texts(language).own.documents;
  const receipt = {
    id: 'receipt',
    title: words.receipt,
    to: link(addresses.ownReceipt, here(view)),
    note: formatDate(about.openedAt, language),
  };
  const files = dossier.files.map((file) => ({
    id: file.id,
    title: file.name,
    to: link(addresses.ownFile, { ...here(view), file: file.id }),
    note: `${formatDate(file.at, language)}. ${file.sender === 'applicant' ? words.fromYou : words.fromUs}`,
  }));
  const decision =
    dossier.decision === null
      ? []
      : [
          {
            id: 'decision',
            title: words.decision,
            to: link(addresses.ownDecision, here(view)),
            note: formatDate(dossier.decision.at, language),
          },
        ];
  return (
    <Section title={words.title}>
      <LinkList items={[...decision, receipt, ...files]} ruled />
    </Section>
  );
}

/** What was answered, folded: the person knows it. */
export function OwnAnswers({ view }: { readonly view: OwnView }): VNode {
  const { about, language } = view;
  const words = texts(language);
  return (
    <Details summary={words.own.answers}>
      {about.answers.map((section) => (
        <section key={section.id}>
          <h3>{textIn(section.title, language)}</h3>
          <Facts
            columns={1}
            facts={section.rows.map(({ label, value }) => ({
              term: textIn(label, language),
              value: saidIn(value, language) || words.documents.noAnswer,
            }))}
          />
        </section>
      ))}
    </Details>
  );
}
