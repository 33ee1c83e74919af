import type { Language } from '../../../platform/http/index.ts';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.ts';
import { formatDate, formatTime } from '../../../platform/text/index.ts';
import type { Case, CaseFile } from '../model/case.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';

export type ReceiptParts = {
  readonly about: Case;
  readonly files: readonly CaseFile[];
  /** The municipality as the public knows it: "Härnösands kommun". */
  readonly sender: string;
  readonly language: Language;
};

const row = (term: string, value: string | undefined): readonly { term: string; value: string }[] =>
  value === undefined || value === '' ? [] : [{ term, value }];

/** What was sent, when, and under which number it was registered. */
export function receiptOf({ about, files, sender, language }: ReceiptParts): PdfDocument {
  const words = texts(language).documents;
  const head: PdfBlock = {
    kind: 'facts',
    rows: [
      ...row(words.caseNumber, about.number),
      ...row(words.service, words.version(textIn(about.workTitle, language), about.versionNumber)),
      ...row(
        words.received,
        `${formatDate(about.openedAt, language)} ${formatTime(about.openedAt, language)}`,
      ),
      ...row(words.from, about.contact.name),
      ...row(words.email, about.contact.email),
      ...row(words.phone, about.contact.phone),
    ],
  };
  const answers = about.answers.flatMap((section): readonly PdfBlock[] => [
    { kind: 'heading', level: 1, text: section.title },
    {
      kind: 'facts',
      rows: section.rows.map(({ label, value }) => ({
        term: label,
        value: value === '' ? words.noAnswer : value,
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
