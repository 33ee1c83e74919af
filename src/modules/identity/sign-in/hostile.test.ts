import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import { hostileAnswers } from '../../../../tests/support/hostile-answers.ts';
import {
  clientId,
  clientSecret,
  goodAcr,
  hostileProvider,
  sign,
  type Lie,
} from '../../../../tests/support/hostile-provider.ts';
import { browser, doorListener, listen, type Browser } from '../../../../tests/support/sign-in-site.ts';
import { sessionCookie } from './door.ts';
import { oidcMethod } from './oidc.ts';

const database = await testDatabase();
const [site, elsewhere] = await Promise.all([listen(), listen()]);
const provider = await hostileProvider(elsewhere.origin);
after(async () => {
  await Promise.all([site.close(), elsewhere.close()]);
  await database.close();
});

const { db } = database;
const { origin } = site;
const settings = {
  issuer: elsewhere.origin,
  clientId,
  authentication: { kind: 'secret', secret: clientSecret },
  realm: 'hostile',
  redirectUri: `${origin}/logga-in/svar`,
  scope: 'openid',
  personalNumberClaim: 'personalNumber',
  acr: [goodAcr],
  chooseAgain: false,
  insecure: true,
} as const;

let later = 0;
const now = (): Date => new Date(Date.now() + later);
const freshDoors = () => doorListener({ db, origin, now, method: oidcMethod(settings) });
let doors = freshDoors();
site.serve((request, response) => void doors(request, response));
elsewhere.serve((request, response) => void provider.listener(request, response));

/** Goes to the provider and comes back with an answer that it might give. */
async function answerOf(
  visitor: Browser,
  lie: Lie,
  change: (sent: URLSearchParams) => void = () => undefined,
) {
  doors = freshDoors();
  provider.tell(lie, '');
  const begun = await visitor.request('/logga-in?till=/konto');
  assert.equal(begun.status, 303, begun.body);
  const asked = new URL(begun.location ?? '').searchParams;
  provider.tell(lie, asked.get('nonce') ?? '');
  const sent = new URLSearchParams({ code: 'code', state: asked.get('state') ?? '', iss: elsewhere.origin });
  change(sent);
  return { asked, callback: `/logga-in/svar?${sent.toString()}` };
}

async function audit() {
  return db.transaction({ organisation: null, person: null }, async (tx) => {
    const last = await tx
      .selectFrom('identity.sign_ins')
      .select(['outcome', 'reason'])
      .orderBy('at', 'desc')
      .executeTakeFirst();
    const sessions = await tx.selectFrom('identity.sessions').select('id').execute();
    return { ...last, sessions: sessions.length };
  });
}

test('an answer as it should be signs in: the lies below are all that is wrong', async () => {
  const visitor = browser(origin);
  const { asked, callback } = await answerOf(visitor, {});
  const reply = await visitor.request(callback);
  assert.deepEqual([reply.status, reply.location], [303, '/konto']);
  assert.equal(visitor.cookies.has(sessionCookie), true);
  assert.equal(asked.get('code_challenge_method'), 'S256');
  const verifier = provider.verifiers.at(-1) ?? '';
  assert.equal(asked.get('code_challenge'), createHash('sha256').update(verifier).digest('base64url'));
  for (const name of ['state', 'nonce'])
    assert.equal(Buffer.from(asked.get(name) ?? '', 'base64url').length, 32);
  await visitor.request('/logga-ut', {});
});

test('a clock that differs by less than a minute is forgiven', async () => {
  const visitor = browser(origin);
  const { callback } = await answerOf(visitor, {
    idToken: async (made) => sign(made, { ...made.claims, iat: made.now + 50, nbf: made.now + 50 }),
  });
  assert.equal((await visitor.request(callback)).status, 303);
  await visitor.request('/logga-ut', {});
});

for (const { name, reason, callback: change, ...lie } of hostileAnswers) {
  test(`refused: ${name}`, async () => {
    const visitor = browser(origin);
    const { callback } = await answerOf(visitor, lie, change);
    const reply = await visitor.request(callback);
    assert.equal(reply.status, 403);
    assert.equal(visitor.cookies.has(sessionCookie), false);
    assert.deepEqual(await audit(), { outcome: 'refused', reason, sessions: 0 });
  });
}

test('the table holds at least forty, and userinfo, which is not signed, is never asked', () => {
  assert.ok(hostileAnswers.length >= 40);
  assert.equal(provider.asked.includes('/userinfo'), false);
  assert.equal(provider.asked.includes('/elsewhere'), false);
});

test('a provider that describes another, or does not answer, begins nothing', async () => {
  const lies: readonly Lie[] = [
    { discovery: () => ({ issuer: 'https://attacker.example' }) },
    { discovery: () => ({ authorization_endpoint: undefined }) },
  ];
  for (const lie of lies) {
    doors = freshDoors();
    provider.tell(lie, '');
    const visitor = browser(origin);
    assert.equal((await visitor.request('/logga-in')).status, 503);
    assert.equal(visitor.cookies.size, 0);
  }
  const silent = oidcMethod({ ...settings, issuer: 'http://127.0.0.1:9' });
  doors = doorListener({ db, origin, now, method: silent });
  assert.equal((await browser(origin).request('/logga-in')).status, 503);
});

test('an answer that comes after a quarter of an hour is too late', async () => {
  const visitor = browser(origin);
  const { callback } = await answerOf(visitor, {});
  later = 15 * 60_000;
  assert.equal((await visitor.request(callback)).status, 400);
  later = 0;
  assert.deepEqual(await audit(), { outcome: 'refused', reason: 'no-attempt', sessions: 0 });
});

test('the answer to one browser’s question does not fit another’s', async () => {
  const [one, two] = [browser(origin), browser(origin)];
  const { callback } = await answerOf(one, {});
  await answerOf(two, {});
  assert.equal((await two.request(callback)).status, 403);
  assert.equal(two.cookies.has(sessionCookie), false);
});
