import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { composeApp } from '../../src/main-app.ts';
import { findDemoPerson } from '../../src/modules/identity/demo/index.ts';
import { sessionCookie } from '../../src/modules/identity/index.ts';
import { saveSession } from '../../src/modules/identity/sessions/store.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { readerFor } from '../../src/modules/systems/everybody/reader.ts';
import { listSeenOf } from '../../src/modules/systems/everybody/seen.ts';
import type { Visitor } from '../support/visitor.ts';
import { buildWorld } from './index.ts';

/* What the demo world shows from its first minute. */

let kommons: TestApp;

before(async () => {
  kommons = await testApp();
  await buildWorld({
    ...kommons.ground,
    now: kommons.clock.now,
    compose: (clock) => composeApp({ ...kommons.ground, clock }),
    say: () => undefined,
  });
});
after(() => kommons.close());

/** As whoever chose somebody when signing in. */
async function signedIn(key: string): Promise<Visitor> {
  const person = findDemoPerson(key);
  assert.ok(person);
  const secret = kommons.ground.newSecret();
  await kommons.database.db.transaction({ organisation: null, person: person.id }, (tx) =>
    saveSession(tx, {
      id: kommons.ground.newId(),
      secret,
      person: person.id,
      method: 'none',
      acr: null,
      workingFor: null,
      at: kommons.clock.now,
    }),
  );
  return kommons.visitor({ cookie: `${sessionCookie}=${secret}` });
}

const education = '/guider/gemensamt-verksamhetssystem';

test('whoever has moved from Skara to Hjo meets the same basics ticked off, and three things that differ', async () => {
  const mover = await signedIn('case-worker:moved@hjo');
  const before = await mover.open(`/arbete/skara${education}`);
  assert.equal(before.status, 200, 'the role in Skara is still there');
  assert.doesNotMatch(before.text, /skiljer/);
  const guide = await mover.open(`/arbete/hjo${education}`);
  assert.match(guide.text, /Tre saker skiljer Hjo från Skara/);
  for (const step of ['Sök efter en person', 'När systemet ligger nere'])
    assert.match(guide.text, new RegExp(`${step} \\(läst\\)`));
  const colleague = await signedIn('case-worker@hjo');
  assert.doesNotMatch((await colleague.open(`/arbete/hjo${education}`)).text, /skiljer|\(läst\)/);
});

const nominee = (title: string, from: string, counts: string): RegExp =>
  new RegExp(`${title} från ${from} [^0-9]*${counts}`);

test('the guide of the month has nominees, votes, a prize and a winner in each network', async () => {
  const gvs12 = await kommons.visitor('training-lead@vara').open('/arbete/vara/guider/manadens');
  assert.match(gvs12.text, /GVS12: rösta på oktobers guide/);
  assert.match(gvs12.text, /Priset är 2.000 kronor till kommunen som skrev guiden/);
  assert.match(gvs12.text, /Tidigare vinnare När systemet är nere, från Skara vinnare i september 2026/);
  assert.match(
    gvs12.text,
    nominee('Ta emot en ny kollega', 'Lidköping', '11 läsare [^0-9]*3 kommuner [^0-9]*2'),
  );
  assert.match(gvs12.text, /När systemet är nere från Skara/);
  const esamverkan = await kommons.visitor('training-lead@timra').open('/arbete/timra/guider/manadens');
  assert.match(esamverkan.text, /eSamverkan: rösta på oktobers guide/);
  assert.match(esamverkan.text, /Handlägg skolskjuts från Sundsvall/);
  const list = await kommons.visitor('case-worker@tibro').open('/arbete/tibro/guider');
  assert.match(list.text, /Månadens guide/);
});

/** What the first may know of what the others use. */
const seenFrom = (organisation: string, users: readonly string[]) =>
  kommons.database.db.transaction({ organisation, person: null }, async (tx) =>
    listSeenOf(tx, await readerFor(tx, organisation), { users }),
  );

test('neighbours see what each other use, invented and marked so, also what a joint board runs for them', async () => {
  const tjorn = await seenFrom('ale', ['tjorn']);
  assert.ok(tjorn.length >= 25, `${tjorn.length}`);
  assert.ok(tjorn.every(({ example }) => example));
  assert.ok(
    tjorn.some(
      ({ product, ends, price }) => product === 'provkoping-turplan' && ends !== null && price !== null,
    ),
  );
  const kiruna = await seenFrom('hjo', ['kiruna']);
  assert.ok(kiruna.some(({ organisation, facts }) => organisation !== 'kiruna' && facts.hosting === 'joint'));
  const region = await seenFrom('vastra-gotalandsregionen', ['tjorn']);
  assert.equal(region.length, tjorn.length);
  assert.ok(region.every(({ ends, price }) => ends === null && price === null));
});
