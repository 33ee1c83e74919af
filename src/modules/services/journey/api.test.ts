import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { z } from 'zod';
import {
  DraftShown,
  FilesShown,
  OwnDrafts,
  ReceiptShown,
  ServiceDetails,
  ServiceList,
} from '../routes/api-shapes.ts';
import { report, trips } from '../../../../tests/support/example-services.ts';
import type { Asked, Seen, Visitor } from '../../../../tests/support/citizen-site.ts';
import { openSite } from '../../../../tests/support/citizen-site.ts';

const site = await openSite();
after(() => site.close());
await site.run('harnosand', trips);
await site.run('harnosand', report);

const base = '/api/v1/organisations/harnosand';

function read<T>(schema: z.ZodType<T>, reply: Seen, status = 200): T {
  assert.equal(reply.kind, 'json');
  if (reply.kind !== 'json') throw new Error('no JSON');
  assert.equal(reply.status, status, JSON.stringify(reply.body));
  return schema.parse(reply.body);
}

const Issues = z.object({
  failure: z.object({
    kind: z.literal('issues'),
    issues: z.array(z.object({ field: z.string(), input: z.string(), message: z.string() })),
  }),
});

const begin = async (visitor: Visitor): Promise<z.infer<typeof DraftShown>> =>
  read(DraftShown, await visitor.post(`${base}/services/resor/drafts`), 201);

const put = (visitor: Visitor, draft: string, page: string, body: Asked['body']): Promise<Seen> =>
  visitor.send('PUT', `${base}/drafts/${draft}/pages/${page}`, body === undefined ? {} : { body });

const vem = { namn: 'Alva', epost: 'alva@example.se', ombud: false };

test('every step of the way, by JSON', async () => {
  const visitor = site.citizen();
  const { services } = read(ServiceList, await visitor.get(`${base}/services`));
  assert.deepEqual(services.map(({ work }) => work).toSorted(), ['rapport', 'resor']);
  const details = read(ServiceDetails, await visitor.get(`${base}/services/resor`));
  assert.deepEqual(
    details.pages.map(({ id }) => id),
    ['vem', 'resan', 'intyg-sida', 'kontrollera'],
  );

  const { draft, firstOpen, version } = await begin(visitor);
  assert.equal(firstOpen, 'vem');
  assert.equal(version.id, details.version.id);
  const second = read(DraftShown, await put(visitor, draft, 'vem', { answers: vem }));
  assert.equal(second.firstOpen, 'resan');
  const rows = [{ id: randomUUID(), answers: { 'barnets-namn': 'Olle' } }];
  const third = read(
    DraftShown,
    await put(visitor, draft, 'resan', { answers: { avstand: 2.6, barn: rows } }),
  );
  assert.ok(third.ready);
  assert.deepEqual(third.answers['barn'], rows);

  const receipt = read(ReceiptShown, await visitor.post(`${base}/drafts/${draft}/submit`));
  assert.match(receipt.case.number, /^RES 2026-\d{4}$/);
  assert.deepEqual(
    read(ReceiptShown, await visitor.post(`${base}/drafts/${draft}/submit`)),
    receipt,
    'repeated',
  );
  assert.deepEqual(read(ReceiptShown, await visitor.get(`${base}/drafts/${draft}`)), receipt);
});

test('what is wrong is told all at once and nothing is saved', async () => {
  const visitor = site.citizen();
  const { draft } = await begin(visitor);
  const { failure } = read(
    Issues,
    await put(visitor, draft, 'vem', { answers: { epost: 'alva', ombud: 'kanske' } }),
    422,
  );
  assert.deepEqual(new Set(failure.issues.map(({ field }) => field)), new Set(['namn', 'epost', 'ombud']));
  const after = read(DraftShown, await visitor.get(`${base}/drafts/${draft}`));
  assert.equal(after.revision, 0);
  const early = await visitor.post(`${base}/drafts/${draft}/submit`);
  assert.ok(early.kind === 'json' && early.status === 422);
});

test('a name that no question has is told, with its place', async () => {
  const visitor = site.citizen();
  const { draft } = await begin(visitor);
  const told = async (page: string, answers: Asked['body']) => {
    const { failure } = read(Issues, await put(visitor, draft, page, { answers }), 422);
    return failure.issues.map(({ field, input, message }) => [field, input, message]);
  };
  assert.deepEqual(await told('vem', { ...vem, nam: 'Alva' }), [
    ['nam', 'nam', 'Det finns ingen fråga ”nam” på sidan ”vem”. Ta bort den eller rätta namnet.'],
  ]);
  await put(visitor, draft, 'vem', { answers: vem });
  const barn = [{ id: randomUUID(), answers: { 'barnets-namn': 'Olle', syskon: 2 }, ordning: 1 }];
  const places = await told('resan', { avstand: 2.6, barn });
  assert.deepEqual(
    places.map(([field, input]) => [field, input]),
    [
      ['barn', 'barn.1.ordning'],
      ['syskon', 'barn.1.syskon'],
    ],
  );
});

test('an older revision is refused, the present one is not', async () => {
  const visitor = site.citizen();
  const { draft } = await begin(visitor);
  read(DraftShown, await put(visitor, draft, 'vem', { answers: vem, revision: 0 }));
  const stale = await put(visitor, draft, 'vem', { answers: { ...vem, namn: 'Siv' }, revision: 0 });
  assert.ok(stale.kind === 'json' && stale.status === 409);
  const present = await put(visitor, draft, 'vem', { answers: { ...vem, namn: 'Siv' }, revision: 1 });
  assert.equal(read(DraftShown, present).answers['namn'], 'Siv');
});

test('files are added by upload only; a system cannot name another’s', async () => {
  const visitor = site.citizen();
  const { draft } = await begin(visitor);
  await put(visitor, draft, 'vem', { answers: vem });
  await put(visitor, draft, 'resan', { answers: { avstand: 1.5 } });
  const forged = [
    { id: randomUUID(), name: 'a.pdf', type: 'application/pdf', size: 1, hash: 'f'.repeat(64) },
  ];
  read(Issues, await put(visitor, draft, 'intyg-sida', { answers: { intyg: forged } }), 422);

  const files = `${base}/drafts/${draft}/pages/intyg-sida/files`;
  const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
  const text = new TextEncoder().encode('hej');
  read(Issues, await visitor.post(files, { files: [{ field: 'intyg', name: 'a.pdf', bytes: text }] }), 422);
  const added = read(
    FilesShown,
    await visitor.post(files, { files: [{ field: 'intyg', name: 'a.pdf', bytes: pdf }] }),
    201,
  );
  assert.equal(added.files[0]?.type, 'application/pdf');
  assert.ok(read(DraftShown, await put(visitor, draft, 'intyg-sida', { answers: {} })).ready);
});

test('a draft is one person’s by the API too', async () => {
  const person = randomUUID();
  const visitor = site.citizen(person);
  const { draft } = await begin(visitor);
  const others: readonly [Visitor, (reply: Seen) => boolean][] = [
    [site.citizen(), (reply) => reply.kind === 'missing'],
    [site.anonymous, (reply) => reply.kind === 'json' && reply.status === 401],
  ];
  for (const [other, refused] of others) {
    assert.ok(refused(await other.get(`${base}/drafts/${draft}`)));
    assert.ok(refused(await put(other, draft, 'vem', { answers: vem })));
    assert.ok(refused(await other.send('DELETE', `${base}/drafts/${draft}`)));
    assert.ok(refused(await other.post(`${base}/drafts/${draft}/submit`)));
    assert.ok(refused(await other.post(`${base}/drafts/${draft}/pages/vem/files`)));
  }
  const foreign = await visitor.get(`/api/v1/organisations/timra/drafts/${draft}`);
  assert.equal(foreign.kind, 'missing');
  const own = read(OwnDrafts, await visitor.get('/api/v1/drafts'));
  assert.deepEqual(
    own.drafts.map((one) => one.draft),
    [draft],
  );
  read(z.object({ removed: z.literal(true) }), await visitor.send('DELETE', `${base}/drafts/${draft}`));
  assert.equal((await visitor.get(`${base}/drafts/${draft}`)).kind, 'missing');
});

test('who may not begin is told to sign in', async () => {
  const reply = await site.anonymous.post(`${base}/services/resor/drafts`);
  assert.ok(reply.kind === 'json' && reply.status === 401);
  const open = read(DraftShown, await site.anonymous.post(`${base}/services/rapport/drafts`), 201);
  assert.match(open.draft, /\./);
});

test('hostile forms and answers are read without a fault', async () => {
  const visitor = site.citizen();
  const { draft } = await begin(visitor);
  const page = `/k/harnosand/tjanster/resor/utkast/${draft}/vem`;
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 5 }), fc.jsonValue());
  const names = fc.constantFrom(
    'namn',
    'epost',
    'ombud',
    '_go',
    '_revision',
    '_shown',
    'barn._rows',
    '__proto__',
    'x',
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, value, { maxKeys: 8 }), fc.jsonValue(), async (body, answers) => {
      const sent = await visitor.post(page, { body });
      assert.equal(sent.kind, 'see');
      assert.equal((await visitor.get(page)).kind, 'page');
      const given =
        typeof answers === 'object' && answers !== null && !Array.isArray(answers)
          ? answers
          : { namn: answers };
      assert.equal((await put(visitor, draft, 'vem', { answers: given })).kind, 'json');
    }),
    { numRuns: 40 },
  );
});
