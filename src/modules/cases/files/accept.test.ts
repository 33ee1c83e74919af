import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scan } from '../../../platform/files/index.ts';
import { acceptFile, type FileRefusal } from './accept.ts';

const clean: Scan = async () => 'clean';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const pdf = bytesOf('%PDF-1.7\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('a file is what its content is', async () => {
  const cases: readonly { name: string; bytes: Uint8Array; type: string; kept: string }[] = [
    { name: 'intyg.pdf', bytes: pdf, type: 'application/pdf', kept: 'intyg.pdf' },
    { name: 'intyg.exe', bytes: pdf, type: 'application/pdf', kept: 'intyg.exe.pdf' },
    { name: 'foto', bytes: png, type: 'image/png', kept: 'foto.png' },
    { name: 'FOTO.PNG', bytes: png, type: 'image/png', kept: 'FOTO.PNG' },
    { name: 'brev.txt', bytes: bytesOf('Hej från Härnösand\r\n'), type: 'text/plain', kept: 'brev.txt' },
  ];
  for (const { name, bytes, type, kept } of cases) {
    const accepted = await acceptFile({ name, bytes }, clean);
    assert.ok(accepted.ok, name);
    assert.deepEqual({ name: accepted.file.name, type: accepted.file.type }, { name: kept, type });
  }
});

test('what is not taken, and why', async () => {
  const cases: readonly { name: string; bytes: Uint8Array; kind: FileRefusal['kind']; scan?: Scan }[] = [
    { name: 'tom.pdf', bytes: new Uint8Array(), kind: 'empty' },
    { name: 'stor.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]), kind: 'too-large' },
    {
      name: 'program.pdf',
      bytes: Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      kind: 'unknown-type',
    },
    {
      name: 'bild.svg',
      bytes: bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      kind: 'unknown-type',
    },
    { name: 'sida.txt', bytes: bytesOf('  <!doctype html><script>alert(1)</script>'), kind: 'unknown-type' },
    { name: 'data.txt', bytes: new Uint8Array([0xff, 0xfe, 0x00, 0x41]), kind: 'unknown-type' },
    { name: 'virus.pdf', bytes: pdf, kind: 'infected', scan: async () => 'infected' },
    { name: 'vet ej.pdf', bytes: pdf, kind: 'not-scanned', scan: async () => 'unavailable' },
  ];
  for (const { name, bytes, kind, scan = clean } of cases) {
    const refused = await acceptFile({ name, bytes }, scan);
    assert.deepEqual(refused.ok ? 'accepted' : refused.failure.kind, kind, name);
  }
});
