import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Content, PageSaving, Typed } from './content.ts';
import { decideSave, dropPending, emptyContent } from './content.ts';

const typed = (name: string): Typed => ({ form: { namn: name }, files: {}, unsafe: [] });

const saving = (over: Partial<PageSaving> & { readonly name: string }): PageSaving => {
  const { name, ...rest } = over;
  return {
    page: 'vem',
    basedOn: 0,
    sent: typed(name),
    reading: { ok: true, answers: { namn: name } },
    judged: true,
    keepsTyped: false,
    revision: 1,
    at: '2026-11-23T13:32:00.000Z',
    ...rest,
  };
};

const save = (content: Content, next: PageSaving): Content => decideSave(content, next).content;

test('a page that could be read leaves answers and nothing typed', () => {
  const saved = decideSave(emptyContent, saving({ name: 'Alva' }));
  assert.equal(saved.kind, 'saved');
  assert.deepEqual(saved.content, {
    answers: { namn: 'Alva' },
    pages: { vem: { revision: 1, at: '2026-11-23T13:32:00.000Z', typed: null, pending: null } },
  });
});

test('what could not be read stays as typed, beside what could', () => {
  const reading = { ok: false, answers: { namn: 'Alva' } };
  const content = save(emptyContent, saving({ name: 'Alva', reading }));
  assert.deepEqual(content.answers, { namn: 'Alva' });
  assert.deepEqual(content.pages['vem']?.typed, { ...typed('Alva'), judged: true });
});

test('a page that is still being filled in keeps what was typed though all of it could be read', () => {
  const content = save(emptyContent, saving({ name: 'Alva', keepsTyped: true, judged: false }));
  assert.deepEqual(content.pages['vem']?.typed, { ...typed('Alva'), judged: false });
  const done = save(content, saving({ name: 'Alva', basedOn: 1, revision: 2 }));
  assert.equal(done.pages['vem']?.typed, null);
});

test('a later window with an older page never overwrites: both are kept until the person chooses', () => {
  const first = save(emptyContent, saving({ name: 'Alva' }));
  const second = decideSave(first, saving({ name: 'Olle', basedOn: 0, revision: 2 }));
  assert.equal(second.kind, 'stale');
  assert.deepEqual(second.content.answers, { namn: 'Alva' });
  assert.deepEqual(second.content.pages['vem']?.pending?.form, { namn: 'Olle' });
  const kept = dropPending(second.content, 'vem');
  assert.deepEqual(kept, first);
  const onward = save(second.content, saving({ name: 'Alvar', basedOn: 1, revision: 3 }));
  assert.deepEqual(onward.pages['vem']?.pending?.form, { namn: 'Olle' }, 'still waits');
  const taken = decideSave(kept, saving({ name: 'Olle', basedOn: null, revision: 3 }));
  assert.equal(taken.kind, 'saved');
  assert.deepEqual(taken.content.answers, { namn: 'Olle' });
  assert.equal(taken.content.pages['vem']?.pending, null);
});

test('two windows on different pages do not meet', () => {
  const first = save(emptyContent, saving({ name: 'Alva' }));
  const other = decideSave(
    first,
    saving({ name: 'x', page: 'resan', reading: { ok: true, answers: { avstand: 2.6 } }, revision: 2 }),
  );
  assert.equal(other.kind, 'saved');
  assert.deepEqual(other.content.answers, { namn: 'Alva', avstand: 2.6 });
});

test('law: the same page sent again is never stale and changes no answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), fc.integer({ min: 0, max: 5 }), (name, ok, basedOn) => {
      const reading = { ok, answers: ok ? { namn: name } : {} };
      const first = save(emptyContent, saving({ name, reading, revision: 3 }));
      const again = decideSave(first, saving({ name, reading, basedOn, revision: 4 }));
      assert.equal(again.kind, 'saved');
      assert.deepEqual(again.content.answers, first.answers);
    }),
  );
});

test('law: however two windows interleave, everything sent is either saved or waiting', () => {
  const Sent = fc.record({ name: fc.string({ minLength: 1 }), basedOn: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(Sent, { minLength: 1, maxLength: 8 }), (all) => {
      let content = emptyContent;
      all.forEach(({ name, basedOn }, index) => {
        content = save(content, saving({ name, basedOn, revision: index + 1 }));
        const record = content.pages['vem'];
        const held = [content.answers['namn'], record?.pending?.form['namn']];
        assert.ok(held.includes(name), `${name} was lost`);
      });
    }),
  );
});
