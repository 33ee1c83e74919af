import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { testDatabase } from '../../../../tests/support/database.ts';
import { anonymous, contextOf, personWith } from '../../../../tests/support/route-context.ts';
import { roles } from '../../../platform/http/index.ts';
import { decideAccess } from '../../../web/access.ts';
import { createClient, type Answered, type Request } from '../testing/client.ts';
import { leaflet } from '../testing/leaflet.ts';
import { setStage } from '../testing/stage.ts';
import { apiRoutes } from './index.ts';

const database = await testDatabase();
after(() => database.close());
const stage = await setStage(database.db);
const person = '019a0000-0000-7000-8000-00000000000a';

const clientOf = (organisation: string) =>
  createClient({
    db: database.db,
    actor: personWith(person, 'designer', organisation),
    context: (more) => contextOf(more.tx, { ...more, now: stage.tick(), newId: stage.newId }),
  });

const sundsvall = clientOf('sundsvall');
const harnosand = clientOf('harnosand');
const at = (organisation: string, rest: string): string => `/api/v1/organisations/${organisation}/${rest}`;

async function ok(answered: Promise<Answered>): Promise<unknown> {
  const { status, body } = await answered;
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

type Send = (request: Request) => Promise<Answered>;
const get = (send: Send, address: string): Promise<unknown> => ok(send({ method: 'GET', address }));
const post = (send: Send, address: string, body: unknown = {}): Promise<unknown> =>
  ok(send({ method: 'POST', address, body }));

const Ids = z.object({ changes: z.array(z.object({ id: z.string(), path: z.string() })) });
const One = z.object({ id: z.string() });
const Update = z.object({
  left: z.number(),
  parts: z.array(z.object({ conflicts: z.array(One), clean: z.array(One) })),
});

test('every step of the story goes through the API, and answers as it is described', async () => {
  const works = at('sundsvall', 'works');
  await post(sundsvall, works, { definition: leaflet('skolskjuts'), message: 'Ny' });
  const audience = { kind: 'networks', of: ['esamverkan'] };
  await post(sundsvall, `${works}/skolskjuts/publications`, { audience, message: 'Ut' });
  await get(sundsvall, `${works}/skolskjuts`);

  const ours = at('harnosand', 'works');
  const found = z.object({ total: z.number() }).parse(await get(harnosand, '/api/v1/library?q=broschyrer'));
  assert.equal(found.total, 1);
  await get(harnosand, '/api/v1/library/skolskjuts');
  const sharing = { changes: true, use: true, results: true };
  await post(harnosand, `${ours}/skolskjuts/adoption`, { sharing });
  await get(harnosand, `${ours}/skolskjuts/settings`);
  const early = await harnosand({ method: 'POST', address: `${ours}/skolskjuts/in-use`, body: {} });
  assert.equal(early.status, 422);
  const settings = { number: 1, values: { kontakt: 'skola@harnosand.example' } };
  await ok(harnosand({ method: 'PUT', address: `${ours}/skolskjuts/settings`, body: settings }));
  const stale = await harnosand({ method: 'PUT', address: `${ours}/skolskjuts/settings`, body: settings });
  assert.deepEqual(stale, { status: 409, body: { failure: { kind: 'stale-number', current: 2 } } });
  const commands = [
    { do: 'set', path: 'chapters/a/text/sv', value: 'Det kostar mer. Du får svar inom en månad.' },
    {
      do: 'add',
      list: 'chapters',
      after: 'a',
      element: { id: 'farja', title: { sv: 'Färjan', en: 'The ferry' } },
    },
  ];
  await post(harnosand, `${ours}/skolskjuts/draft`, { revision: null, commands });
  await get(harnosand, `${ours}/skolskjuts/draft`);
  await post(harnosand, `${ours}/skolskjuts/draft/commit`, { revision: 1, message: 'Vårt' });
  await post(harnosand, `${ours}/skolskjuts/in-use`);
  await get(harnosand, `${ours}/skolskjuts/versions`);
  await get(harnosand, `${ours}/skolskjuts/versions/head`);
  await get(harnosand, `${ours}/skolskjuts/differences?from=1&to=2`);

  const second = [
    { do: 'set', path: 'chapters/a/text/sv', value: 'Det kostar ingenting. Du får svar inom en månad.' },
  ];
  await post(sundsvall, `${works}/skolskjuts/draft`, { revision: null, commands: second });
  await get(sundsvall, `${works}/skolskjuts/forecast`);
  await post(sundsvall, `${works}/skolskjuts/draft/commit`, { revision: 1, message: 'Gratis' });
  await post(sundsvall, `${works}/skolskjuts/publications`, { audience, message: 'Gratis' });
  await get(harnosand, '/api/v1/library/skolskjuts/sundsvall/differences?from=1&to=2');
  await get(harnosand, '/api/v1/library/skolskjuts/sundsvall/versions/2');

  await get(harnosand, at('harnosand', 'notices?page=1'));
  const update = Update.parse(await get(harnosand, `${ours}/skolskjuts/update`));
  const [conflict] = update.parts.flatMap((part) => part.conflicts);
  const id = conflict?.id ?? '';
  await post(harnosand, `${ours}/skolskjuts/update/answers`, { id, answer: { take: 'theirs' } });
  await post(harnosand, `${ours}/skolskjuts/update/answers/undo`, { id });
  const open = await harnosand({ method: 'POST', address: `${ours}/skolskjuts/update/apply`, body: {} });
  assert.equal(open.status, 422);
  await post(harnosand, `${ours}/skolskjuts/update/apply`, { answers: { [id]: { take: 'ours' } } });
  await get(harnosand, `${ours}/skolskjuts/debt`);

  const own = Ids.parse(await get(harnosand, `${ours}/skolskjuts/own-changes`));
  const ferry = own.changes.find((change) => change.path === 'chapters/farja')?.id;
  const proposal = { changes: [ferry], message: 'Fler har färja' };
  const sent = One.parse(await post(harnosand, `${ours}/skolskjuts/contributions`, proposal));
  const received = at('sundsvall', `contributions/${sent.id}`);
  await get(sundsvall, `${received}/review`);
  await post(sundsvall, `${received}/messages`, { text: 'Bra!' });
  await post(sundsvall, `${received}/answer`, { accept: [ferry], message: 'Tack' });
  await get(harnosand, at('harnosand', `contributions/${sent.id}`));
  await get(harnosand, at('harnosand', 'contributions'));
  await post(sundsvall, `${works}/skolskjuts/publications`, { audience, message: 'Med färja' });
  const rows = await post(harnosand, at('harnosand', 'updates'));
  assert.match(JSON.stringify(rows), /"updated"/);
  await get(sundsvall, `${works}/skolskjuts/fleet`);
  await get(harnosand, `${ours}/skolskjuts/history?page=1`);
  await post(harnosand, `${ours}/skolskjuts/update/undo`, { reason: 'För tidigt' });
  await post(harnosand, `${ours}/skolskjuts/revert`, { number: 1, reason: 'Från början' });
  await post(harnosand, at('harnosand', 'notices/read'), { ids: 'all' });
  await post(sundsvall, `${works}/skolskjuts/recall`, { number: 3, reason: 'Fel belopp' });
  await post(sundsvall, `${works}/skolskjuts/withdrawal`, { reason: 'Ersatt av en ny' });
  await post(harnosand, `${ours}/skolskjuts/take-over`, { reason: 'Vi sköter den själva' });
  await get(harnosand, ours);
});

test('only designers and administrators of the organisation change anything, and others works of their kinds', () => {
  const writing = apiRoutes.filter((route) => route.method !== 'GET');
  assert.ok(writing.length > 20);
  for (const route of writing) {
    for (const role of roles) {
      const verdict = decideAccess(route.access, personWith(person, role, 'timra'), {
        organisation: 'timra',
        demo: true,
      });
      assert.equal(
        verdict,
        role === 'designer' || role === 'admin' || role === 'training-lead' ? 'allow' : 'missing',
        `${route.path} ${role}`,
      );
    }
    // Whoever makes works of some kinds is let in to be asked about the kind.
    const { access, path } = route;
    assert.ok(access.kind === 'staff' && (access.also !== undefined || path.endsWith('/works')), path);
    const foreign = { organisation: 'sundsvall', demo: true };
    assert.equal(decideAccess(route.access, personWith(person, 'designer', 'timra'), foreign), 'missing');
    assert.equal(decideAccess(route.access, anonymous, foreign), 'sign-in');
  }
});

test('every route is described, and every address is one of a kind', () => {
  for (const route of apiRoutes) assert.ok(route.operation !== undefined, route.path);
  const addresses = apiRoutes.map((route) => `${route.method} ${route.path}`);
  assert.equal(new Set(addresses).size, addresses.length);
});

test('what cannot be read is refused before anything is done', async () => {
  const works = at('sundsvall', 'works');
  const bad: readonly Request[] = [
    { method: 'POST', address: works, body: { definition: {}, message: 'x' } },
    { method: 'POST', address: works, body: { definition: leaflet('x'), message: ' ' } },
    { method: 'POST', address: `${works}/x/draft`, body: { revision: -1, commands: [] } },
    {
      method: 'POST',
      address: `${works}/x/publications`,
      body: { audience: { kind: 'networks', of: [] }, message: 'x' },
    },
    { method: 'POST', address: `${works}/x/take-over`, body: { reason: 'a\u0000b' } },
    { method: 'GET', address: '/api/v1/library?page=0' },
  ];
  for (const request of bad) assert.equal((await sundsvall(request)).status, 422, JSON.stringify(request));
  const shapeless = { ...leaflet('y'), chapters: [{ id: 'a' }, { id: 'a' }] };
  const answered = await sundsvall({
    method: 'POST',
    address: works,
    body: { definition: shapeless, message: 'x' },
  });
  assert.equal(answered.status, 422);
  assert.match(JSON.stringify(answered.body), /invalid/);
  for (const address of [
    `${works}/finns-inte`,
    `${works}/%00`,
    '/api/v1/library/finns-inte',
    at('sundsvall', 'contributions/1'),
  ]) {
    assert.equal((await sundsvall({ method: 'GET', address })).status, 404, address);
  }
});
