import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decideMeanwhile, recordBefore, taking } from './meanwhile.ts';
import { Supplier } from './record.ts';

const opened = {
  name: 'A',
  web: '',
  whatSv: 'x',
  whatEn: 'y',
  standards: ['s'],
  'evidence-s': 'p',
  aliases: 'a\nb',
};

suite('a form that was filled in while somebody else changed the record', () => {
  const cases = [
    ['nothing touched takes theirs', {}, { web: 'theirs' }, ['web'], [['web', false]], { web: 'theirs' }],
    ['what was typed stays', { web: 'ours' }, { web: 'theirs' }, ['web'], [['web', true]], { web: 'ours' }],
    ['both alike are no matter', { web: 'same' }, { web: 'same' }, ['web'], [], { web: 'same' }],
    ['one language typed keeps both', { whatSv: 'o' }, { whatEn: 't' }, ['what'], [['what', true]], { whatSv: 'o', whatEn: 'y' }],
    ['evidence goes with its standards', {}, { standards: ['s', 't'], 'evidence-t': 'q' }, ['standards'], [['standards', false]], { standards: ['s', 't'], 'evidence-t': 'q' }],
    ['ends of lines say nothing', { aliases: 'a\r\nb' }, { aliases: 'c' }, ['aliases'], [['aliases', false]], { aliases: 'c' }],
    ['written back is no change', { name: 'ours' }, {}, ['name'], [], { name: 'ours' }],
  ] as const; // prettier-ignore
  for (const [what, typed, theirs, changed, fields, expected] of cases) {
    test(what, () => {
      const meanwhile = decideMeanwhile({
        typed: { ...opened, ...typed },
        opened,
        now: { ...opened, ...theirs },
        changed,
      });
      assert.deepEqual(
        meanwhile.fields.map(({ field, touched }) => [field, touched]),
        fields,
      );
      assert.deepEqual(meanwhile.typed, { ...opened, ...typed, ...expected });
    });
  }

  test('theirs is taken where it is asked for', () => {
    assert.deepEqual(taking({ whatSv: 'o', web: 'o' }, { whatSv: 't', whatEn: 't', web: 't' }, ['what']), {
      whatSv: 't',
      whatEn: 't',
      web: 'o',
    });
  });

  test('the record is as it was before it was written in, and none where it was no record', () => {
    const now = { id: 'a', name: 'B', web: 'https://b.example/', aliases: [], formerNames: ['A'] };
    const was = new Map<string, unknown>([['name', 'A'], ['web', null], ['formerNames', []]]); // prettier-ignore
    assert.deepEqual(recordBefore(Supplier, now, was), { id: 'a', name: 'A', aliases: [], formerNames: [] });
    assert.equal(recordBefore(Supplier, now, new Map([['name', null]])), null);
  });
});
