import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testApp, type TestApp } from '../support/app.ts';

/* A call to join is a letter to all who are invited. */

let kommons: TestApp;
before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

test('an organisation calls all others ten times a day at most, and what was typed stays', async () => {
  const lead = kommons.visitor('strategist@gullspang');
  const fields = {
    titel: 'Köp\r\nBcc: alla@example.se',
    text: 'Vill ni vara med?',
    namn: 'Skara',
    'svara.day': '1',
    'svara.month': '6',
    'svara.year': '2027',
  };
  const send = () => lead.raw('POST', '/arbete/gullspang/upprop/nytt', fields);
  const sent = await Promise.all(Array.from({ length: 13 }, send));
  assert.equal(sent.filter(({ status }) => status === 303).length, 10, 'also when many are sent at once');
  const eleventh = await send();
  assert.equal(eleventh.status, 422);
  assert.match(eleventh.body, /tio upprop i dag/u);
  assert.match(eleventh.body, /Vill ni vara med\?/u);
  const { rows } = await kommons.database.db.transaction({ organisation: 'gullspang', person: null }, (tx) =>
    sql<{ title: string }>`select distinct title from systems.calls`.execute(tx),
  );
  assert.deepEqual(rows, [{ title: 'Köp Bcc: alla@example.se' }], 'a subject is one line');
  kommons.clock.now = new Date('2026-11-24T09:00:00Z');
  assert.equal((await send()).status, 303, 'another day');
});

test('a text as long as its box allows is taken, however a form sends its line breaks', async () => {
  const typed = `${'a\r\n'.repeat(1900)}${'b'.repeat(200)}`;
  const sent = await kommons.visitor('strategist@hjo').raw('POST', '/arbete/hjo/upprop/nytt', {
    titel: 'Långt',
    text: typed,
    namn: 'Skara',
    'svara.day': '1',
    'svara.month': '6',
    'svara.year': '2027',
  });
  assert.equal(sent.status, 303, sent.body.slice(0, 300));
  const { rows } = await kommons.database.db.transaction({ organisation: 'hjo', person: null }, (tx) =>
    sql<{ text: string }>`select text from systems.calls where organisation_id = 'hjo'`.execute(tx),
  );
  assert.deepEqual(rows, [{ text: typed.replaceAll('\r\n', '\n') }]);
});
