import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { shown } from '../page/shown.tsx';
import { href, inLanguage, safeHref } from './href.ts';
import { Link } from './view.tsx';

suite('links', () => {
  const refused = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'blob:x',
    '',
  ];
  for (const address of refused) {
    test(`refuses ${JSON.stringify(address)}`, () => {
      assert.equal(safeHref(address), undefined);
      assert.doesNotMatch(shown(<Link to={address}>x</Link>), /href/u);
    });
  }

  for (const address of [
    '/a?b=c#d',
    '#a',
    '?q=1',
    'https://sundsvall.se/a',
    'mailto:a@b.se',
    'tel:+46611348000',
    'a/b',
  ]) {
    test(`takes ${address}`, () => assert.equal(safeHref(address), address));
  }

  test('what is taken has a known scheme or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const taken = safeHref(text);
        if (taken === undefined) return;
        const { protocol } = new URL(taken, 'https://kommons.example/');
        assert.ok(['https:', 'http:', 'mailto:', 'tel:'].includes(protocol), protocol);
      }),
    );
  });

  const languages: readonly (readonly ['sv' | 'en', string, string])[] = [
    ['sv', '/bibliotek', '/bibliotek'],
    ['en', '/bibliotek?q=1', '/en/bibliotek?q=1'],
    ['en', '/', '/en'],
    ['en', '/en/bibliotek', '/en/bibliotek'],
    ['en', '/energi', '/en/energi'],
    ['en', '/api/v1/x', '/api/v1/x'],
    ['en', 'https://a.se/', 'https://a.se/'],
    ['en', '#a', '#a'],
  ];
  for (const [language, address, expected] of languages) {
    test(`${address} in ${language}`, () => assert.equal(href(language, address), expected));
  }

  test('the other language of a page', () => {
    assert.equal(inLanguage('sv', '/en/k/harnosand'), '/k/harnosand');
    assert.equal(inLanguage('sv', '/en'), '/');
    assert.equal(inLanguage('en', '/k/harnosand?a=1'), '/en/k/harnosand?a=1');
    assert.equal(inLanguage('en', '/en/k'), '/en/k');
  });

  test('says where one is', () => {
    assert.match(
      shown(
        <Link to="/a" current="page">
          A
        </Link>,
        'en',
      ),
      /href="\/en\/a".*aria-current="page"/u,
    );
  });
});
