import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules, diff, type Json } from '../../../kernel/index.ts';
import { mergeApart } from '../merging/merge-apart.ts';
import { leaflet, leafletKind } from '../testing/leaflet.ts';
import { mayRead, type Audience, type Reader } from './audience.ts';
import { makeChecklist, offeredValues, readValues, resolveValues } from './checklist.ts';
import { cherryPick } from './cherry-pick.ts';
import type { Command } from './commands.ts';
import { changeKey, describeDifferences, partsOf } from './described.ts';
import { edit } from './edit.ts';
import type { Base } from './shapes.ts';
import { noChoices, planUpdate } from './update-plan.ts';
import { viewPlan } from './update-view.ts';

const base: Base = {
  organisation: 'sundsvall',
  number: 1,
  versionId: 'v',
  definitionHash: 'h',
  offered: {},
  locked: [],
};
const definition = leaflet('x');
const edited = (commands: readonly Command[]) => {
  const result = edit(definition, commands);
  assert.ok(result.ok);
  return result.definition;
};

const employee: Reader = { employee: true, organisations: ['timra'], circles: ['timra', 'esamverkan'] };
const citizen: Reader = { employee: false, organisations: [], circles: [] };
const audiences: readonly (readonly [Audience, boolean, boolean])[] = [
  [{ kind: 'everyone' }, true, true],
  [{ kind: 'public-sector' }, true, false],
  [{ kind: 'networks', of: ['esamverkan'] }, true, false],
  [{ kind: 'networks', of: ['v6'] }, false, false],
  [{ kind: 'organisations', of: ['timra', 'ange'] }, true, false],
  [{ kind: 'organisations', of: ['ange'] }, false, false],
];
for (const [audience, staff, anybody] of audiences) {
  test(`published for ${JSON.stringify(audience)}`, () => {
    assert.equal(mayRead(employee, 'sundsvall', audience), staff);
    assert.equal(mayRead(citizen, 'sundsvall', audience), anybody);
    assert.equal(mayRead(employee, 'timra', audience), true);
  });
}

const values: readonly {
  readonly name: string;
  readonly own: Readonly<Record<string, Json>>;
  readonly offered: Readonly<Record<string, Json>>;
  readonly locked: readonly string[];
  readonly gives: Readonly<Record<string, Json>>;
  readonly missing: readonly string[];
}[] = [
  {
    name: 'the default, else nothing',
    own: {},
    offered: {},
    locked: [],
    gives: { avgift: 100 },
    missing: ['kontakt'],
  },
  {
    name: 'an offered value before the default',
    own: {},
    offered: { avgift: 50 },
    locked: [],
    gives: { avgift: 50 },
    missing: ['kontakt'],
  },
  {
    name: 'one’s own before what is offered',
    own: { avgift: 25, kontakt: 'a@b.se' },
    offered: { avgift: 50 },
    locked: [],
    gives: { avgift: 25, kontakt: 'a@b.se' },
    missing: [],
  },
  {
    name: 'a locked value before one’s own',
    own: { avgift: 25 },
    offered: { avgift: 50 },
    locked: ['avgift'],
    gives: { avgift: 50 },
    missing: ['kontakt'],
  },
  {
    name: 'a value that no longer fits is asked again',
    own: { kontakt: 7 },
    offered: {},
    locked: [],
    gives: { avgift: 100 },
    missing: ['kontakt'],
  },
];
for (const { name, own, offered, locked, gives, missing } of values) {
  test(`values: ${name}`, () => {
    const from = { ...base, offered, locked: [...locked] };
    assert.deepEqual(resolveValues(definition, own, from), gives);
    assert.deepEqual(makeChecklist(definition, own, from).missing, missing);
  });
}

test('every value that does not fit is told of at once', () => {
  const read = readValues({
    definition,
    before: {},
    changes: { kontakt: 'x', avgift: -1, annat: 1 },
    base: null,
  });
  assert.deepEqual(read, {
    ok: false,
    problems: [
      { parameter: 'kontakt', problem: 'not-an-email' },
      { parameter: 'avgift', problem: 'below-min' },
      { parameter: 'annat', problem: 'unknown' },
    ],
  });
});

test('what an upstream has locked stays locked for the next in the chain', () => {
  const from = { ...base, offered: { avgift: 50 }, locked: ['avgift'] };
  const offered = offeredValues({ definition, base: from, offered: { kontakt: 'a@b.se' }, locked: [] });
  assert.deepEqual(offered, { ok: true, values: { avgift: 50, kontakt: 'a@b.se' }, locked: ['avgift'] });
  const tried = offeredValues({ definition, base: from, offered: { avgift: 10 }, locked: [] });
  assert.deepEqual(tried, { ok: false, problems: [{ parameter: 'avgift', problem: 'locked' }] });
});

const local = edited([
  { do: 'add', list: 'chapters', after: 'a', element: { id: 'n1', title: { sv: 'Ett', en: 'One' } } },
  { do: 'add', list: 'chapters', after: 'n1', element: { id: 'n2', title: { sv: 'Två', en: 'Two' } } },
  { do: 'add', list: 'chapters/n2/notes', after: null, element: { id: 'n3', text: { sv: 'Not' } } },
  { do: 'set', path: 'chapters/b/text/sv', value: 'Annat.' },
]);
const changes = diff(definition, local, defaultRules);
const keyAt = (path: string): string => {
  const change = changes.find((one) => one.path === path);
  assert.ok(change !== undefined, path);
  return changeKey(change);
};
const pick = (...paths: readonly string[]) =>
  cherryPick({
    base: definition,
    to: local,
    changes,
    chosen: new Set(paths.map(keyAt)),
    rules: defaultRules,
  });

test('a chosen change stands beside the nearest that is there', () => {
  const picked = pick('chapters/n2');
  assert.ok(picked.ok);
  const chapters = picked.definition['chapters'];
  assert.deepEqual(Array.isArray(chapters) && chapters.map((one: { id?: string }) => one.id), [
    'a',
    'n2',
    'b',
    'c',
  ]);
  assert.match(JSON.stringify(chapters), /"n3"/);
});

test('only what was chosen is taken', () => {
  const picked = pick('chapters/b/text/sv');
  assert.ok(picked.ok);
  assert.deepEqual(
    diff(definition, picked.definition).map((one) => one.path),
    ['chapters/b/text/sv'],
  );
  const none = pick();
  assert.ok(none.ok && diff(definition, none.definition).length === 0);
});

test('differences are told in the reader’s words, part by part in reading order', () => {
  const told = describeDifferences(definition, local, { kind: leafletKind, language: 'sv' });
  assert.deepEqual(
    told.map((one) => one.part.title),
    ['Ett', 'Två', 'Kapitel b'],
  );
  assert.ok(told.every((one) => one.sentence.length > 5));
  const parts = partsOf([definition], { kind: leafletKind, language: 'en' });
  assert.deepEqual(
    parts.all.map((part) => part.title),
    ['leaflet', 'Local facts', 'Chapter a', 'Chapter b', 'Chapter c'],
  );
  assert.equal(parts.of('parameters/avgift/default').path, 'parameters');
  assert.equal(parts.of('title/sv').path, '');
});

test('an answer counts only for the question that was asked', async () => {
  const sides = {
    kind: leafletKind,
    base: definition,
    ours: edited([{ do: 'set', path: 'chapters/a/text/sv', value: 'Vårt. Du får svar inom en månad.' }]),
    theirs: edited([{ do: 'set', path: 'chapters/a/text/sv', value: 'Deras. Du får svar inom en månad.' }]),
    declined: [],
  };
  const plan = await planUpdate(sides, noChoices, mergeApart);
  const view = await viewPlan(plan, { answers: {}, declines: {} }, { language: 'sv' });
  const [conflict] = view.parts.flatMap((part) => part.conflicts);
  assert.ok(conflict !== undefined);
  assert.deepEqual([view.left, view.total, view.tiles[0]?.state], [1, 1, 'choose']);
  const stale = { answer: { take: 'ours' as const }, conflict: 'another question' };
  const answered = { answers: { [conflict.id]: stale }, declines: new Set<string>() };
  assert.equal((await planUpdate(sides, answered, mergeApart)).result.clean, false);
});
