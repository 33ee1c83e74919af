import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanName, mediaTypeOf, withExtension } from './index.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test('a name is only a name', () => {
  const cases = [
    ['intyg.pdf', 'intyg.pdf'],
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Users\x\foto.jpg`, 'foto.jpg'],
    ['.htaccess', 'htaccess'],
    ['fak\u202Etxt.exe', 'faktxt.exe'],
    ['a\u0000b\r\n"c".pdf', 'abc.pdf'],
    ['\u0000', 'fil'],
    ['"<>:|?*', 'fil'],
    ['   ', 'fil'],
    ['Läkarintyg, åk 3.pdf', 'Läkarintyg, åk 3.pdf'],
    ['A\u030A.pdf', 'Å.pdf'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ] as const;
  for (const [given, kept] of cases) assert.equal(cleanName(given), kept);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const kept = cleanName(name);
      assert.ok(kept.length > 0 && kept.length <= 120 && !/[/\\\p{Cc}]/u.test(kept) && !kept.startsWith('.'));
      assert.ok(kept.isWellFormed());
    }),
  );
});

test('a name ends as its content does', () => {
  const cases = [
    ['foto.JPEG', ['jpg', 'jpeg'], 'foto.JPEG'],
    ['foto', ['jpg', 'jpeg'], 'foto.jpg'],
    ['sida.html', ['pdf'], 'sida.html.pdf'],
    ['okänd.bin', [], 'okänd.bin'],
  ] as const;
  for (const [name, extensions, named] of cases) assert.equal(withExtension(name, extensions), named);
});

test('a media type is what the content shows', async () => {
  const cases = [
    [text('%PDF-1.7\n'), 'application/pdf'],
    [text('Hej från Härnösand\r\n'), 'text/plain'],
    [text('  <!doctype html><script>alert(1)</script>'), null],
    [text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
    [Uint8Array.from([0xff, 0x00, 0x41]), null],
    [text('a\u001Bb'), null],
  ] as const;
  for (const [bytes, type] of cases) assert.equal(await mediaTypeOf(bytes), type);
});
