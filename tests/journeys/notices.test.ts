import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { smallService } from '../proofs/small-service.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { designer } from '../world/works.ts';

/* What others have told stands as a number at the name, until it is seen. Each test goes on from the one before. */

let kommons: TestApp;
const work = 'prov';
const at = '/arbete/harnosand/verk';
const everyone = { kind: 'everyone' } as const;
const owner = () => designer(kommons.client, 'sundsvall');
const adopter = () => designer(kommons.client, 'harnosand');

before(async () => {
  kommons = await testApp();
  await owner().create(smallService({ id: work, prefix: 'PRV' }), 'Första versionen.');
  await owner().fill(work, { namnd: 'Provnämnden' });
  await owner().publish(work, everyone, 'Första versionen.');
  await adopter().adopt(work, 'sundsvall');
  await adopter().fill(work, { namnd: 'Provnämnden' });
});
after(() => kommons.close());

/** The number at the name, at most one; empty where there is none. */
async function told(who: string | null, address: string): Promise<string> {
  const { status, html } = await kommons.visitor(who).open(address);
  assert.equal(status, 200, address);
  const said = [...html.matchAll(/<span class="k-hidden">, (\d+ [^<]+)<\/span>/gu)].map((found) => found[1]);
  return [...new Set(said)].join(' och ');
}

test('a new version is told on every page at work, to those who may take it', async () => {
  assert.equal(await told('designer@harnosand', at), '');
  await owner().edit(work, [{ do: 'set', path: 'title/sv', value: 'Prov igen' }], 'Nytt namn.');
  await owner().publish(work, everyone, 'Nytt namn.');
  for (const address of [at, `${at}/${work}`, '/bibliotek', '/arbete/harnosand/aviseringar']) {
    assert.equal(await told('designer@harnosand', address), '1 oläst avisering', address);
  }
  assert.equal(await told('admin@harnosand', at), '1 oläst avisering');
  for (const who of [
    'strategist@harnosand',
    'designer@sundsvall',
    'designer@timra',
    'supplier@harnosand',
    'citizen@harnosand',
    null,
  ]) {
    assert.equal(await told(who, '/bibliotek'), '', who ?? 'nobody');
  }
  assert.equal(await told('designer@harnosand', '/en/bibliotek'), '1 unread notice');
});

test('a recall and a withdrawal are read when a designer has seen how the work stands', async () => {
  const { me, base } = owner();
  await me.post(`${base}/${work}/recall`, { number: 1, reason: 'Fel belopp.' });
  await me.post(`${base}/${work}/withdrawal`, { reason: 'Ersatt av en ny.' });
  assert.equal(await told('designer@harnosand', '/bibliotek'), '3 olästa aviseringar');
  assert.equal(await told('strategist@harnosand', `${at}/${work}`), '');
  assert.equal(
    await told('designer@harnosand', at),
    '3 olästa aviseringar',
    'who only looks reads for nobody',
  );
  assert.equal(await told('designer@harnosand', `${at}/${work}`), '1 oläst avisering', 'gone at once');
});

const Sent = z.object({ id: z.string() });
const Own = z.object({ changes: z.array(z.object({ id: z.string() })).min(1) });

test('an answered contribution is read when it is opened, one that waits when it is answered', async () => {
  const other = 'prov-2';
  await owner().create(smallService({ id: other, prefix: 'PRO' }), 'Första versionen.');
  await owner().fill(other, { namnd: 'Provnämnden' });
  await owner().publish(other, everyone, 'Första versionen.');
  await adopter().adopt(other, 'sundsvall');
  const commands = [{ do: 'set', path: 'pages/anmalan/title/sv', value: 'Din anmälan' }] as const;
  await adopter().edit(other, commands, 'Tydligare.');
  const { me, base } = adopter();
  const own = Own.parse(await me.get(`${base}/${other}/own-changes`));
  const changes = own.changes.map(({ id }) => id);
  const { id } = Sent.parse(await me.post(`${base}/${other}/contributions`, { changes, message: 'Bra.' }));

  assert.equal(await told('designer@sundsvall', `/arbete/sundsvall/bidrag/${id}`), '1 oläst avisering');
  const judge = kommons.client.as('designer@sundsvall');
  const decline = changes.map((change) => ({ id: change, reason: 'Nej.' }));
  await judge.post(`/api/v1/organisations/sundsvall/contributions/${id}/answer`, {
    accept: [],
    decline,
    message: 'Nej tack.',
  });
  assert.equal(await told('designer@sundsvall', `/arbete/sundsvall/bidrag/${id}`), '');
  assert.equal(await told('designer@harnosand', at), '2 olästa aviseringar');
  assert.equal(await told('designer@harnosand', `/arbete/harnosand/bidrag/${id}`), '1 oläst avisering');
});
