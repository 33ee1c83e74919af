import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';

/* Two who fill in the same systems at once: nothing that one wrote is written over by the other unseen. */

const own = '/arbete/skara/system';

let kommons: TestApp;
const one = () => kommons.visitor('strategist@skara');
const other = () => kommons.visitor('admin@skara');

before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

async function factsOf(usage: string): Promise<unknown> {
  const { rows } = await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    sql<{ facts: unknown }>`select facts from systems.usages where id = ${usage}`.execute(tx),
  );
  return rows[0]?.facts;
}

async function made(): Promise<string> {
  const [usage] = await putInUse(kommons, 'skara', [{ product: 'lifecare' }]);
  assert.ok(usage);
  return usage;
}

test('a form that is shown again for a fault keeps what was meant, and takes nothing of a colleague’s back', async () => {
  const usage = await made();
  const form = `${own}/${usage}/andra?del=use`;
  const opened = await one().open(form);
  await other().send(await other().open(form), '/andra', { localName: 'Kollegans namn' });
  const again = await one().send(opened, '/andra', { version: '4.2', 'from.day': '45' });
  assert.equal(again.status, 422);
  assert.match(again.html, /value="4\.2"/);
  assert.match(again.html, /value="Kollegans namn"/);
  await one().send(again, '/andra', { 'from.day': '', 'from.month': '', 'from.year': '' });
  assert.deepEqual(await factsOf(usage), {
    status: 'in-use',
    localName: 'Kollegans namn',
    version: '4.2',
  });
});

test('nor does the table', async () => {
  const usage = await made();
  const table = `${own}/tabell`;
  const opened = await one().open(table);
  const cell = (field: string): string => {
    const [, name] = new RegExp(`name="([^"]*${usage}[^"]*${field})"`, 'u').exec(opened.html) ?? [];
    assert.ok(name, `the table has no ${field}`);
    return name;
  };
  await other().send(await other().open(table), 'tabell', { [cell('contact')]: 'Kollegan' });
  const again = await one().send(opened, 'tabell', {
    [cell('owner')]: 'Chefen',
    [cell('contractEnds')]: 'i vår',
  });
  assert.equal(again.status, 422);
  await one().send(again, 'tabell', { [cell('contractEnds')]: '' });
  assert.deepEqual(await factsOf(usage), { status: 'in-use', contact: 'Kollegan', owner: 'Chefen' });
});

test('many flows to one system at once are all there, each with its line of history', async () => {
  const hub = await made();
  const ends = await putInUse(
    kommons,
    'skara',
    Array.from({ length: 6 }, () => ({ product: 'raindance' })),
  );
  const sent = await Promise.all(
    ends.map((end) =>
      one().raw('POST', `${own}/${end}/floden`, { riktning: 'till', system: hub, vad: 'Fakturor' }),
    ),
  );
  assert.deepEqual(
    sent.map(({ status }) => status),
    ends.map(() => 303),
  );
  const { rows } = await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from systems.usage_changes
      where usage_id = ${hub} and became ? 'flow'`.execute(tx),
  );
  assert.deepEqual(rows, [{ n: ends.length }]);
});

test('a flow to what somebody has just removed is refused with words, and what was typed stays', async () => {
  const [from, to] = [await made(), await made()];
  const page = await one().open(`${own}/${from}`);
  await other().raw('POST', `${own}/${to}/ta-bort`);
  const refused = await one().send(page, '/floden', { system: to, vad: 'Fakturor till reskontran' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Fakturor till reskontran/);
});

test('one fact in several: what a colleague wrote or removed since it was opened is said, and nothing is lost', async () => {
  const [a, b, c] = [await made(), await made(), await made()];
  const several = `${own}/flera?val=${a}&val=${b}&val=${c}&falt=owner`;
  const opened = await one().open(several);
  await other().send(await other().open(`${own}/flera?val=${a}&falt=owner`), '/flera', { owner: 'Kollegan' });
  await other().raw('POST', `${own}/${c}/ta-bort`);
  const gone = await one().send(opened, '/flera', { owner: 'IT-chefen' });
  assert.equal(gone.status, 422);
  assert.match(gone.text, /Ett av systemen har tagits bort under tiden/);
  assert.match(gone.html, /value="IT-chefen"/);
  assert.match(gone.text, /Kollegan/, 'how it stands now is seen');
  assert.deepEqual(await factsOf(a), { status: 'in-use', owner: 'Kollegan' });
  await one().send(gone, '/flera');
  for (const usage of [a, b])
    assert.deepEqual(await factsOf(usage), { status: 'in-use', owner: 'IT-chefen' });
});

test('one fact in several: a colleague’s change is shown before it is written over', async () => {
  const [a, b] = [await made(), await made()];
  const opened = await one().open(`${own}/flera?val=${a}&val=${b}&falt=owner`);
  await other().send(await other().open(`${own}/flera?val=${a}&falt=owner`), '/flera', { owner: 'Kollegan' });
  const asked = await one().send(opened, '/flera', { owner: 'IT-chefen' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Någon har ändrat Lifecare under tiden/);
  assert.deepEqual(await factsOf(b), { status: 'in-use' });
});
