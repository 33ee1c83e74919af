import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { report, trips } from '../../../tests/support/example-services.ts';
import { eServiceKind } from './kind.ts';

test('what commons is told of an e-service', () => {
  assert.deepEqual(
    eServiceKind.validate(trips).filter((issue) => issue.severity === 'error'),
    [],
  );
  assert.equal(eServiceKind.subjectOf(trips), 'skola');
  assert.equal(eServiceKind.summaryOf(trips)?.['en'], 'Support for trips above {grans}.');
  assert.deepEqual(eServiceKind.highlights?.(trips, 'sv'), [
    '3 sidor med 8 frågor',
    '2 uppgifter som ni fyller i, till exempel tid och kontakt',
    'En färdig beslutstext',
    'Färdig på svenska och engelska',
  ]);
});

test('what is no e-service is refused and has nothing to show', () => {
  const broken = { ...trips, pages: [{ id: 'x' }] };
  assert.ok(eServiceKind.validate(broken).some((issue) => issue.severity === 'error'));
  assert.equal(eServiceKind.subjectOf(broken), null);
  assert.deepEqual(eServiceKind.highlights?.(broken, 'en'), []);
  const preview = eServiceKind.preview?.({ definition: broken, values: {}, language: 'sv' });
  assert.match(renderToString(preview ?? <></>), /k-alert/);
});

test('of one part the preview shows that page, and nothing for what is no page', () => {
  const of = { definition: trips, values: {}, language: 'sv' } as const;
  const html = renderToString(eServiceKind.preview?.({ ...of, part: 'pages/resan' }) ?? <></>);
  assert.match(html, /Sida 2 av 3/);
  assert.doesNotMatch(html, /Sida 1 av 3|Sida 3 av 3/);
  for (const part of ['process', 'pages/kontrollera', 'pages/finns-inte', '']) {
    assert.equal(eServiceKind.preview?.({ ...of, part }), null, part);
  }
});

test('the preview shows every page and question, and nothing in it can be sent', () => {
  const preview = eServiceKind.preview?.({ definition: trips, values: { grans: 3000 }, language: 'sv' });
  const html = renderToString(preview ?? <></>);
  for (const shown of ['Sida 3 av 3', 'Barnets namn', 'Intyg', 'Visas bara när', 'Vad heter du?']) {
    assert.ok(html.includes(shown), shown);
  }
  assert.doesNotMatch(html, /<form|type="submit"|type="hidden"/);
});

const withText = (text: string) => ({
  ...report,
  parameters: [
    { id: 'grans', type: 'distance', label: { sv: 'Gräns', en: 'Limit' }, default: 2000 },
    { id: 'sista-dag', type: 'text', label: { sv: 'Sista dag', en: 'Last day' }, required: false },
    { id: 'regler', type: 'url', label: { sv: 'Reglerna', en: 'The rules' }, required: false },
  ],
  pages: [
    {
      id: 'sida',
      title: { sv: 'Sida', en: 'Page' },
      fields: [
        { id: 'info', type: 'information', label: { sv: 'Läs', en: 'Read' }, text: { sv: text, en: text } },
      ],
    },
  ],
});

test('the preview says a value as the page does, and names what has none', () => {
  const cases = [
    ['Vägen är {grans}.', {}, /Vägen är 2\skilometer\./],
    ['Vägen är {grans|short}.', { grans: 500 }, /Vägen är 500\sm\./],
    ['Ansök senast {sista-dag}.', {}, /Ansök senast \[Sista dag: inte ifyllt\]\./],
    ['Ansök senast {sista-dag}.', { 'sista-dag': '30 april' }, /Ansök senast 30\sapril\./],
    ['[Läs reglerna]({regler})', {}, /<p>\[Reglerna: inte ifyllt\]<\/p>/],
    ['[Läs]({regler})', { regler: 'https://example.se/r' }, /<a href="https:\/\/example\.se\/r">Läs<\/a>/],
  ] as const;
  for (const [text, values, shown] of cases) {
    const definition = withText(text);
    const html = renderToString(eServiceKind.preview?.({ definition, values, language: 'sv' }) ?? <></>);
    assert.match(html, shown, text);
    assert.doesNotMatch(html, /\{|<a>/, text);
  }
});
