import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAdopterEdit, effectiveLocks } from '../../../kernel/index.ts';
import { after, base, edited, filled, hide, own, put, sv, type Edit } from './fixtures/edits.ts';
import { everyGuide } from './fixtures/every-block.ts';
import { guideRules } from './rules.ts';

const violations = (edits: Readonly<Record<string, Edit>>, upstream = base): readonly string[] =>
  checkAdopterEdit({ upstream, before: upstream, after: edited(upstream, edits), rules: guideRules }).map(
    ({ kind, element }) => `${kind} ${element}`,
  );

describe('what an adopter of a base education may do', () => {
  const rows: readonly (readonly [string, Readonly<Record<string, Edit>>, readonly string[]])[] = [
    ['fill a slot', { 'hos-oss': filled }, []],
    ['call a slot something else', { 'hos-oss': put('title', { sv: 'I Skara', en: 'In Skara' }) }, []],
    ['hide a slot that everybody must have', { 'hos-oss': hide }, ['demanded hos-oss']],
    ['make it voluntary', { 'hos-oss': put('required', false) }, ['demanded hos-oss']],
    ['hide the step that it is in', { 'forsta-gangen': hide }, ['demanded forsta-gangen']],
    ['hide what the law demands', { lagen: hide }, ['locked lagen']],
    ['reword what the law demands', { lagen: sv('Läs vad du vill.') }, ['locked lagen']],
    ['put something of its own between', { gor: after(own) }, []],
    [
      'put a point of its own among the actions',
      { 'gor-1': after({ id: 'skara-punkt', text: { sv: 'x' } }) },
      [],
    ],
    ['reword what is free', { rad: sv('Fråga din närmaste chef.') }, []],
    ['hide what is free', { rad: hide }, []],
    ['reword the rest', { valkommen: sv('Hej.') }, ['locked valkommen']],
    ['hide the rest', { akta: hide }, ['locked akta']],
    ['hide what would hide the law', { sekretess: hide }, ['locked sekretess']],
    ['say how long it takes here', { 'forsta-gangen': put('minutes', 10) }, []],
    ['name its own systems', { 'forsta-gangen': put('tasks', ['system:treserva/logga-in']) }, []],
    ['remove an answer', { 'fragan-ja': () => [] }, ['removed-upstream fragan-ja']],
    ['turn right and wrong round', { 'fragan-ja': put('right', true) }, ['locked fragan-ja']],
  ];
  for (const [name, edits, expected] of rows) {
    it(`${name}: ${expected.length === 0 ? 'yes' : 'no'}`, () =>
      assert.deepEqual(violations(edits), expected));
  }

  it('the law binds whatever the guide around it allows', () => {
    const free = everyGuide({ lock: 'free' });
    assert.deepEqual(violations({ lagen: hide, akta: hide }, free), ['locked lagen']);
    assert.equal(effectiveLocks(free, guideRules).get('akta'), 'free');
  });
});
