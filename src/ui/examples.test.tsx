import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { exampleSheets } from './examples.ts';
import { attributes, shown } from './page/shown.tsx';

const folder = new URL('.', import.meta.url);

suite('every example of every component', () => {
  for (const [component, examples] of Object.entries(exampleSheets)) {
    for (const example of examples) {
      test(`${component}: ${example.name}`, () => {
        const html = shown(example.view);
        assert.match(example.name, /^[a-z0-9-]+$/u, 'the name fits an address');
        assert.doesNotMatch(
          html,
          / style="|<script| on[a-z]+="|javascript:/u,
          'nothing that the policy forbids',
        );
        assert.doesNotMatch(html, /undefined|\[object |NaN/u, 'no value that got lost');
        assert.doesNotMatch(
          html,
          / data-(?!answer|columns|kind|state)[a-z]+="false"/u,
          'a false mark is left out',
        );
        const ids = attributes(html, 'id');
        assert.equal(new Set(ids).size, ids.length, `ids are used once: ${ids.join(' ')}`);
        const targets = ['for', 'aria-describedby', 'aria-labelledby']
          .flatMap((name) => attributes(html, name))
          .flatMap((value) => value.split(' '));
        for (const target of targets) assert.ok(ids.includes(target), `${target} is on the page`);
        for (const link of attributes(html, 'href').filter((href) => href.startsWith('#'))) {
          assert.ok(ids.includes(link.slice(1)), `${link} leads somewhere`);
        }
      });
    }
  }

  test('names are used once in a sheet', () => {
    for (const [component, examples] of Object.entries(exampleSheets)) {
      const names = examples.map((example) => example.name);
      assert.equal(new Set(names).size, names.length, component);
    }
  });

  test('each component says its own words in English when the page is English', () => {
    const swedish = /\b(Föregående|Nästa|frivilligt|borttaget|Förslag|Behåll|klara|gemensamt,)\b/u;
    const own = ['pagination', 'merge-view', 'origin-mark', 'tile-row'];
    for (const component of own) {
      for (const example of exampleSheets[component] ?? []) {
        assert.doesNotMatch(shown(example.view, 'en').replaceAll(/"[^"]*"/gu, ''), swedish, component);
      }
    }
  });

  test('every component with a style sheet has examples or stands in a frame', () => {
    const framed = new Set(['frame', 'work-bar', 'public-header']);
    const styled = readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, folder)).includes('style.css'),
      )
      .map((entry) => entry.name);
    assert.deepEqual(
      styled.filter((name) => exampleSheets[name] === undefined && !framed.has(name)),
      [],
    );
  });

  test('every class that a component writes is in a style sheet', () => {
    const css = ['foundation/type.css', ...Object.keys(exampleSheets).map((name) => `${name}/style.css`)]
      .map((file) => {
        try {
          return readFileSync(new URL(file, folder), 'utf8');
        } catch {
          return '';
        }
      })
      .join('\n');
    const unknown = new Set(
      Object.values(exampleSheets)
        .flat()
        .flatMap((example) => attributes(shown(example.view), 'class'))
        .flatMap((value) => value.split(' '))
        .filter((name) => name.startsWith('k-') && !css.includes(`.${name}`)),
    );
    assert.deepEqual([...unknown], []);
  });
});
