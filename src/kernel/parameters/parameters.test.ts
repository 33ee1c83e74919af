import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { work } from '../golden/golden.ts';
import type { Json } from '../json.ts';
import { parseSettings, serialiseSettings } from '../settings.ts';
import { checkValue } from './check.ts';
import { fillIn, formatValue } from './fill-in.ts';
import { namesInText } from '../references.ts';
import { parametersOf, type Parameter, type ParameterType } from './parameter.ts';
import { parameterValues, valuesInForce } from './values.ts';

function parameter(type: ParameterType, rest: Partial<Parameter> = {}): Parameter {
  return { id: 'p', type, label: { sv: 'P' }, required: true, options: [], ...rest };
}

describe('checking values', () => {
  const options = [{ id: 'social', label: { sv: 'Socialnämnden', en: 'Social committee' } }];
  const rows: readonly (readonly [Parameter, Json, string | undefined])[] = [
    [parameter('text'), 'Barn- och utbildningsnämnden', undefined],
    [parameter('text'), ' ', 'not-text'],
    [parameter('number'), -1.5, undefined],
    [parameter('number'), '2', 'not-a-number'],
    [parameter('number', { max: 10 }), 11, 'above-max'],
    [parameter('distance'), 2000, undefined],
    [parameter('distance'), -1, 'below-min'],
    [parameter('money'), 12.5, undefined],
    [parameter('money'), 0.1 + 0.2, undefined],
    [parameter('money'), 1.005, 'too-many-decimals'],
    [parameter('duration'), 30, undefined],
    [parameter('duration'), 1.5, 'not-whole'],
    [parameter('date'), '2028-02-29', undefined],
    [parameter('date'), '2027-02-29', 'not-a-date'],
    [parameter('date'), '1 maj', 'not-a-date'],
    [parameter('email'), 'skolskjuts@harnosand.se', undefined],
    [parameter('email'), 'skolskjuts@harnosand', 'not-an-email'],
    [parameter('phone'), '0611-34 80 00', undefined],
    [parameter('phone'), 'växeln', 'not-a-phone'],
    [parameter('url'), 'https://www.harnosand.se/skola', undefined],
    [parameter('url'), 'javascript:alert(1)', 'not-a-link'],
    [parameter('choice', { options }), 'social', undefined],
    [parameter('choice', { options }), 'bygg', 'not-an-option'],
    [parameter('yes-no'), false, undefined],
    [parameter('yes-no'), 'ja', 'not-yes-or-no'],
  ];
  for (const [each, value, problem] of rows) {
    test(`${each.type} ${JSON.stringify(value)}: ${problem ?? 'fits'}`, () =>
      assert.equal(checkValue(each, value), problem));
  }
});

describe('values in force', () => {
  const definition = work({
    parameters: [
      { id: 'limit', type: 'distance', label: { sv: 'Gräns' }, default: 2000 },
      { id: 'fee', type: 'money', label: { sv: 'Avgift' } },
    ],
  });
  const limitFrom = (sources: Partial<Parameters<typeof parameterValues>[0]>): unknown => {
    const [limit] = parameterValues({ definition, own: {}, ...sources });
    return limit?.state === 'missing' ? limit.state : [limit?.state, limit?.origin, limit?.value];
  };

  test('the default, when nobody says otherwise', () =>
    assert.deepEqual(limitFrom({}), ['set', 'default', 2000]));
  test('the nearest upstream that offers one', () =>
    assert.deepEqual(limitFrom({ upstreamChain: [{}, { limit: 3000 }, { limit: 4000 }] }), [
      'set',
      'offered',
      3000,
    ]));
  test('one’s own before what is offered', () =>
    assert.deepEqual(limitFrom({ own: { limit: 5000 }, upstreamChain: [{ limit: 3000 }] }), [
      'set',
      'own',
      5000,
    ]));
  test('a network’s lock before one’s own', () =>
    assert.deepEqual(limitFrom({ own: { limit: 5000 }, locked: { limit: 6000 } }), ['set', 'locked', 6000]));
  test('one’s own that no longer fits is asked again, not skipped', () =>
    assert.deepEqual(limitFrom({ own: { limit: 'två' } }), ['unfit', 'own', 'två']));
  test('missing, and only what is set is in force', () => {
    const values = parameterValues({ definition, own: {} });
    assert.equal(values[1]?.state, 'missing');
    assert.deepEqual(valuesInForce(values), { limit: 2000 });
  });
});

describe('filling in', () => {
  const parameters = parametersOf(
    work({
      parameters: [
        { id: 'distance-f-3', type: 'distance', label: { sv: 'Gräns' } },
        { id: 'fee', type: 'money', label: { sv: 'Avgift' } },
        { id: 'days', type: 'duration', label: { sv: 'Tid' } },
        { id: 'from', type: 'date', label: { sv: 'Från' } },
        {
          id: 'board',
          type: 'choice',
          label: { sv: 'Nämnd' },
          options: [{ id: 'social', label: { sv: 'Socialnämnden', en: 'Social committee' } }],
        },
        { id: 'open', type: 'yes-no', label: { sv: 'Öppet' } },
      ],
    }),
  );
  const values = {
    'distance-f-3': 2000,
    fee: 1250.5,
    days: 1,
    from: '2026-05-01',
    board: 'social',
    open: true,
  };
  const rows: readonly (readonly [text: string, language: string, filled: string])[] = [
    ['Längre än {distance-f-3}.', 'sv', 'Längre än 2 kilometer.'],
    ['Längre än {distance-f-3|short}.', 'sv', 'Längre än 2 km.'],
    ['More than {distance-f-3}.', 'en', 'More than 2 kilometres.'],
    ['{fee} eller {fee|short}', 'sv', '1\u00a0250,50 kronor eller 1\u00a0250,50 kr'],
    ['{fee}', 'en', 'SEK 1,250.50'],
    ['{days}', 'sv', '1 dag'],
    ['{from}', 'sv', '1 maj 2026'],
    ['{from}', 'en', '1 May 2026'],
    ['{board}', 'en', 'Social committee'],
    ['{open}', 'sv', 'ja'],
    ['{{days}', 'sv', '{days}'],
    ['a } b { c', 'sv', 'a } b { c'],
  ];
  for (const [text, language, filled] of rows) {
    test(`${text} (${language})`, () =>
      assert.deepEqual(fillIn(text, { parameters, values, language }), { text: filled, missing: [] }));
  }

  test('the places of a text are named; a brace that is written twice begins none', () => {
    assert.deepEqual(namesInText('{days} {{from} {{{fee|short} { board}'), ['days', 'fee']);
  });

  test('a place without a value stays and is told of', () => {
    const filled = fillIn('{days} och {other} och {other}', { parameters, values: {}, language: 'sv' });
    assert.deepEqual(filled, { text: '{days} och {other} och {other}', missing: ['days', 'other'] });
  });

  test('metres below a kilometre, and decimals', () => {
    const distance = parameter('distance');
    assert.equal(formatValue({ parameter: distance, value: 800, language: 'sv' }), '800 meter');
    assert.equal(formatValue({ parameter: distance, value: 2500, language: 'sv' }), '2,5 kilometer');
    assert.equal(formatValue({ parameter: distance, value: 1000, language: 'en' }), '1 kilometre');
  });
});

describe('the settings document', () => {
  test('is read and written', () => {
    const settings = {
      kommons: 'settings/1',
      work: 'skolskjuts',
      variant: 'harnosand',
      values: { b: 1, a: true },
    } as const;
    const text = serialiseSettings(settings);
    assert.deepEqual(Object.keys(JSON.parse(text).values), ['a', 'b']);
    assert.deepEqual(parseSettings(JSON.parse(text)), { ok: true, settings });
  });

  const rows: readonly (readonly [unknown, string])[] = [
    [null, 'kommons'],
    [{ kommons: 'settings/2' }, 'kommons'],
    [{ kommons: 'settings/1', work: '' }, 'work'],
    [{ kommons: 'settings/1', work: 'w', variant: 1 }, 'variant'],
    [{ kommons: 'settings/1', work: 'w', variant: 'v', values: [] }, 'values'],
  ];
  for (const [value, path] of rows) {
    test(`refuses ${JSON.stringify(value)}`, () =>
      assert.deepEqual(parseSettings(value), { ok: false, failure: { kind: 'not-settings', path } }));
  }
});
