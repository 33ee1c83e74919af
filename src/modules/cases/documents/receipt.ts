import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.ts';
import { formatDate, formatTime } from '../../../platform/text/index.ts';
import type { Case, CaseFile } from '../model/case.ts';
import { partiesOf } from '../texts/parties.ts';
import { saidIn, textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';

export type ReceiptParts = {
  readonly about: Case;
  readonly files: readonly CaseFile[];
  /** The municipality as the public knows it: "Härnösands kommun". */
  readonly sender: string;
};

const row = (term: string, value: string | undefined): readonly { term: string; value: string }[] =>
  value === undefined || value === '' ? [] : [{ term, value }];

/** What was sent, when, and under which number it was registered, in the language that the person applied in. */
export function receiptOf({ about, files, sender }: ReceiptParts): PdfDocument {
  const { language } = about;
  const words = texts(language).documents;
  const head: PdfBlock = {
    kind: 'facts',
    rows: [
      ...row(words.caseNumber, about.number),
      ...row(words.service, words.version(textIn(about.workTitle, language), sender, about.versionNumber)),
      ...row(
        words.received,
        `${formatDate(about.openedAt, language)} ${formatTime(about.openedAt, language)}`,
      ),
      ...partiesOf(about, language).map(({ term, value }) => ({ term, value })),
      ...row(words.email, about.contact.email),
      ...row(words.phone, about.contact.phone),
    ],
  };
  const answers = about.answers.flatMap((section): readonly PdfBlock[] => [
    { kind: 'heading', level: 1, text: textIn(section.title, language) },
    {
      kind: 'facts',
      rows: section.rows.map(({ label, value }) => ({
        term: textIn(label, language),
        value: saidIn(value, language) || words.noAnswer,
      })),
    },
  ]);
  const sent = files.filter(({ message, completion }) => message === null && completion === null);
  const attached: readonly PdfBlock[] =
    sent.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: words.attachments },
          { kind: 'list', ordered: false, items: sent.map(({ name }) => name) },
        ];
  return {
    title: `${words.receipt}: ${textIn(about.workTitle, language)}`,
    language,
    sender,
    reference: about.number,
    date: about.openedAt,
    blocks: [head, ...answers, ...attached],
  };
}
