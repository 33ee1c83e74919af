import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { z } from 'zod';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { multipartOf } from '../support/upload.ts';
import { designer } from '../world/works.ts';

/* A guide with a picture is made through the API alone: the file is put in, and the definition names it. */

let kommons: TestApp;
let png: Buffer;

before(async () => {
  kommons = await testApp();
  png = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#0a0' } })
    .withExif({ IFD0: { Artist: 'Namn Namnsson' } })
    .png()
    .toBuffer();
});
after(() => kommons.close());

async function put(
  who: string,
  { use, name, bytes }: { readonly use: string; readonly name: string; readonly bytes: Uint8Array },
  key?: string,
) {
  const person = findDemoPerson(who);
  assert.ok(person);
  const { type, body } = multipartOf([['use', use]], [{ field: 'file', name, bytes }]);
  return kommons.app.inject({
    method: 'POST',
    url: '/api/v1/organisations/skara/media',
    headers: {
      authorization: `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`,
      'content-type': type,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    payload: body,
  });
}

const Kept = z.object({
  media: z.string(),
  name: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

test('a picture is put in by the rules of the editor, named by a guide, and shown in it', async () => {
  const sent = await put('designer@skara', { use: 'picture', name: 'IMG_1.exe', bytes: png });
  assert.equal(sent.statusCode, 201, sent.body);
  const { media, width, height } = Kept.parse(sent.json());
  assert.deepEqual([width, height], [120, 80]);
  const blocks = [{ id: 'bild', type: 'picture', media, width, height, alt: { sv: 'Grönt', en: 'Green' } }];
  const steps = [{ id: 'titta', title: { sv: 'Titta', en: 'Look' }, blocks }];
  const sections = [{ id: 'allt', title: { sv: 'Allt', en: 'All' }, steps }];
  const skara = designer(kommons.client, 'skara');
  await skara.create({ ...smallGuide, id: 'med-bild', parameters: [], sections }, 'Med en bild.');
  await skara.use('med-bild');
  const shown = await kommons
    .visitor('case-worker@skara')
    .raw('GET', `/arbete/skara/guider/med-bild/media/${media}`);
  assert.equal(shown.status, 200);
  assert.doesNotMatch(shown.body, /Namnsson/);
});

test('what is sent again with the same key gives the same answer, and something else with it none', async () => {
  const first = await put('designer@skara', { use: 'picture', name: 'a.png', bytes: png }, 'en-nyckel-1');
  const again = await put('designer@skara', { use: 'picture', name: 'a.png', bytes: png }, 'en-nyckel-1');
  assert.deepEqual([again.statusCode, again.json()], [first.statusCode, first.json()]);
  const other = await put('designer@skara', { use: 'picture', name: 'b.png', bytes: png }, 'en-nyckel-1');
  assert.equal(other.statusCode, 422);
});

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const refused: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['a drawing', 'picture', svg, 'picture'],
  ['text as a film', 'film', Buffer.from('hej'), 'film'],
  ['nothing', 'file', new Uint8Array(), 'empty'],
  ['captions without a head', 'captions', Buffer.from('hej'), 'captions'],
  ['a program', 'file', Buffer.from('MZ\x90\0\x03\0'), 'file'],
];
for (const [name, use, bytes, kind] of refused) {
  test(`${name} is refused, and it is said why`, async () => {
    const answer = await put('designer@skara', { use, name: 'fil', bytes });
    assert.equal(answer.statusCode, 422);
    const { failure } = z
      .object({
        failure: z.object({
          kind: z.string(),
          message: z.object({ sv: z.string().min(10), en: z.string().min(10) }),
        }),
      })
      .parse(answer.json());
    assert.equal(failure.kind, kind);
  });
}

test('what it is for has to be said, and only those who write guides put files in', async () => {
  assert.equal((await put('designer@skara', { use: 'konst', name: 'a.png', bytes: png })).statusCode, 422);
  for (const [who, status] of [
    ['training-lead@skara', 201],
    ['admin@skara', 201],
    ['case-worker@skara', 404],
    ['designer@hjo', 404],
  ] as const)
    assert.equal((await put(who, { use: 'picture', name: 'a.png', bytes: png })).statusCode, status, who);
});

test('OpenAPI says that it is a form with a file', async () => {
  const described = await kommons.app.inject('/api/v1/openapi.json');
  const { paths } = z
    .object({
      paths: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            requestBody: z
              .object({
                content: z.record(
                  z.string(),
                  z.object({ schema: z.looseObject({ required: z.array(z.string()).optional() }) }),
                ),
              })
              .optional(),
          }),
        ),
      ),
    })
    .parse(described.json());
  const content = paths['/api/v1/organisations/{organisation}/media']?.['post']?.requestBody?.content;
  assert.deepEqual(content?.['multipart/form-data']?.schema.required, ['use', 'file']);
});
