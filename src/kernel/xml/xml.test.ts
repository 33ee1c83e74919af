import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, xmlDocument } from './index.ts';

const cases: readonly (readonly [what: string, made: ReturnType<typeof element>, xml: string])[] = [
  ['nothing in it', element('a', {}), '<a/>'],
  ['text', element('a', {}, 'x < y & "z" > å'), '<a>x &lt; y &amp; &quot;z&quot; &gt; å</a>'],
  [
    'attributes',
    element('a', { b: 'x"\n\t<', n: 3, none: undefined }),
    '<a b="x&quot;&#10;&#9;&lt;" n="3"/>',
  ],
  ['elements', element('a', {}, [element('b', {}, '1'), element('c', {})]), '<a><b>1</b><c/></a>'],
  ['what XML cannot hold', element('a', {}, '\u0000\u001F\uFFFE\uD800x😀\r\n'), '<a>x😀&#13;\n</a>'],
];

for (const [what, made, xml] of cases)
  test(`an element: ${what}`, () => {
    assert.equal(made.xml, xml);
  });

test('a document says what it is', () => {
  assert.equal(xmlDocument(element('a', {})), '<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n');
});
