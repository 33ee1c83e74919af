import type { Language } from '../../../platform/http/index.ts';
import type { Case } from '../model/case.ts';
import type { AnswerRow } from '../model/new-case.ts';
import { saidIn, textIn } from './localised.ts';
import { texts } from './index.ts';

export type Party = { readonly id: string; readonly term: string; readonly value: string };

/** Who applied, by what the case knows, then whom or what it concerns, each under its question's words. */
export function partiesOf(
  { contact, concerns }: Pick<Case, 'contact' | 'concerns'>,
  language: Language,
): readonly Party[] {
  const who = [contact.name, contact.email, contact.phone].find(
    (known) => known !== undefined && known !== '',
  );
  return [
    ...(who === undefined
      ? []
      : [{ id: 'applicant', term: texts(language).documents.applicant, value: who }]),
    ...concerns.map(({ id, label, value }) => ({
      id,
      term: textIn(label, language),
      value: saidIn(value, language),
    })),
  ];
}

/** Whom or what a case concerns, in one line. */
export const concernsLine = (concerns: readonly AnswerRow[], language: Language): string =>
  concerns.map(({ value }) => saidIn(value, language).replaceAll('\n', ', ')).join(', ');
