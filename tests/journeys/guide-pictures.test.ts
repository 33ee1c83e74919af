import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { z } from 'zod';
import { sampleMp4 } from '../../src/modules/guides/media/film/samples.ts';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { findDefinition, findDraft, type Acting } from '../../src/modules/commons/index.ts';
import { isObject, type Json } from '../../src/kernel/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { upload } from '../support/upload.ts';
import type { Shown, Visitor } from '../support/visitor.ts';
import { designer } from '../world/works.ts';

/* Pictures, captions and files of a guide are chosen, cropped, blurred and marked by forms alone. */

const work = 'bilder';
const at = `/arbete/skara/verk/${work}/anpassa`;
const who = 'designer@skara';

let kommons: TestApp;
let visitor: Visitor;

/** A white page of 400 × 200 with a black square from 100,50 to 200,100; as a camera turned on its side took it. */
async function photo(): Promise<Buffer> {
  const square = { create: { width: 100, height: 50, channels: 3, background: '#000' } } as const;
  return sharp({ create: { width: 400, height: 200, channels: 3, background: '#fff' } })
    .composite([{ input: await sharp(square).png().toBuffer(), left: 100, top: 50 }])
    .withExif({
      IFD0: { Artist: 'Namn Namnsson' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '58/1 23/1 0/1' },
    })
    .png()
    .toBuffer();
}

before(async () => {
  kommons = await testApp();
  visitor = kommons.visitor(who);
  const alt = { sv: 'Sidan', en: 'The page' };
  const blocks = [
    { id: 'bild', type: 'picture', alt },
    { id: 'film', type: 'film', title: { sv: 'Filmen', en: 'The film' } },
    { id: 'mall', type: 'file', title: { sv: 'Mallen', en: 'The template' } },
  ];
  const step = { id: 'titta', title: { sv: 'Titta', en: 'Look' }, blocks };
  const sections = [{ id: 'allt', title: { sv: 'Allt', en: 'All' }, steps: [step] }];
  const skara = designer(kommons.client, 'skara');
  await skara.create({ ...smallGuide, id: work, parameters: [], sections }, 'Första versionen.');
});
after(() => kommons.close());

const Block = z.looseObject({
  id: z.string(),
  media: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  name: z.string().optional(),
  captions: z.record(z.string(), z.string()).optional(),
  highlights: z
    .array(z.looseObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }))
    .optional(),
});

function findBlock(value: Json, id: string): Json | null {
  if (Array.isArray(value)) return value.map((one) => findBlock(one, id)).find((one) => one !== null) ?? null;
  if (!isObject(value)) return null;
  if (value['id'] === id) return value;
  return findBlock(
    Object.values(value).filter((one) => typeof one === 'object'),
    id,
  );
}

/** A block as the draft has it. */
async function block(id: string) {
  const { db } = kommons.database;
  const definition = await db.transaction({ organisation: 'skara', person: null }, async (tx) => {
    const a: Acting = {
      tx,
      now: kommons.clock.now,
      newId: kommons.ground.newId,
      organisation: 'skara',
      author: { person: null, name: 'Provet' },
      language: 'sv',
    };
    return (await findDraft(a, work))?.definition ?? (await findDefinition(a, work, 'head'));
  });
  return Block.parse(findBlock(definition ?? {}, id));
}

const bytesOf = async (hash: string | undefined): Promise<Buffer> =>
  Buffer.from(await kommons.ground.files.get((hash ?? '').replace('sha256-', '')));

const choose = async (element: string, field: string, bytes: Uint8Array, name = 'namn') =>
  upload(kommons, who, await visitor.open(`${at}?element=${element}`), {
    action: '/anpassa',
    files: [{ field, name, bytes }],
  });

test('a picture is chosen in the editor: written anew, its size kept, what the camera told gone', async () => {
  const sent = await photo();
  const answer = await choose('bild', 'file:media', sent, 'IMG_0001.exe');
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 500));
  const { media, width, height } = await block('bild');
  assert.deepEqual({ width, height }, { width: 400, height: 200 });
  const kept = await bytesOf(media);
  assert.ok(sent.includes('Namnsson') && !kept.includes('Namnsson'));
  assert.equal((await sharp(kept).metadata()).exif, undefined);
  const page = await visitor.open(`${at}?element=bild`);
  assert.match(page.html, new RegExp(`<img src="${at}/media/${media ?? ''}"[^>]*width="400" height="200"`));
  const shown = await visitor.raw('GET', `${at}/media/${media ?? ''}`);
  assert.equal(shown.headers['content-type'], 'image/png');
});

test('what is no picture is refused at its field, and what was typed stays', async () => {
  const before = await block('bild');
  const page = await visitor.open(`${at}?element=bild`);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const answer = await upload(kommons, who, page, {
    action: '/anpassa',
    answers: { 'f:caption/sv': 'En ny bildtext' },
    files: [{ field: 'file:media', name: 'bild.png', bytes: svg }],
  });
  assert.equal(answer.statusCode, 422);
  assert.match(answer.body, /Bilder i formatet svg kan innehålla program/);
  assert.match(answer.body, /En ny bildtext/);
  assert.deepEqual(await block('bild'), before);
});

test('a film needs captions that can be read, and is told of every line that cannot', async () => {
  const wrong = Buffer.from(
    'WEBVTT\n\n00:01.000 --> 00:00.500\nHej\n\n00:02 --> 00:03\n<script>x</script>\n',
  );
  const refused = await choose('film', 'file:captions/sv', wrong);
  assert.equal(refused.statusCode, 422);
  assert.match(refused.body, /Rad 3: texten slutar innan den börjar/);
  assert.match(refused.body, /Rad 6: tiden går inte att läsa/);
  const right = Buffer.from(
    '\ufeffWEBVTT hej\r\n\r\nNOTE hemligt\r\n\r\n1\r\n00:01.000 --> 00:02.000 align:start\r\nHej\r\n',
  );
  assert.equal((await choose('film', 'file:captions/sv', right)).statusCode, 303);
  const { captions } = await block('film');
  assert.equal(
    (await bytesOf(captions?.['sv'])).toString('utf8'),
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 align:start\nHej\n',
  );
});

test('a film is kept without where it was made, and is sought in part by part', async () => {
  const secret = '+58.3868+013.4387/';
  assert.equal((await choose('film', 'file:media', sampleMp4({ secret }))).statusCode, 303);
  const { media } = await block('film');
  const whole = await bytesOf(media);
  assert.ok(!whole.includes(secret));
  const person = findDemoPerson(who);
  assert.ok(person);
  const authorization = `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
  const get = (headers: Readonly<Record<string, string>>) =>
    kommons.app.inject({
      method: 'GET',
      url: `${at}/media/${media ?? ''}`,
      headers: { authorization, ...headers },
    });
  const all = await get({});
  assert.equal(all.statusCode, 200);
  assert.equal(all.headers['content-type'], 'video/mp4');
  assert.equal(all.headers['accept-ranges'], 'bytes');
  const part = await get({ range: 'bytes=4-9', 'if-range': String(all.headers.etag) });
  assert.equal(part.statusCode, 206);
  assert.equal(part.headers['content-range'], `bytes 4-9/${whole.length}`);
  assert.equal(part.headers['content-length'], '6');
  assert.deepEqual(part.rawPayload, whole.subarray(4, 10));
  const beyond = await get({ range: `bytes=${whole.length}-` });
  assert.equal(beyond.statusCode, 416);
  assert.equal(beyond.headers['content-range'], `bytes */${whole.length}`);
  assert.equal((await get({ range: 'bytes=4-9', 'if-range': '"annan"' })).statusCode, 200);
});

test('a file gets the ending that its content goes by', async () => {
  assert.equal((await choose('mall', 'file:media', Buffer.from('En mall.\n'), 'mall.html')).statusCode, 303);
  assert.equal((await block('mall')).name, 'mall.html.txt');
  const page = await choose('mall', 'file:media', Buffer.from('<html><script>1</script>'), 'mall.txt');
  assert.equal(page.statusCode, 422);
  assert.match(page.body, /Den sortens fil går inte att lägga till/);
});

const open = (query = ''): Promise<Shown> => visitor.open(`${at}/bild?element=bild${query}`);

/** Sends the form of the page that changes the picture. */
function act(page: Shown, answers: Readonly<Record<string, string>>): Promise<Shown> {
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  return visitor.send(page, '/bild', { revision, ...answers });
}

test('two clicks in the picture choose an area, whichever corners they are in', async () => {
  // As shown 600 pixels wide it is 300 high.
  const first = await visitor.open(`${at}/bild?element=bild&bild600.x=300&bild600.y=150`);
  assert.match(first.text, /Ett hörn är valt/);
  const horn = /name="horn" value="([^"]+)"/.exec(first.html)?.[1];
  assert.equal(horn, '50-50');
  const second = await visitor.open(`${at}/bild?element=bild&horn=50-50&bild600.x=150&bild600.y=75`);
  for (const [name, value] of [
    ['x', '25'],
    ['y', '25'],
    ['bredd', '25'],
    ['hojd', '25'],
  ])
    assert.match(second.html, new RegExp(`name="${name ?? ''}"[^>]*value="${value ?? ''}"`));
});

test('a highlight stands in the draft with its text', async () => {
  const without = await act(await open(), {
    x: '25',
    y: '25',
    bredd: '25',
    hojd: '25',
    do: 'mark',
  });
  assert.equal(without.status, 422);
  assert.match(without.text, /Skriv vad som markeras/);
  const marked = await act(await open(), {
    x: '25', y: '25', bredd: '25,0', hojd: '25 %', 'text-sv': 'Den svarta rutan', do: 'mark',
  }); // prettier-ignore
  assert.match(marked.text, /Markeringen är tillagd/);
  const { highlights } = await block('bild');
  assert.deepEqual(
    highlights?.map(({ x, y, width, height }) => ({ x, y, width, height })),
    [{ x: 25, y: 25, width: 25, height: 25 }],
  );
});

test('what is blurred is gone from the new picture, whatever it was', async () => {
  const before = await block('bild');
  const blurred = await act(await open(), {
    x: '20',
    y: '20',
    bredd: '40',
    hojd: '40',
    do: 'blur',
  });
  assert.match(blurred.text, /Området är suddat/);
  const now = await block('bild');
  assert.notEqual(now.media, before.media);
  const darkest = async (left: number, top: number, width: number, height: number): Promise<number> => {
    const part = sharp(await bytesOf(now.media)).extract({ left, top, width, height });
    return Math.min(...(await part.greyscale().raw().toBuffer()));
  };
  assert.ok((await darkest(100, 50, 100, 50)) > 20, 'nothing of the black square is left');
  assert.equal(await darkest(0, 0, 80, 40), 255);
});

test('a crop keeps the part, and marks where they pointed', async () => {
  const cropped = await act(await open(), {
    x: '25',
    y: '0',
    bredd: '50',
    hojd: '50',
    do: 'crop',
  });
  assert.match(cropped.text, /Bilden är beskuren/);
  const { width, height, highlights } = await block('bild');
  assert.deepEqual({ width, height }, { width: 200, height: 100 });
  assert.deepEqual(
    highlights?.map(({ x, y, width: w, height: h }) => [x, y, w, h]),
    [[0, 50, 50, 50]],
  );
});

test('an area outside the picture, or of nothing, is refused', async () => {
  const media = (await block('bild')).media;
  for (const [x, y, bredd, hojd] of [
    ['120', '0', '5', '5'],
    ['0', '0', '0', '5'],
    ['-5', '0', '5', '5'],
    ['a', '', '5', '5'],
  ]) {
    const page = await act(await open(), { x: x ?? '', y: y ?? '', bredd: bredd ?? '', hojd: hojd ?? '', do: 'crop' }); // prettier-ignore
    assert.equal(page.status, 422);
    assert.match(page.text, /Välj ett område inuti bilden/);
  }
  assert.equal((await block('bild')).media, media);
});

test('an earlier picture can be taken back while the draft stands', async () => {
  const page = await open();
  const earlier = [...page.html.matchAll(/value="back:(sha256-[0-9a-f]{64})"/g)].map(
    ([, hash]) => hash ?? '',
  );
  assert.equal(earlier.length, 2);
  const taken = await act(page, { do: `back:${earlier[1] ?? ''}` });
  assert.match(taken.text, /Den tidigare bilden är tillbaka/);
  const { media, width, highlights } = await block('bild');
  assert.equal(media, earlier[1]);
  assert.equal(width, 400);
  assert.equal(highlights?.[0]?.x, 25);
});

test('two at once: the second sees what the first did, and nothing is lost', async () => {
  const mine = await open();
  await act(await open(), { x: '0', y: '0', bredd: '50', hojd: '50', do: 'crop' });
  const { media } = await block('bild');
  const late = await act(mine, { x: '0', y: '0', bredd: '50', hojd: '50', do: 'blur' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Någon sparade i utkastet alldeles nyss/);
  assert.equal((await block('bild')).media, media);
});

test('when the draft is a version, what the picture was before is reached by nobody', async () => {
  const now = (await block('bild')).media;
  const earlier = [...(await open()).html.matchAll(/value="back:(sha256-[0-9a-f]{64})"/g)].map(
    ([, hash]) => hash ?? '',
  );
  assert.ok(earlier.length > 0);
  for (const hash of earlier) assert.equal((await visitor.raw('GET', `${at}/media/${hash}`)).status, 200);
  const outline = await visitor.open(at);
  await visitor.send(outline, '/anpassa/version', { message: 'Suddad bild.' });
  for (const hash of earlier) assert.equal((await visitor.raw('GET', `${at}/media/${hash}`)).status, 404);
  assert.equal((await visitor.raw('GET', `${at}/media/${now ?? ''}`)).status, 200);
  assert.equal(
    (await visitor.raw('GET', `/arbete/skara/guider/${work}/media/${earlier[0] ?? ''}`)).status,
    404,
  );
});

test('only those who write at the organisation reach it', async () => {
  const { media } = await block('bild');
  for (const address of [`${at}/bild?element=bild`, `${at}/media/${media ?? ''}`]) {
    assert.equal((await kommons.visitor('case-worker@skara').raw('GET', address)).status, 404);
    assert.equal((await kommons.visitor('designer@hjo').raw('GET', address)).status, 404);
    assert.equal((await kommons.visitor(null).raw('GET', address)).status, 303);
  }
  assert.equal((await visitor.raw('GET', `${at}/bild?element=mall`)).status, 404);
});
