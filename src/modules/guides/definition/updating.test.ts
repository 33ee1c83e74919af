import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conflictKey, diff, merge, resolve, type JsonObject } from '../../../kernel/index.ts';
import { after, asObject, base, edited, filled, hide, own, put, sv, type Edit } from './fixtures/edits.ts';
import { readGuide } from './read/guide.ts';
import { guideRules } from './rules.ts';

type Golden = {
  readonly name: string;
  readonly ours: Readonly<Record<string, Edit>>;
  readonly theirs: Readonly<Record<string, Edit>>;
  /** The edits that the result has, upon the base. */
  readonly merged: Readonly<Record<string, Edit>>;
  readonly asks?: readonly string[];
};

const newStep = (id: string): JsonObject => ({
  id,
  title: { sv: 'Nytt steg', en: 'New step' },
  blocks: [{ id: `${id}-text`, type: 'text', text: { sv: 'Så.', en: 'So.' } }],
});

const golden: readonly Golden[] = [
  {
    name: 'what a municipality wrote in a slot stays when upstream rewords the slot',
    ours: { 'hos-oss': filled },
    theirs: {
      'hos-oss': put('prompt', { sv: 'Skriv vem man ringer, och när.', en: 'Write whom to ring, and when.' }),
    },
    merged: {
      'hos-oss': (slot) => ({
        ...slot,
        prompt: { sv: 'Skriv vem man ringer, och när.', en: 'Write whom to ring, and when.' },
        blocks: [own],
      }),
    },
  },
  {
    name: 'what was written in a slot follows it to another step',
    ours: { 'hos-oss': filled },
    theirs: {
      'hos-oss': () => [],
      lagen: (law) => [
        law,
        {
          id: 'hos-oss',
          type: 'slot',
          lock: 'free',
          required: true,
          title: { sv: 'Så gör vi hos oss', en: 'How we do it here' },
          prompt: { sv: 'Skriv vem man ringer.', en: 'Write whom to ring.' },
        },
      ],
    },
    merged: {
      'hos-oss': () => [],
      lagen: (law) => [
        law,
        {
          id: 'hos-oss',
          type: 'slot',
          lock: 'free',
          required: true,
          title: { sv: 'Så gör vi hos oss', en: 'How we do it here' },
          prompt: { sv: 'Skriv vem man ringer.', en: 'Write whom to ring.' },
          blocks: [own],
        },
      ],
    },
  },
  {
    name: 'a step of one’s own and a new step of upstream’s both stand',
    ours: { 'forsta-gangen': after(newStep('skara-steg')) },
    theirs: { 'forsta-gangen': after(newStep('byta-kort')) },
    merged: { 'forsta-gangen': after(newStep('byta-kort'), newStep('skara-steg')) },
  },
  {
    name: 'each a sentence of one text',
    ours: { rad: sv('Fråga din närmaste chef. Vi hjälper dig.') },
    theirs: { rad: sv('Fråga din chef. Vi hjälper dig gärna.') },
    merged: { rad: sv('Fråga din närmaste chef. Vi hjälper dig gärna.') },
  },
  {
    name: 'the same sentence is asked',
    ours: { rad: sv('Fråga din närmaste chef. Vi hjälper dig.') },
    theirs: { rad: sv('Fråga alltid din chef. Vi hjälper dig.') },
    merged: { rad: sv('Fråga din närmaste chef. Vi hjälper dig.') },
    asks: ['wording sections/sekretess/steps/andra-steget/blocks/rad/text/sv'],
  },
  {
    name: 'tasks are a set: each adds its own',
    ours: { 'andra-steget': put('tasks', ['system:treserva/lasa']) },
    theirs: { 'andra-steget': put('tasks', ['page:/arbete/:organisation/arenden']) },
    merged: { 'andra-steget': put('tasks', ['page:/arbete/:organisation/arenden', 'system:treserva/lasa']) },
  },
  {
    name: 'a link leads where one side says, never half and half',
    ours: { lanken: put('to', { kind: 'web', address: 'https://intra.example.se' }) },
    theirs: { lanken: put('to', { kind: 'service', work: 'skolskjuts' }) },
    merged: { lanken: put('to', { kind: 'web', address: 'https://intra.example.se' }) },
    asks: ['both-changed sections/logga-in/steps/forsta-gangen/blocks/lanken/to'],
  },
  {
    name: 'a highlight is moved by one and named by the other',
    ours: { ruta: put('label', { sv: 'Den gröna knappen', en: 'The button' }) },
    theirs: { ruta: put('x', 40) },
    merged: { ruta: (mark) => ({ ...mark, x: 40, label: { sv: 'Den gröna knappen', en: 'The button' } }) },
  },
  {
    name: 'a new slot that all must fill comes in, empty',
    ours: { 'hos-oss': filled },
    theirs: {
      lagen: after({
        id: 'ny-plats',
        type: 'slot',
        lock: 'free',
        required: true,
        title: { sv: 'Hos oss', en: 'Here' },
      }),
    },
    merged: {
      'hos-oss': filled,
      lagen: after({
        id: 'ny-plats',
        type: 'slot',
        lock: 'free',
        required: true,
        title: { sv: 'Hos oss', en: 'Here' },
      }),
    },
  },
  {
    name: 'upstream locks what was reworded here: asked, and ours until answered',
    ours: { rad: sv('Fråga din närmaste chef.') },
    theirs: { rad: put('lock', 'fixed') },
    merged: {
      rad: (text) => ({
        ...text,
        lock: 'fixed',
        text: { ...asObject(text['text']), sv: 'Fråga din närmaste chef.' },
      }),
    },
    asks: ['locked sections/sekretess/steps/andra-steget/blocks/rad/text/sv'],
  },
];

describe('an update of a guide', () => {
  for (const { name, ours, theirs, merged, asks = [] } of golden) {
    it(name, () => {
      const result = merge({
        base,
        ours: edited(base, ours),
        theirs: edited(base, theirs),
        rules: guideRules,
      });
      assert.deepEqual(
        result.conflicts.map(({ kind, path }) => `${kind} ${path}`),
        asks,
      );
      assert.deepEqual(diff(edited(base, merged), result.merged, guideRules), []);
      assert.ok(readGuide(result.merged).ok);
    });
  }

  it('that demands a slot which is hidden here asks, and the suggestion shows it again', () => {
    const voluntary = edited(base, { 'hos-oss': put('required', false) });
    const ours = edited(voluntary, { 'hos-oss': hide });
    const result = merge({ base: voluntary, ours, theirs: base, rules: guideRules });
    assert.deepEqual(
      result.conflicts.map(({ kind, element, property }) => [kind, element, property]),
      [['locked', 'hos-oss', 'hidden']],
    );
    const answers = Object.fromEntries(
      result.conflicts.map((one) => [conflictKey(one), { take: 'suggestion' } as const]),
    );
    const settled = resolve(result, answers);
    assert.ok(settled.ok);
    assert.deepEqual(diff(base, settled.definition, guideRules), []);
  });
});
