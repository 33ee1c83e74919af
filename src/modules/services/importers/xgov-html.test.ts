import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertLinear } from '../../../../tests/support/growth.ts';
import { markdown, plainText } from './xgov/html.ts';

suite('HTML that form builders let into texts', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['<p>Se <a title="a > b" href="https://a.se">här</a>.</p>', 'Se [här](https://a.se).'],
    ['ett <!-- <b>tyst</b> > --> två', 'ett  två'],
    ['1 < 2 och <!-- aldrig slut', '1 \\< 2 och \\<!-- aldrig slut'],
    ['<a "> <b>fet</b>', '\\<a "> **fet**'],
    ['<ul><li>a<li>b</ul>', '- a\n- b'],
    [`<b>${'ord '.repeat(3000)}</b>`, `**${'ord '.repeat(3000).trim()}**`],
  ];
  for (const [html, text] of texts) test(html.slice(0, 60), () => assert.equal(markdown(html), text));

  for (const piece of [
    '<a ',
    '<a "',
    "<a '",
    '<!--',
    '<ul><li>x',
    '</b>',
    'x</b>',
    '<a href="https://a">x',
    '&',
  ])
    test(`many ${piece}`, () =>
      assertLinear((size) => {
        const html = piece.repeat(size / piece.length);
        return () => [markdown(html), plainText(html)];
      }, 200_000));
});
