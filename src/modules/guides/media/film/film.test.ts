import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanFilm } from './clean.ts';
import { box, ebml, sampleMp4, sampleWebm, unknownLength } from './samples.ts';

const secret = '+58.3868+013.4387/';

const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);

test('an mp4 keeps every byte of picture and sound, and tells neither place, maker nor time', async () => {
  const film = sampleMp4({ secret });
  assert.ok(holds(film, secret));
  const cleaned = await cleanFilm(film);
  assert.ok(cleaned.ok);
  assert.equal(cleaned.bytes.byteLength, film.byteLength, 'offsets hold');
  assert.ok(!holds(cleaned.bytes, secret));
  assert.ok(!holds(cleaned.bytes, 'udta') && !holds(cleaned.bytes, 'uuid'));
  assert.ok(holds(cleaned.bytes, 'bild och ljud'));
  const movie = Buffer.from(cleaned.bytes);
  assert.equal(movie.readUInt32BE(movie.indexOf('mvhd') + 8), 0, 'when it was made');
  assert.equal(movie.readUInt32BE(movie.indexOf('mvhd') + 16), 1000, 'what its times are counted in');
});

test('a webm too, also where the recorder did not know how long it would be', async () => {
  for (const open of [false, true]) {
    const film = sampleWebm({ secret, open });
    assert.ok(holds(film, secret));
    const cleaned = await cleanFilm(film);
    assert.ok(cleaned.ok);
    assert.equal(cleaned.bytes.byteLength, film.byteLength);
    assert.ok(!holds(cleaned.bytes, secret));
    assert.ok(holds(cleaned.bytes, 'bild och ljud'));
  }
});

const ftyp = box('ftyp', 'isom0000isom');
const head = ebml(0x1a45dfa3, ebml(0x4282, Buffer.from('webm')));
const track = (handler: string): Uint8Array =>
  box('moov', box('trak', box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${handler}`)))));
const tracks = (type: number): Uint8Array =>
  ebml(0x18538067, ebml(0x1654ae6b, ebml(0xae, ebml(0x83, Buffer.from([type])))));

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
  test(`${name} is refused: ${failure}`, async () =>
    assert.deepEqual(await cleanFilm(bytes), { ok: false, failure }));
}
