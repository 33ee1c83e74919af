import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PdfBlock } from '../../../../platform/pdf/index.ts';
import { blocksIn } from './markdown.ts';

const cases: readonly (readonly [string, string, readonly PdfBlock[]])[] = [
  [
    'bold, italics and both',
    'Läs **aldrig *mer* än** så.',
    [
      {
        kind: 'paragraph',
        text: [
          { text: 'Läs ' },
          { text: 'aldrig ', bold: true },
          { text: 'mer', bold: true, italic: true },
          { text: ' än', bold: true },
          { text: ' så.' },
        ],
      },
    ],
  ],
  [
    'a link that holds on paper, and one that does not',
    '[sidan](https://a.se/b) och [här](/b)',
    [
      {
        kind: 'paragraph',
        text: [{ text: 'sidan', to: 'https://a.se/b' }, { text: ' och ' }, { text: 'här' }],
      },
    ],
  ],
  [
    'a list in a list',
    '1. Ett\n   - A\n   - B\n2. Två',
    [
      {
        kind: 'items',
        marker: 'number',
        items: [
          [
            { kind: 'paragraph', text: [{ text: 'Ett' }] },
            {
              kind: 'items',
              marker: 'dot',
              items: [
                [{ kind: 'paragraph', text: [{ text: 'A' }] }],
                [{ kind: 'paragraph', text: [{ text: 'B' }] }],
              ],
            },
          ],
          [{ kind: 'paragraph', text: [{ text: 'Två' }] }],
        ],
      },
    ],
  ],
  ['markup is text', '<b>x</b>', [{ kind: 'paragraph', text: [{ text: '<b>x</b>' }] }]],
];

for (const [name, text, blocks] of cases)
  test(`${name} comes onto paper`, () => assert.deepEqual(blocksIn({ text }), blocks));

test('a text in another language than the document says so', () => {
  assert.deepEqual(blocksIn({ text: 'Sign *in*', lang: 'en' }), [
    {
      kind: 'paragraph',
      text: [
        { text: 'Sign ', lang: 'en' },
        { text: 'in', lang: 'en', italic: true },
      ],
    },
  ]);
});
