import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import type { Case, Decision } from '../model/case.ts';
import { partiesOf } from '../texts/parties.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import { blocksOf } from './markdown.ts';

export type DecisionParts = {
  readonly about: Case;
  readonly decision: Decision;
  readonly sender: string;
};

/**
 * The decision as a document: what was decided, why, by whom, when and under which number, and how to
 * appeal (förvaltningslagen (2017:900) 31–33 §§). It is in the language that the person applied in, with the
 * reasons as they were written.
 */
export function decisionOf({ about, decision, sender }: DecisionParts): PdfDocument {
  const { language } = about;
  const words = texts(language).documents;
  const reasons: readonly PdfBlock[] =
    decision.reasons === ''
      ? []
      : [{ kind: 'heading', level: 1, text: words.reasons }, ...paragraphs(decision.reasons)];
  const appeal: readonly PdfBlock[] =
    decision.appeal === null
      ? []
      : [{ kind: 'heading', level: 1, text: words.appeal }, ...blocksOf(textIn(decision.appeal, language))];
  return {
    title: `${words.decision}: ${textIn(about.workTitle, language)}`,
    language,
    sender,
    reference: about.number,
    date: decision.at,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { term: words.caseNumber, value: about.number },
          { term: words.service, value: textIn(about.title, language) },
          ...partiesOf(about, language).map(({ term, value }) => ({ term, value })),
          { term: words.decision, value: words.outcomes[decision.outcome] },
          { term: words.decidedOn, value: formatDate(decision.at, language) },
          { term: words.decidedBy, value: decision.by },
        ],
      },
      { kind: 'heading', level: 1, text: words.decision },
      ...blocksOf(textIn(decision.text, language)),
      ...reasons,
      ...appeal,
    ],
  };
}

const paragraphs = (text: string): readonly PdfBlock[] =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', text: part }));
