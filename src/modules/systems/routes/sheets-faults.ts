import type { Language } from '../../../platform/http/index.ts';
import { optionsOf } from '../texts/fields.ts';
import { sheetsTexts, type SheetsTexts } from '../texts/sheets.ts';
import { headOf } from '../sheets/heads.ts';
import type { Plan, RowFault } from '../sheets/planned.ts';

/** A fault as it is told: where it is, what is wrong and what to do. */
export type ToldFault = {
  readonly n: number;
  readonly name: string;
  readonly column: string;
  readonly cell: string;
  readonly what: string;
};

function whatIsWrong(words: SheetsTexts, language: Language, { fault, field }: RowFault): string {
  const said = words.faults[fault.kind];
  switch (fault.kind) {
    case 'no-option':
      return field === null
        ? said
        : `${said} ${words.options(optionsOf(language, field).map(({ label }) => label))}`;
    case 'out-of-range':
      return `${said} ${words.range(fault.least, fault.most)}`;
    case 'too-long':
      return `${said} ${words.longest(fault.longest)}`;
    case 'twice':
      return `${words.otherRow(fault.row)} ${said}`;
    case 'no-day':
    case 'no-number':
    case 'too-many':
    case 'one-value':
    case 'formula-error':
    case 'unknown-name':
    case 'no-email':
    case 'no-product':
    case 'unknown-id':
    case 'several':
      return said;
  }
}

/** Everything that is wrong, row by row; of those that are left out too, where that was chosen. */
export function faultsIn({ rows, left }: Plan, language: Language): readonly ToldFault[] {
  const words = sheetsTexts(language);
  const all = [
    ...left,
    ...rows.flatMap((row) =>
      row.kind === 'faulty' ? row.faults.map((fault) => ({ n: row.n, name: row.name, fault })) : [],
    ),
  ];
  return all
    .toSorted((a, b) => a.n - b.n)
    .map(({ n, name, fault }) => {
      const head = fault.column?.head ?? '';
      const meant = fault.field === null ? words.wholeRow : headOf(fault.field, language);
      return {
        n,
        name,
        column: head === '' ? meant : head,
        cell: fault.cell,
        what: whatIsWrong(words, language, fault),
      };
    });
}
