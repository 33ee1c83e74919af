import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { readEService, validateEService } from './e-service.ts';

type Json = { [key: string]: unknown };

/** A small service that nothing is wrong with. */
function whole(): Json {
  return {
    kommons: 'definition/1',
    kind: 'e-service',
    id: 'skolskjuts',
    languages: ['sv'],
    title: { sv: 'Skolskjuts' },
    casePrefix: 'SKJ',
    parameters: [
      { id: 'grans', type: 'distance', label: { sv: 'Gräns' }, default: 2000 },
      { id: 'tid', type: 'duration', label: { sv: 'Tid' } },
      { id: 'sista-dag', type: 'date', label: { sv: 'Sista dag' } },
    ],
    pages: [
      {
        id: 'skolan',
        title: { sv: 'Skolan' },
        text: { sv: 'Gränsen är {grans}.' },
        fields: [
          {
            id: 'skola',
            type: 'choice',
            label: { sv: 'Vilken skola?' },
            required: true,
            options: [
              { id: 'kommunal', label: { sv: 'Kommunal' } },
              { id: 'fristaende', label: { sv: 'Fristående' } },
            ],
          },
          { id: 'avstand', type: 'number', label: { sv: 'Hur långt?' }, min: 0, max: { parameter: 'grans' } },
        ],
      },
      {
        id: 'barnen',
        title: { sv: 'Barnen' },
        showIf: 'skola = "kommunal" and avstand > grans',
        fields: [
          {
            id: 'barn',
            type: 'group',
            label: { sv: 'Barn' },
            fields: [
              { id: 'namn', type: 'short-text', label: { sv: 'Namn' } },
              { id: 'alder', type: 'number', label: { sv: 'Ålder' }, showIf: 'namn != null' },
            ],
          },
          { id: 'fran', type: 'date', label: { sv: 'Från?' }, latest: { parameter: 'sista-dag' } },
        ],
        checks: [{ id: 'for-manga', if: 'count(barn) > 3', message: { sv: 'Högst tre.' }, field: 'barn' }],
      },
    ],
    process: {
      id: 'process',
      states: [
        { id: 'in', title: { sv: 'In' }, role: 'case-worker', kind: 'received' },
        {
          id: 'arbete',
          title: { sv: 'Arbete' },
          role: 'case-worker',
          kind: 'working',
          timeLimit: { parameter: 'tid' },
        },
        { id: 'klart', title: { sv: 'Klart' }, role: 'case-worker', kind: 'decided' },
      ],
      completionDays: { days: 14 },
    },
    decisions: [{ id: 'ja', label: { sv: 'Ja' }, outcome: 'approved', text: { sv: 'Ni får skjuts.' } }],
  };
}

/** The definition with the value at a path put in place; undefined takes it away. */
function edited(path: string, value: unknown): Json {
  const definition = whole();
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  let at: unknown = definition;
  for (const part of parts) at = inside(at, part);
  if (Array.isArray(at)) at.push(value);
  else if (typeof at === 'object' && at !== null) Object.assign(at, { [last]: value });
  return JSON.parse(JSON.stringify(definition));
}

function inside(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return value.find((item: unknown) => idOf(item) === part);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === part)?.[1]
    : undefined;
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

function found(definition: unknown): readonly string[] {
  return validateEService(definition).map(({ severity, path }) => `${severity} ${path}`);
}

const skola = 'pages/skolan/fields/skola';
const avstand = 'pages/skolan/fields/avstand';
const barn = 'pages/barnen/fields/barn';

const faults: readonly (readonly [string, string, unknown, string])[] = [
  ['a case concerns no question', 'concerns', ['finns-inte'], 'error concerns'],
  ['a case concerns a group', 'concerns', ['barn'], 'error concerns'],
  ['a case concerns a number', 'concerns', [7], 'error concerns/0'],
  ['another format', 'kommons', 'definition/9', 'error kommons'],
  ['another kind', 'kind', 'guide', 'error kind'],
  ['an id with capitals', 'id', 'Skolskjuts', 'error id'],
  ['no languages', 'languages', [], 'error languages'],
  ['a language twice', 'languages', ['sv', 'sv'], 'error languages'],
  ['no title', 'title', undefined, 'error title'],
  ['a title without language', 'title', 'Skolskjuts', 'error title'],
  ['a title in a foreign language', 'title', { sv: 'a', fi: 'b' }, 'error title/fi'],
  ['a missing translation', 'languages', ['sv', 'en'], 'warning title/en'],
  ['a missing source', 'languages', ['en', 'sv'], 'error title/en'],
  ['an unknown subject', 'subject', 'skolan', 'error subject'],
  ['an unknown property', 'titel', { sv: 'x' }, 'warning titel'],
  [
    'larger files than the server takes',
    'pages/-',
    {
      id: 'intyg',
      title: { sv: 'Intyg' },
      fields: [{ id: 'fil', type: 'file', label: { sv: 'Fil' }, maxMegabytes: 21 }],
    },
    'error pages/intyg/fields/fil/maxMegabytes',
  ],
  ['no pages', 'pages', [], 'error pages'],
  ['pages that are no list', 'pages', {}, 'error pages'],
  ['a page that is no object', 'pages/-', 'x', 'error pages/2'],
  ['a page without id', 'pages/-', { title: { sv: 'x' } }, 'error pages/2'],
  ['an empty page', 'pages/skolan/fields', [], 'error pages/barnen/showIf'],
  ['a question without type', `${skola}/type`, undefined, `error ${skola}/type`],
  ['an unknown type', `${skola}/type`, 'radio', `error ${skola}/type`],
  ['a question without label', `${skola}/label`, undefined, `error ${skola}/label`],
  ['a choice without options', `${skola}/options`, [], `error ${skola}/options`],
  ['required that is no truth', `${skola}/required`, 'ja', `error ${skola}/required`],
  ['decimals out of bounds', `${avstand}/decimals`, 7, `error ${avstand}/decimals`],
  ['a limit that is text', `${avstand}/min`, 'noll', `error ${avstand}/min`],
  [
    'a limit by a parameter that is not there',
    `${avstand}/min`,
    { parameter: 'grens' },
    `error ${avstand}/min`,
  ],
  [
    'a limit by a parameter of another type',
    `${avstand}/min`,
    { parameter: 'sista-dag' },
    `error ${avstand}/min`,
  ],
  [
    'a day by a number',
    'pages/barnen/fields/fran/latest',
    { parameter: 'grans' },
    'error pages/barnen/fields/fran/latest',
  ],
  [
    'a day that is none',
    'pages/barnen/fields/fran/latest',
    '2026-02-30',
    'error pages/barnen/fields/fran/latest',
  ],
  ['a condition that cannot be read', `${avstand}/showIf`, 'skola =', `error ${avstand}/showIf`],
  ['a condition on what is not there', `${avstand}/showIf`, 'skolan = "kommunal"', `error ${avstand}/showIf`],
  [
    'a condition on an option that is not there',
    `${avstand}/showIf`,
    'skola = "komunal"',
    `error ${avstand}/showIf`,
  ],
  ['a condition on itself', `${avstand}/showIf`, 'avstand > 3', `error ${avstand}/showIf`],
  ['a condition on what comes later', `${skola}/showIf`, 'avstand > 3', `error ${skola}/showIf`],
  ['a page condition on its own page', 'pages/skolan/showIf', 'avstand > 3', 'error pages/skolan/showIf'],
  [
    'a condition into a group',
    'pages/barnen/fields/fran/showIf',
    'alder > 3',
    'error pages/barnen/fields/fran/showIf',
  ],
  ['a condition with the wrong type', `${avstand}/showIf`, 'skola > 3', `error ${avstand}/showIf`],
  [
    'a row condition on a later question',
    `${barn}/fields/namn/showIf`,
    'alder > 3',
    `error ${barn}/fields/namn/showIf`,
  ],
  ['a condition on a hidden question', `${skola}/hidden`, true, 'warning pages/barnen/showIf'],
  [
    'a check on another page',
    'pages/barnen/checks/for-manga/field',
    'skola',
    'error pages/barnen/checks/for-manga/field',
  ],
  [
    'a check without condition',
    'pages/barnen/checks/for-manga/if',
    undefined,
    'error pages/barnen/checks/for-manga/if',
  ],
  [
    'a group in a group',
    `${barn}/fields/-`,
    { id: 'inre', type: 'group', label: { sv: 'x' } },
    `error ${barn}/fields/inre`,
  ],
  ['a group without questions', `${barn}/fields`, [], `error ${barn}/fields`],
  [
    'an id twice',
    'pages/skolan/fields/-',
    { id: 'kommunal', type: 'yes-no', label: { sv: 'x' } },
    'error pages/skolan/fields/kommunal',
  ],
  [
    'an id that is a word of conditions',
    'pages/skolan/fields/-',
    { id: 'and', type: 'yes-no', label: { sv: 'x' } },
    'error pages/skolan/fields/and',
  ],
  [
    'an id that conditions cannot say',
    'pages/skolan/fields/-',
    { id: 'a.b', type: 'yes-no', label: { sv: 'x' } },
    'error pages/skolan/fields/a.b',
  ],
  [
    'a place for a parameter that is not there',
    'pages/skolan/text',
    { sv: '{gräns}' },
    'error pages/skolan/text/sv',
  ],
  ['a parameter of an unknown type', 'parameters/grans/type', 'meter', 'error parameters/grans/type'],
  ['a default that does not fit', 'parameters/grans/default', 'långt', 'error parameters/grans/default'],
  [
    'a process that begins elsewhere',
    'process/states',
    [{ id: 'x', title: { sv: 'x' }, kind: 'decided' }],
    'error process/states',
  ],
  ['a state of an unknown kind', 'process/states/in/kind', 'new', 'error process/states/in/kind'],
  ['a time limit without days', 'process/states/in/timeLimit', 30, 'error process/states/in/timeLimit'],
  ['an unknown outcome', 'decisions/ja/outcome', 'yes', 'error decisions/ja/outcome'],
  [
    'another way to appeal that nothing leads to',
    'appeal',
    { id: 'o', text: { sv: 'x' }, others: [{ id: 'annan', text: { sv: 'y' } }] },
    'error appeal/others/annan/showIf',
  ],
  [
    'another way to appeal by what is not asked',
    'appeal',
    { id: 'o', text: { sv: 'x' }, others: [{ id: 'annan', showIf: 'skolan = "x"', text: { sv: 'y' } }] },
    'error appeal/others/annan/showIf',
  ],
  ['a refusal without appeal', 'decisions/ja/outcome', 'rejected', 'warning appeal'],
  [
    'a link that is none',
    'legalBasis',
    [{ id: 'l', law: { sv: 'x' }, url: 'javascript:x' }],
    'error legalBasis/l/url',
  ],
  [
    'a sample with an impossible answer',
    'examples',
    [{ id: 'e', answers: { skola: {} } }],
    'error examples/e/answers/skola',
  ],
  ['two pages to check on', 'pages', [...pages('check'), ...pages('check', 'x')], 'error pages'],
  [
    'questions where answers are checked',
    'pages',
    pages('check').map((page) => ({ ...page, showIf: 'true' })),
    'error pages/check',
  ],
  [
    'a file format that is unknown',
    'pages/skolan/fields/-',
    { id: 'f', type: 'file', label: { sv: 'f' }, accept: ['exe'] },
    'error pages/skolan/fields/f/accept/0',
  ],
  [
    'fewer files than needed',
    'pages/skolan/fields/-',
    { id: 'f', type: 'file', label: { sv: 'f' }, minFiles: 3, maxFiles: 2 },
    'error pages/skolan/fields/f/maxFiles',
  ],
  ['a section that is not there', 'pages/skolan/section', 'delen', 'error pages/skolan/section'],
];

function pages(id: string, suffix = ''): readonly Json[] {
  return [{ id: id + suffix, type: 'check', title: { sv: 'Kontrollera' } }];
}

describe('a definition', () => {
  it('that is whole has nothing wrong', () => assert.deepEqual(found(whole()), []));

  for (const [name, path, value, expected] of faults) {
    it(`with ${name}: ${expected}`, () => {
      const issues = found(edited(path, value));
      assert.ok(issues.includes(expected), issues.join('\n'));
    });
  }

  it('says what stands where in a condition, in both languages', () => {
    const [issue] = validateEService(edited('pages/barnen/showIf', 'skola = "komunal"'));
    assert.equal(issue?.what, '"komunal"');
    assert.equal(
      issue?.message.sv,
      'Svarsalternativet ”komunal” finns inte i frågan. Menade du ”kommunal”? (tecken 9)',
    );
    assert.equal(
      issue?.message.en,
      'The question has no option “komunal”. Did you mean “kommunal”? (character 9)',
    );
  });

  it('ends with a page to check the answers on', () => {
    const read = readEService(whole());
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.pages.map(({ id, type }) => [id, type]),
      [
        ['skolan', 'questions'],
        ['barnen', 'questions'],
        ['kontrollera', 'check'],
      ],
    );
  });

  it('is read once', () => {
    const definition = whole();
    assert.equal(readEService(definition), readEService(definition));
  });

  it('that is any JSON is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...faults.map(([, path]) => path)), fc.jsonValue(), (path, value) => {
        assert.doesNotThrow(() => validateEService(edited(path, value)));
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(readEService(value).ok, false);
      }),
    );
  });
});
