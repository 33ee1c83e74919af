import type { PropertyReader } from './properties.ts';

const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

/** Reads what every definition begins with: its format, its kind, and the languages that its texts are read in. */
export function readHead(root: PropertyReader, kind: string): void {
  const { reading } = root;
  const format = root.string('kommons');
  if (format !== 'definition/1') {
    reading.error('kommons', {
      sv: 'Här ska det stå "definition/1".',
      en: 'There should be "definition/1" here.',
    });
  }
  if (root.string('kind') !== kind) {
    reading.error('kind', { sv: `Här ska det stå "${kind}".`, en: `There should be "${kind}" here.` });
  }
  const languages = root
    .list('languages', 20)
    .filter((code) => typeof code === 'string' && language.test(code));
  const codes = languages.filter((code) => typeof code === 'string');
  if (codes.length === 0 || new Set(codes).size < root.list('languages', 20).length) {
    reading.error('languages', {
      sv: 'Skriv språken som koder, källans språk först: ["sv", "en"].',
      en: 'Write the languages as codes, that of the source first: ["sv", "en"].',
    });
  }
  if (codes.length > 0) reading.languages = codes;
}
