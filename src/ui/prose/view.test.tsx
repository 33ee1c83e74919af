import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { assertLinear } from '../../../tests/support/growth.ts';
import { safeHtml, sharedHtml } from './markdown.ts';
import { tied } from './tied.ts';

suite('prose', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['bold', '**ja**', '<p><strong>ja</strong></p>\n'],
    ['raw HTML is text', '<b onclick="x">a</b>', '<p>&lt;b onclick="x"&gt;a&lt;/b&gt;</p>\n'],
    ['headings stay below the page’s own', '# Rubrik', '<h3>Rubrik</h3>\n'],
    ['a script address is not a link', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>\n'],
    ['nor a foreign host without a scheme', '[a](//evil.example)', '<p><a>a</a></p>\n'],
    ['pictures are not fetched', '![a](https://x.se/a.png)', '<p>!<a href="https://x.se/a.png">a</a></p>\n'],
    ['a link', '[a](/b)', '<p><a href="/b">a</a></p>\n'],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => assert.equal(safeHtml(text, 'sv'), expected));
  }

  test('what would take long to read as Markdown stands as it is', () => {
    const many = `**a** <b>\n\n${'['.repeat(90_000)}`;
    assert.equal(safeHtml(many, 'sv'), `<p>**a** &lt;b&gt;</p>\n<p>${'['.repeat(90_000)}</p>\n`);
    assert.match(safeHtml(`**a** ${'ord '.repeat(9000)}`, 'sv'), /<strong>/);
  });

  for (const piece of ['[', '[a](', '*a ', '**a', '<', '> ', '\n- ', '|'])
    test(`many ${JSON.stringify(piece)}`, () =>
      assertLinear((size) => {
        const text = piece.repeat(size / piece.length);
        return () => safeHtml(text, 'sv');
      }, 400_000));

  test('a number stays with what it counts', () => {
    const cases = [
      ['skollagen 10 kap. 32 §', 'skollagen 10~kap.~32~§'],
      ['9 kap. 15 b, 15 c och 21 a §§', '9~kap.~15~b, 15~c och 21~a~§§'],
      ['43 och 44 §§', '43 och 44~§§'],
      ['senast 4 december', 'senast 4~december'],
      ['längre än 2 km till och med årskurs 3', 'längre än 2~km till och med årskurs~3'],
      ['de 3 barnen, 2 av dem', 'de 3 barnen, 2 av dem'],
    ] as const;
    for (const [text, expected] of cases) assert.equal(tied(text).replaceAll('\u00A0', '~'), expected);
  });

  test('links follow the language of the page', () => {
    assert.equal(safeHtml('[a](/b)', 'en'), '<p><a href="/en/b">a</a></p>\n');
  });

  test('what is remembered is what it would be anew, in each language', () => {
    const texts = [
      '[a](/b)',
      '10 kap. 32 §',
      ...Array.from({ length: 2100 }, (_, n) => `[${n}](/sida/${n})`),
    ];
    for (const text of [...texts, ...texts]) {
      for (const language of ['sv', 'en'] as const) {
        assert.equal(sharedHtml(text, language), safeHtml(tied(text), language));
      }
    }
  });

  test('no text makes an element that runs something', () => {
    const pieces = fc.constantFrom(
      '<script>',
      '<img src=x onerror=y>',
      '[a](',
      'javascript:x',
      ')',
      '`',
      '"',
      '&#106;',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        const tags = safeHtml(parts.join(''), 'sv').match(/<[^>]*>/gu) ?? [];
        for (const tag of tags)
          assert.doesNotMatch(tag, /^<\/?(?:script|img|iframe|svg|style)|\son\w+=|"\s*javascript:/iu);
      }),
    );
  });
});
