import { nearest } from '../../../../kernel/conditions/index.ts';
import { below, say } from '../../../../kernel/reading/index.ts';
import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { Condition, Page, Section } from '../model.ts';
import { readCondition } from './condition.ts';
import { readField } from './fields.ts';
import { largest } from './limits.ts';

const never: Condition = {
  text: 'false',
  expression: { kind: 'literal', value: false, at: { start: 0, end: 5 } },
};

/** The page that ends the way where the definition has none of its own. */
const standardCheck: Page = {
  id: 'kontrollera',
  type: 'check',
  title: { sv: 'Kontrollera dina svar', en: 'Check your answers' },
  text: null,
  section: null,
  showIf: null,
  hidden: false,
  fields: [],
  checks: [],
};

/** Reads the pages and puts the check page last. */
export function readPages(root: PropertyReader, sections: readonly Section[]): readonly Page[] {
  const pages = root.elements('pages', largest.pages, readPage);
  if (pages.every((page) => page.type === 'check')) {
    root.reading.error(root.at('pages'), say.empty({ sv: 'Sidor med frågor', en: 'pages of questions' }));
  }
  const fields = pages.flatMap((page) =>
    page.fields.flatMap((field) => (field.type === 'group' ? [field, ...field.fields] : [field])),
  );
  if (fields.length > largest.fields) root.reading.error(root.at('pages'), say.tooMany(largest.fields));
  checkSections(root, pages, sections);
  const checks = pages.filter((page) => page.type === 'check' && !page.hidden);
  if (checks.length > 1) {
    root.reading.error(root.at('pages'), {
      sv: 'Bara en sida kan vara den där svaren kontrolleras. Ta bort de andra.',
      en: 'Only one page can be the one where answers are checked. Remove the others.',
    });
  }
  const [check = uniqueCheck(pages)] = checks;
  return [...pages.filter((page) => page.type !== 'check'), check];
}

export function readSections(root: PropertyReader): readonly Section[] {
  return root.elements('sections', largest.pages, (reader, id) => ({
    id,
    title: reader.needText('title', 100),
    hidden: reader.flag('hidden'),
  }));
}

function checkSections(root: PropertyReader, pages: readonly Page[], sections: readonly Section[]): void {
  const known = sections.map(({ id }) => id);
  for (const { id, section } of pages) {
    if (section === null || known.includes(section)) continue;
    const path = below(below(root.at('pages'), id), 'section');
    root.reading.error(path, say.notAmong(section, known, nearest(section, known)), section);
  }
}

function uniqueCheck(pages: readonly Page[]): Page {
  const taken = pages.some((page) => page.id === standardCheck.id);
  return taken ? { ...standardCheck, id: `${standardCheck.id}-svar` } : standardCheck;
}

function readPage(reader: PropertyReader, id: string): Page {
  const type = reader.oneOf('type', ['questions', 'check']) ?? 'questions';
  const page: Page = {
    id,
    type,
    title: reader.needText('title', 120),
    text: reader.text('text'),
    section: reader.string('section'),
    showIf: readCondition(reader, 'showIf'),
    hidden: reader.flag('hidden'),
    fields: reader.elements('fields', largest.fields, readField).filter((field) => field !== null),
    checks: reader.elements('checks', 100, (check, checkId) => ({
      id: checkId,
      refuseIf: needCondition(check),
      message: check.needText('message', 400),
      field: check.string('field'),
    })),
  };
  if (type === 'questions' && page.fields.length === 0 && page.text === null) {
    reader.reading.warn(reader.path, {
      sv: 'Sidan är tom. Lägg till en fråga eller en text, eller ta bort sidan.',
      en: 'The page is empty. Add a question or a text, or remove the page.',
    });
  }
  if (type === 'check' && (page.fields.length > 0 || page.showIf !== null)) {
    reader.reading.error(reader.path, {
      sv: 'Sidan där svaren kontrolleras kan inte ha frågor eller villkor. Flytta dem till en annan sida.',
      en: 'The page where answers are checked cannot have questions or a condition. Move them to another page.',
    });
  }
  return page;
}

function needCondition(reader: PropertyReader): Condition {
  if (reader.raw('if') === null) reader.missing('if');
  return readCondition(reader, 'if') ?? never;
}
