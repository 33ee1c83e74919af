import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertLinear } from '../../../../tests/support/growth.ts';
import { plain } from '../search/texts.ts';
import { everyGuide } from './fixtures/every-block.ts';
import { validateGuide } from './validate.ts';

const pieces = ['[', '[a](', '\n', '\n ', ' ', '- ', '* ', '<a ', '"', '|', 'a. ', '?" '];

const withText = (text: string): unknown => {
  const guide: unknown = structuredClone(everyGuide());
  const block = { id: 'lang-text', type: 'text', text: { sv: text, en: 'Text.' } };
  return JSON.parse(
    JSON.stringify(guide, (key, value: unknown) =>
      key === 'blocks' && Array.isArray(value) ? [...value, block] : value,
    ),
  );
};

const messages = (text: string): readonly string[] =>
  validateGuide(withText(text))
    .filter(({ path, severity }) => path.endsWith('lang-text/text/sv') && severity === 'error')
    .map(({ message }) => message.sv);

suite('texts made to be slow', () => {
  for (const piece of pieces)
    test(JSON.stringify(piece), () => {
      // Within the bound of a text, and far beyond it.
      for (const most of [19_000, 400_000])
        assertLinear((size) => {
          const text = `Hej ${piece.repeat(size / piece.length)} x`;
          const guide = withText(text);
          return () => [validateGuide(guide), plain(text)];
        }, most);
    });

  test('one that is too long, or has too many brackets, is told in words', () => {
    assert.match(messages('a'.repeat(20_001))[0] ?? '', /högst 20000 tecken/);
    assert.match(messages(`Hej ${'['.repeat(501)}`)[0] ?? '', /hakparenteser.*högst 500/);
    assert.deepEqual(messages('[a](https://a.se) '.repeat(400)), []);
  });
});
