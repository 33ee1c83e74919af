import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * What is built on a recalled version, or on a withdrawn work, is not taken as a contribution: by page and by API.
 */

const work = 'felanmalan';
const everyone = { kind: 'everyone' } as const;
const at = `/arbete/harnosand/verk/${work}/bidra`;
const Own = z.object({ changes: z.array(z.object({ id: z.string() })).min(1) });
const Refused = z.object({ failure: z.object({ kind: z.string(), reason: z.string().optional() }) });

let kommons: TestApp;
before(async () => {
  kommons = await testApp();
  const owner = designer(kommons.client, 'sundsvall');
  const adopter = designer(kommons.client, 'harnosand');
  await owner.create(await readContent(work), 'Första versionen.');
  await owner.publish(work, everyone, 'Första versionen.');
  await adopter.adopt(work, 'sundsvall');
  await adopter.edit(
    work,
    [{ do: 'set', path: 'title/sv', value: 'Anmäl ett fel på gator och torg' }],
    'Vårt namn.',
  );
});
after(() => kommons.close());

/** Proposes everything of one's own, through the API and by the form as it would be sent from an old page. */
async function propose() {
  const { me, base } = designer(kommons.client, 'harnosand');
  const own = Own.parse(await me.get(`${base}/${work}/own-changes`));
  const changes = own.changes.map(({ id }) => id);
  const visitor = kommons.visitor('designer@harnosand');
  return {
    api: await me.ask('POST', `${base}/${work}/contributions`, { changes, message: 'Bra för fler.' }),
    shown: await visitor.open(at),
    sent: await visitor.raw('POST', at, { change: changes, message: 'Bra för fler.' }),
  };
}

const count = async (): Promise<number> => {
  const { me } = designer(kommons.client, 'sundsvall');
  const received = await me.get('/api/v1/organisations/sundsvall/contributions');
  return z.object({ contributions: z.array(z.unknown()) }).parse(received).contributions.length;
};

test('what stands is contributed to', async () => {
  const { api, shown, sent } = await propose();
  assert.equal(api.status, 200);
  assert.match(shown.text, /Skicka till Sundsvall/);
  assert.equal(sent.status, 303);
  assert.equal(await count(), 2);
});

test('a recalled version is not, and the owner’s reason is told', async () => {
  const { me, base } = designer(kommons.client, 'sundsvall');
  await me.post(`${base}/${work}/recall`, { number: 1, reason: 'Fel i hjälptexten.' });
  const { api, shown, sent } = await propose();
  assert.equal(api.status, 409);
  assert.deepEqual(Refused.parse(api.body).failure, { kind: 'recalled', reason: 'Fel i hjälptexten.' });
  for (const said of [shown.text, sent.body]) {
    assert.match(said, /Den version som ni bygger på är återkallad/);
    assert.match(said, /Fel i hjälptexten\./);
    assert.doesNotMatch(said, /Skicka till Sundsvall/);
  }
  assert.equal(sent.status, 409);
  const english = await kommons.visitor('designer@harnosand').open(`/en${at}`);
  assert.match(english.text, /The version that you build on is recalled/);
  assert.equal(await count(), 2);
});

test('who has gone on to a version that stands contributes again, until the work is withdrawn', async () => {
  const owner = designer(kommons.client, 'sundsvall');
  const adopter = designer(kommons.client, 'harnosand');
  await owner.edit(work, [{ do: 'set', path: 'title/en', value: 'Report a fault outdoors' }], 'Rättat.');
  await owner.publish(work, everyone, 'Rättat.');
  await adopter.update(work);
  assert.equal((await propose()).api.status, 200);
  await owner.me.post(`${owner.base}/${work}/withdrawal`, { reason: 'Ersatt av en ny.' });
  const { api, shown, sent } = await propose();
  assert.deepEqual([api.status, Refused.parse(api.body).failure], [409, { kind: 'withdrawn' }]);
  for (const said of [shown.text, sent.body]) {
    assert.match(said, /Verket är tillbakadraget, så ingen tar emot bidrag till det/);
    assert.doesNotMatch(said, /Skicka till Sundsvall/);
  }
  assert.equal(sent.status, 409);
  const english = await kommons.visitor('designer@harnosand').open(`/en${at}`);
  assert.match(english.text, /The work is withdrawn/);
});
