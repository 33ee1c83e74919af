import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { buildStyles, themeAsset } from './index.ts';
import { minify } from './minify.ts';
import { cutList, keepUsed, rules } from './rules.ts';

suite('minify', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a { color: red ; }', 'a{color:red}'],
    ['/* why */ a > b , c { margin: 0 auto; }', 'a>b,c{margin:0 auto}'],
    ["a::before { content: '  / x' / ''; }", "a::before{content:'  / x' / ''}"],
    ['a { width: calc(1px + (2px * 3)); }', 'a{width:calc(1px + (2px * 3))}'],
    ['a :is(b, c) { x: url(data:a;b) }', 'a :is(b,c){x:url(data:a;b)}'],
    ['@media (min-width: 9px) and (x) { a { b: c } }', '@media (min-width:9px) and (x){a{b:c}}'],
    ['a:hover { --x: ; }', 'a:hover{--x:}'],
  ];
  for (const [css, expected] of cases) test(css, () => assert.equal(minify(css), expected));
});

suite('rules', () => {
  test('finds blocks and statements, whatever strings hold', () => {
    assert.deepEqual(rules('@layer a,b;a{b:"}"}@media x{c{d:e}}'), [
      { head: '', body: '@layer a,b;' },
      { head: 'a', body: 'b:"}"' },
      { head: '@media x', body: 'c{d:e}' },
    ]);
  });

  test('cuts lists outside brackets', () => {
    assert.deepEqual(cutList(':is(a,b) c,d[e="f"],g'), [':is(a,b) c', 'd[e="f"]', 'g']);
  });

  test('keeps the used selectors of a rule, and no empty rule', () => {
    const css = '.a,.b{x:y}.b{z:w}@media m{.b{x:y}}@keyframes k{0%{o:p}}';
    assert.equal(
      keepUsed(css, (selector) => selector === '.b'),
      '.a{x:y}@keyframes k{0%{o:p}}',
    );
  });
});

suite('style sheets', () => {
  const styles = buildStyles();
  const file = (path: string) => {
    const found = styles.assets.find((asset) => asset.path === path);
    assert.ok(found, path);
    return found.bytes;
  };

  test('our layer comes after the design system’s', () => {
    assert.ok(styles.public.css.startsWith('@layer reset,ds,kommons;'));
  });

  test('blocks are balanced and strings closed', () => {
    for (const { css } of [styles.public, styles.work]) {
      const bare = css.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu, '');
      assert.equal(bare.match(/\{/gu)?.length, bare.match(/\}/gu)?.length);
      assert.doesNotMatch(bare, /["']/u);
    }
  });

  test('every address in a sheet is an asset or data', () => {
    const addresses = [...styles.public.css.matchAll(/url\(([^)]+)\)/gu)].map((found) => found[1] ?? '');
    const files = addresses.filter((address) => !address.includes('data:'));
    assert.ok(files.length >= 12);
    for (const address of files) file(address);
  });

  test('every variable that a sheet reads is set somewhere or has a fallback', () => {
    for (const { css } of [styles.public, styles.work]) {
      const set = new Set([...css.matchAll(/(--[\w-]+)\s*:/gu)].map((found) => found[1]));
      const read = [...css.matchAll(/var\((--k-[\w-]+|--ds-[\w-]+)\)/gu)].map((found) => found[1]);
      assert.deepEqual([...new Set(read.filter((name) => !set.has(name)))], []);
    }
  });

  test('each look is under 16 kB compressed, and with its first fonts under 48 kB', () => {
    const fonts = styles.preload.reduce((sum, path) => sum + file(path).length, 0);
    for (const { css } of [styles.public, styles.work]) {
      const size = brotliCompressSync(css).length;
      assert.ok(size < 16_000, `${size} bytes`);
      assert.ok(size + fonts < 48_000, `${size + fonts} bytes`);
    }
  });

  test('paper has a sheet of its own, which no look carries', () => {
    assert.match(styles.print.css, /@page/u);
    for (const { css } of [styles.public, styles.work]) assert.doesNotMatch(css, /@page/u);
    file(styles.print.path);
  });

  test('a path changes with its content', () => {
    assert.notEqual(themeAsset('a{b:c}').path, themeAsset('a{b:d}').path);
    assert.match(themeAsset('a{b:c}').path, /^\/assets\/theme\.[0-9a-f]{12}\.css$/u);
    assert.equal(buildStyles().work.path, styles.work.path);
  });
});
