import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { report, trips } from '../../../../tests/support/example-services.ts';
import { getDefinition } from '../../../kernel/index.ts';
import { mostInDraft } from '../drafts/room.ts';
import { addressOf, formOf, htmlOf, openSite } from '../../../../tests/support/citizen-site.ts';

/* Files reach the store only by a file question that takes them. */

const site = await openSite();
after(() => site.close());
await site.run('harnosand', trips);
await site.run('harnosand', report);

const base = '/api/v1/organisations/harnosand';
/** As many as "intyg" of the example takes. */
const most = 3;

const files = (field: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({
    field,
    name: `${n + from}.pdf`,
    bytes: new TextEncoder().encode(`%PDF-1.7\n${n + from} 0 obj\n<<>>\nendobj\n`),
  }));

const Begun = z.object({ kind: z.literal('json'), body: z.object({ draft: z.string() }) });
const Refused = z.object({
  status: z.literal(422),
  body: z.object({
    failure: z.object({ issues: z.array(z.object({ input: z.string(), message: z.string() })) }),
  }),
});

test('by the API: a name that is no file question is told, and what there is no room for', async () => {
  const visitor = site.citizen();
  const { draft } = Begun.parse(await visitor.post(`${base}/services/resor/drafts`)).body;
  const pages = `${base}/drafts/${draft}/pages`;
  const vem = { namn: 'Alva', epost: 'alva@example.se', ombud: false };
  await visitor.send('PUT', `${pages}/vem`, { body: { answers: vem } });
  await visitor.send('PUT', `${pages}/resan`, { body: { answers: { avstand: 1.5 } } });
  const send = (page: string, sent: ReturnType<typeof files>) =>
    visitor.post(`${pages}/${page}/files`, { files: sent });
  const told = async (page: string, sent: ReturnType<typeof files>) =>
    Refused.parse(await send(page, sent)).body.failure.issues;

  const before = site.countFiles();
  assert.deepEqual(await told('intyg-sida', files('nope', 2)), [
    {
      input: 'nope',
      message: 'Ingen fråga på sidan ”intyg-sida” tar emot filer under namnet ”nope”. Rätta namnet.',
    },
  ]);
  for (const [page, field] of [
    ['vem', 'namn'],
    ['intyg-sida', 'constructor'],
    ['intyg-sida', 'intyg.1'],
  ] as const) {
    const issues = await told(page, [...files('intyg', page === 'vem' ? 0 : 1), ...files(field, 1)]);
    assert.deepEqual(
      issues.map(({ input }) => input),
      [field],
    );
  }
  assert.equal((await told('intyg-sida', files('intyg', 20))).length, 20 - most);
  assert.equal(site.countFiles(), before, 'nothing of what was refused is stored');

  const added = await send('intyg-sida', files('intyg', most));
  assert.ok(added.kind === 'json' && added.status === 201);
  const [none, ...more] = await told('intyg-sida', files('intyg', 1, most));
  assert.deepEqual(more, []);
  assert.match(none?.message ?? '', /”3\.pdf” får inte plats vid ”Intyg”/);
  assert.equal(site.countFiles(), before + most);
});

test('by a page: what no question of it takes is let go, and what there is no room for is told', async () => {
  const visitor = site.citizen();
  const post = async (address: string, typed: Record<string, string>, sent: ReturnType<typeof files>) => {
    const body = { ...formOf(htmlOf(await visitor.get(address))), ...typed, _go: 'next' };
    return addressOf(await visitor.post(address, { body, files: sent }));
  };
  const begun = addressOf(await visitor.post('/k/harnosand/tjanster/resor/utkast'));
  const first = addressOf(await visitor.get(begun));
  const before = site.countFiles();
  const vem = { namn: 'Alva', epost: 'alva@example.se', ombud: 'false' };
  const second = await post(first, vem, [...files('namn', 1, 100), ...files('nope', 1, 101)]);
  const third = await post(second, { avstand: '1,5' }, files('barn.x.bild', 1, 102));
  assert.match(third, /\/intyg-sida$/);
  assert.equal(site.countFiles(), before);

  assert.equal(await post(third, {}, files('intyg', 5, 200)), third);
  assert.equal(site.countFiles(), before + most);
  const told = htmlOf(await visitor.get(third));
  assert.match(told, /”203\.pdf” får inte plats/);
  assert.match(told, /”204\.pdf” får inte plats/);
  assert.match(await post(third, {}, []), /\/kontrollera$/, 'those that there was room for are kept');
});

const picture = {
  id: 'bild',
  type: 'file',
  label: { sv: 'Bild', en: 'Picture' },
  accept: ['pdf'],
  maxFiles: 1,
};

/** The trips, with a file question in the group of children. */
const pictured = getDefinition(
  JSON.parse(JSON.stringify({ ...trips, id: 'bilder', casePrefix: 'BIL' }), (key, value: unknown) =>
    key === 'fields' && JSON.stringify(value).startsWith('[{"id":"barnets-namn"') && Array.isArray(value)
      ? [...value, picture]
      : value,
  ),
);

test('however many rows a group is sent with, a draft holds no more files than it may', async () => {
  await site.run('harnosand', pictured);
  const visitor = site.citizen();
  const begun = addressOf(await visitor.post('/k/harnosand/tjanster/bilder/utkast'));
  const first = addressOf(await visitor.get(begun));
  const before = site.countFiles();
  const vem = { ...formOf(htmlOf(await visitor.get(first))), namn: 'Alva', epost: 'alva@example.se' };
  const second = addressOf(await visitor.post(first, { body: { ...vem, ombud: 'false', _go: 'next' } }));
  const rows = Array.from({ length: mostInDraft.files + 5 }, (_, n) => `rad-${n}`);
  const sent = rows.flatMap((row, n) => files(`barn.${row}.bild`, 1, 1_000 + n));
  const body = {
    ...formOf(htmlOf(await visitor.get(second))),
    avstand: '1,5',
    'barn._rows': rows,
    _go: 'upload',
  };
  await visitor.post(second, { body, files: sent });
  assert.equal(site.countFiles(), before + mostInDraft.files);
  const told = htmlOf(await visitor.get(second));
  assert.match(
    told,
    /1204\.pdf får inte plats\. Alla filer tillsammans får vara högst 200 stycken och 300 megabyte/,
  );
});
