import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openFiles } from '../../../../platform/files/index.ts';
import { cleanFilm } from './clean.ts';
import { box, ebml, sampleMp4, sampleWebm, unknownLength } from './samples.ts';
import { largeFilms } from './take.ts';

const secret = '+58.3868+013.4387/';
const folder = await mkdtemp(path.join(tmpdir(), 'kommons-film-'));
after(() => rm(folder, { recursive: true }));
const files = await openFiles(folder);

/** Cleans a film where it lies on disk, as it came in pieces, and gives what it is then. */
async function clean(film: Uint8Array, piece = 1000) {
  const file = await files.begin();
  for (let at = 0; at < film.byteLength; at += piece) await file.append(film.subarray(at, at + piece));
  const refused = await cleanFilm(file);
  const pieces: Uint8Array[] = [];
  for await (const one of file.pieces()) pieces.push(one);
  await file.drop();
  return { refused, bytes: Buffer.concat(pieces) };
}

test('an mp4 keeps every byte of picture and sound, and tells neither place, maker nor time', async () => {
  const film = sampleMp4({ secret });
  assert.ok(film.includes(secret));
  const { refused, bytes } = await clean(film, 7);
  assert.equal(refused, null);
  assert.equal(bytes.byteLength, film.byteLength, 'offsets hold');
  assert.ok(!bytes.includes(secret));
  assert.ok(!bytes.includes('udta') && !bytes.includes('uuid'));
  assert.ok(bytes.includes('bild och ljud'));
  assert.equal(bytes.readUInt32BE(bytes.indexOf('mvhd') + 8), 0, 'when it was made');
  assert.equal(bytes.readUInt32BE(bytes.indexOf('mvhd') + 16), 1000, 'what its times are counted in');
});

test('a webm too, also where the recorder did not know how long it would be', async () => {
  for (const open of [false, true]) {
    const film = sampleWebm({ secret, open });
    assert.ok(film.includes(secret));
    const { refused, bytes } = await clean(film);
    assert.equal(refused, null);
    assert.equal(bytes.byteLength, film.byteLength);
    assert.ok(!bytes.includes(secret));
    assert.ok(bytes.includes('bild och ljud'));
  }
});

test('what stands far into a large film is found, and what is large is emptied to its end', async () => {
  const long = Buffer.alloc(700_000, secret);
  const mp4 = Buffer.concat([
    sampleMp4({ secret }),
    box('mdat', Buffer.alloc(300_000, 'x')),
    box('skip', long),
  ]);
  const webm = Buffer.concat([
    head,
    ebml(0x18538067, ...opened(), ebml(0x1254c367, long), ebml(0x1f43b675, ebml(0xe7, Buffer.from([0])))),
  ]);
  for (const film of [mp4, webm]) {
    const { refused, bytes } = await clean(film, 100_000);
    assert.equal(refused, null);
    assert.equal(bytes.byteLength, film.byteLength);
    assert.ok(!bytes.includes(secret));
  }
  const again = await clean((await clean(webm)).bytes);
  assert.equal(again.refused, null, 'what was cleaned is a film still');
  assert.deepEqual(await readdir(path.join(folder, 'unfinished')), [], 'nothing is left of what was dropped');
});

const ftyp = box('ftyp', 'isom0000isom');
const head = ebml(0x1a45dfa3, ebml(0x4282, Buffer.from('webm')));
const track = (handler: string): Uint8Array =>
  box('moov', box('trak', box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${handler}`)))));
const tracksOf = (type: number): Buffer => ebml(0x1654ae6b, ebml(0xae, ebml(0x83, Buffer.from([type]))));
const opened = (): readonly Buffer[] => [ebml(0x1549a966, ebml(0x4461, Buffer.from(secret))), tracksOf(1)];
const tracks = (type: number): Uint8Array => ebml(0x18538067, tracksOf(type));
const nested = (depth: number): Uint8Array =>
  depth === 0 ? box('mdhd', Buffer.alloc(24)) : box('moov', nested(depth - 1));

const refused: readonly (readonly [string, Uint8Array, string])[] = [
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'no-film'],
  ['text', Buffer.from('hej'), 'no-film'],
  ['nothing', new Uint8Array(), 'no-film'],
  ['an mp4 without a movie', Buffer.concat([ftyp, box('mdat', 'x')]), 'no-film'],
  ['sound alone', Buffer.concat([ftyp, track('soun')]), 'no-film'],
  ['a track of measurements', Buffer.concat([ftyp, track('vide'), track('meta')]), 'foreign-track'],
  ['a cut mp4', sampleMp4({ secret }).subarray(0, -3), 'damaged'],
  ['a box shorter than its head', Buffer.concat([ftyp, Buffer.from('00000003666f6f6f', 'hex')]), 'damaged'],
  ['a box longer than the file', Buffer.concat([ftyp, Buffer.from('7fffffff6d6f6f76', 'hex')]), 'damaged'],
  [
    'a box of no end of bytes',
    Buffer.concat([ftyp, Buffer.from('000000016d6f6f76ffffffffffffffff', 'hex')]),
    'damaged',
  ],
  [
    'an mp4 with no end of boxes to empty',
    Buffer.concat([sampleMp4({ secret }), ...Array.from({ length: 30_000 }, () => box('free', ''))]),
    'damaged',
  ],
  [
    'a webm with no end of tags',
    Buffer.concat([
      head,
      ebml(0x18538067, tracksOf(1), Buffer.concat(Array.from({ length: 30_000 }, () => ebml(0x1254c367)))),
    ]),
    'damaged',
  ],
  ['boxes in boxes without end', Buffer.concat([ftyp, nested(4000)]), 'damaged'],
  ['a webm without a segment', head, 'no-film'],
  ['a webm of sound alone', Buffer.concat([head, tracks(2)]), 'no-film'],
  ['a webm with a track of data', Buffer.concat([head, tracks(1), tracks(33)]), 'foreign-track'],
  ['a cut webm', sampleWebm({ secret, open: false }).subarray(0, -3), 'damaged'],
  [
    'a webm with something else after',
    Buffer.concat([head, tracks(1), Buffer.from('PK\x03\x04')]),
    'damaged',
  ],
  [
    'tracks of no known length',
    Buffer.concat([head, ebml(0x18538067, unknownLength(0x1654ae6b))]),
    'damaged',
  ],
];
for (const [name, bytes, failure] of refused) {
  test(`${name} is refused: ${failure}`, async () => assert.equal((await clean(bytes)).refused, failure));
}

test('a long film in fragments is one', async () => {
  const fragment = Buffer.concat([box('moof', box('traf', box('trun', 'steg'))), box('mdat', 'bild')]);
  const film = Buffer.concat([sampleMp4({ secret }), ...Array.from({ length: 20_000 }, () => fragment)]);
  assert.equal((await clean(film, 500_000)).refused, null);
});

test('no film is taken unscanned but in a demo', async () => {
  for (const [demo, refusal] of [
    [false, 'not-scanned'],
    [true, null],
  ] as const) {
    const file = await files.begin();
    await file.append(sampleMp4({ secret }));
    assert.equal(await largeFilms.prepare(file, { demo }), refusal);
    await file.drop();
  }
});
