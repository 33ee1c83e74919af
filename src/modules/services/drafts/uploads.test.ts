import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Scan } from '../../../platform/files/index.ts';
import {
  markRefused,
  typeOfUpload,
  receiveUploads,
  storeAccepted,
  storedOnly,
  withUploads,
} from './uploads.ts';

const room = { files: 10, bytes: 1_000 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pdf = bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);

test('a file is what its content is, whatever its name says', async () => {
  assert.equal(await typeOfUpload('bild.jpg', pdf), 'application/pdf');
  assert.equal(await typeOfUpload('bild.exe', png), 'image/png');
  assert.equal(await typeOfUpload('lista.csv', bytes('a;b\n1;2')), 'text/csv');
  assert.equal(await typeOfUpload('text.txt', bytes('hej')), 'text/plain');
  assert.equal(
    await typeOfUpload('text.txt', Uint8Array.from([0xff, 0x00, 0x41])),
    'application/octet-stream',
  );
  assert.equal(await typeOfUpload('sida.html', bytes('<script>1</script>')), 'application/octet-stream');
});

test('a file is named as its content is, so that it opens as that', async () => {
  const cases = [
    ['sida.html', bytes('%PDF-1.7\n<script>alert(1)</script>'), 'sida.html.pdf'],
    ['intyg.pdf.exe', pdf, 'intyg.pdf.exe.pdf'],
    ['intyg.PDF', pdf, 'intyg.PDF'],
    ['bild', png, 'bild.png'],
    ['foto.jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), 'foto.jpeg'],
    ['brev.txt', bytes('hej'), 'brev.txt'],
  ] as const;
  for (const [name, content, kept] of cases) {
    const sent = [{ field: 'intyg', name, bytes: content }];
    const { uploads } = await receiveUploads(sent, { newId: randomUUID, scan: async () => 'clean', room });
    assert.equal(uploads[0]?.file.name, kept);
  }
});

test('what the scanner does not call clean is let go and told of', async () => {
  const sent = [
    { field: 'intyg', name: 'a.pdf', bytes: pdf },
    { field: 'intyg', name: 'b.png', bytes: png },
  ];
  const scan: Scan = async (content) => (content === png ? 'infected' : 'clean');
  const received = await receiveUploads(sent, { newId: randomUUID, scan, room });
  assert.deepEqual(
    received.uploads.map((upload) => upload.file.name),
    ['a.pdf'],
  );
  assert.deepEqual(received.unsafe, [{ input: 'intyg', name: 'b.png', kind: 'infected' }]);
  const none = await receiveUploads(sent, { newId: randomUUID, scan: async () => 'unavailable', room });
  assert.deepEqual(none.uploads, []);
  assert.deepEqual(
    none.unsafe.map((file) => file.kind),
    ['not-scanned', 'not-scanned'],
  );
});

test('only what the page accepts is stored, and what it refused is told of once', async () => {
  const sent = [
    { field: 'intyg', name: 'a.pdf', bytes: pdf },
    { field: 'intyg', name: 'b.png', bytes: png },
  ];
  const { uploads } = await receiveUploads(sent, { newId: randomUUID, scan: async () => 'clean', room });
  const refused = uploads[1]?.file.id ?? '';
  const all = withUploads({}, uploads);
  const message = { sv: 'Fel sort', en: 'Wrong kind' };
  const marked = markRefused(all, [
    { kind: 'wrong', field: 'intyg', input: 'intyg', message, file: refused },
  ]);
  const stored: number[] = [];
  const files = {
    save: async (content: Uint8Array) => {
      stored.push(content.length);
      return '';
    },
  };
  await storeAccepted(files, uploads, marked);
  assert.deepEqual(stored, [pdf.length]);
  assert.deepEqual(
    storedOnly(marked)['intyg']?.map((file) => file.name),
    ['a.pdf'],
  );
});

test('what there is no room for is neither scanned nor kept, and told of', async () => {
  const sent = ['a', 'b', 'c'].map((name) => ({ field: 'intyg', name: `${name}.pdf`, bytes: pdf }));
  const cases = [
    [{ files: 2, bytes: 1_000 }, ['a', 'b']],
    [{ files: 10, bytes: pdf.length * 2 + 1 }, ['a', 'b']],
    [{ files: 10, bytes: pdf.length * 3 }, ['a', 'b', 'c']],
    [{ files: -1, bytes: 1_000 }, []],
  ] as const;
  for (const [least, kept] of cases) {
    const scanned: unknown[] = [];
    const scan: Scan = async (content) => {
      scanned.push(content);
      return 'clean';
    };
    const { uploads, unsafe } = await receiveUploads(sent, { newId: randomUUID, scan, room: least });
    assert.deepEqual(
      uploads.map(({ file }) => file.name),
      kept.map((name) => `${name}.pdf`),
    );
    assert.equal(scanned.length, kept.length);
    assert.deepEqual(
      unsafe.map(({ kind }) => kind),
      Array.from({ length: 3 - kept.length }, () => 'no-room'),
    );
  }
});
