import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { contrast, mix } from './contrast.ts';
import { theme } from './index.ts';
import type { ThemeColours } from './index.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

/** What meets on a page, what it needs (WCAG 2.2), and on which grounds. */
function meetings(
  colours: ThemeColours,
  grounds: readonly string[],
): readonly (readonly [string, number, number])[] {
  const { accent, accentHover, accentActive, onAccent, link, bar, onBar } = colours;
  return [
    ...[accent, accentHover, accentActive].map(
      (one) => [`text ${onAccent} on ${one}`, contrast(one, onAccent), 4.5] as const,
    ),
    [`text ${onBar} on ${bar}`, contrast(bar, onBar), 4.5],
    ...grounds.map((ground) => [`link ${link} on ${ground}`, contrast(link, ground), 4.5] as const),
    [`button ${accent} on ${grounds[0]}`, contrast(accent, grounds[0] ?? ''), 3],
  ];
}

function passes(colours: ThemeColours, grounds: readonly string[]): void {
  for (const [what, found, needed] of meetings(colours, grounds))
    assert.ok(found >= needed, `${what}: ${found}`);
}

suite('contrast', () => {
  const known: readonly (readonly [string, string, number])[] = [
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#0d5c63', '#ffffff', 7.7],
  ];
  for (const [one, other, expected] of known) {
    test(`${one} and ${other}`, () => assert.ok(Math.abs(contrast(one, other) - expected) < 0.05));
  }

  test('mixing goes all the way', () => {
    assert.equal(mix('#102030', '#ffffff', 0), '#102030');
    assert.equal(mix('#102030', '#ffffff', 1), '#ffffff');
  });
});

suite('theme', () => {
  test('Härnösand’s colour passes as it is', () => {
    const result = theme('#0D5C63');
    assert.ok(result.ok);
    assert.equal(result.tokens.light.accent, '#0d5c63');
    assert.equal(result.tokens.light.link, '#1d676d');
    assert.match(result.css, /^:root\.k-public\{--k-accent:#0d5c63;/u);
  });

  test('a yellow is refused, with the reason and the nearest tone that passes', () => {
    const result = theme('#ffcc00');
    assert.ok(!result.ok && result.failure.kind === 'low-contrast');
    assert.deepEqual(
      result.failure.pairs.map(({ pair, needed }) => ({ pair, needed })),
      [{ pair: 'page', needed: 3 }],
    );
    assert.ok(theme(result.failure.nearest).ok);
  });

  for (const wrong of ['', 'red', '#fff', '#12345g', '0d5c63', '#0d5c63;}']) {
    test(`${JSON.stringify(wrong)} is not a colour`, () => {
      assert.deepEqual(theme(wrong), { ok: false, failure: { kind: 'not-a-colour' } });
    });
  }

  test('of 800 colours: what passes passes in light and dark, and what fails has a nearest that passes', () => {
    let passed = 0;
    fc.assert(
      fc.property(colour, (brand) => {
        const result = theme(brand);
        if (result.ok) {
          passed += 1;
          passes(result.tokens.light, ['#ffffff', '#e9edf0']);
          passes(result.tokens.dark, ['#192027', '#212930', '#2b353e']);
        } else {
          assert.ok(result.failure.kind === 'low-contrast' && result.failure.pairs.length > 0);
          assert.ok(theme(result.failure.nearest).ok, result.failure.nearest);
        }
      }),
      { numRuns: 800 },
    );
    assert.ok(passed > 100, 'both outcomes were tried');
  });

  test('the bundled generator is what the design system’s package gives', async () => {
    const { themeGenerator } = await import('../../../tools/theme-generator.mjs');
    const { code } = await themeGenerator();
    assert.equal(
      readFileSync(new URL('dist/generator.mjs', import.meta.url), 'utf8'),
      code,
      'run npm run generate',
    );
  });
});
