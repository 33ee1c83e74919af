import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { isField, type Facts } from '../model/fields.ts';
import { findRows, type Filter } from './find.ts';
import { lacksOf, type Lack } from './lacks.ts';
import { box, layOut, type Graph } from './layout.ts';
import { planOf } from './plan.ts';
import { processingRecord } from './processing.ts';
import { remindersOf } from './reminding.ts';
import type { Row } from './row.ts';
import { decideEdit, factsOpened, readTyped, typedIn, typedOf } from './typed.ts';

const today = '2026-11-23';
const now = new Date('2026-11-23T09:00:00Z');
const at = { today, now };

const whole: Facts = {
  status: 'in-use',
  owner: 'IT-chefen',
  contact: 'Systemförvaltaren',
  contractEnds: '2028-06-30',
  confidentiality: 1,
  integrity: 1,
  availability: 2,
  accessibility: 'meets',
  accessibilityOn: '2026-05-01',
  archiveDuty: 'discard',
  personalData: 'none',
};

const rowOf = (facts: Facts, more: Partial<Row> = {}): Row => ({
  id: 'a',
  name: 'Lifecare',
  product: { id: 'lifecare', name: 'Lifecare' },
  supplier: { id: 'tieto', name: 'Tieto' },
  components: ['hemtjanst'],
  areas: ['aldreomsorg'],
  facts,
  secret: false,
  members: [],
  example: false,
  confirmedAt: new Date('2026-10-01T09:00:00Z'),
  registeredBy: null,
  ...more,
});

suite('what lacks', () => {
  const cases: readonly [string, Facts, readonly Lack[], string?][] = [
    ['nothing', whole, []],
    ['the end of the contract has come', { ...whole, contractEnds: '2026-11-22' }, ['contract-ended']],
    ['it ends today', { ...whole, contractEnds: today }, []],
    [
      'notice should have been given',
      { ...whole, contractEnds: '2027-01-01', noticeMonths: 6 },
      ['notice-passed'],
    ],
    ['notice can be given still', { ...whole, contractEnds: '2027-11-23', noticeMonths: 12 }, []],
    [
      'sensitive data without assessment',
      { ...whole, personalData: 'sensitive', processingPurpose: 'x', legalBasis: ['consent'] },
      ['assessment'],
    ],
    ['an assessment that is needed', { ...whole, assessment: 'needed' }, ['assessment']],
    [
      'an assessment of long ago',
      { ...whole, assessment: 'done', assessmentOn: '2023-11-22' },
      ['assessment-old'],
    ],
    [
      'an assessment of three years to the day',
      { ...whole, assessment: 'done', assessmentOn: '2023-11-23' },
      [],
    ],
    [
      'personal data in the cloud without basis or processor',
      { ...whole, personalData: 'ordinary', hosting: 'public-cloud' },
      ['legal-basis', 'processor'],
    ],
    ['a high class without risks', { ...whole, availability: 3 }, ['risk-analysis']],
    ['not confirmed for more than a year', whole, ['stale'], '2025-11-22T09:00:00Z'],
    [
      'nothing is known',
      { status: 'in-use' },
      ['owner', 'contact', 'contract-end', 'classification', 'accessibility-unknown', 'archive'],
    ],
    ['it is only planned', { status: 'planned' }, ['owner', 'contact']],
    ['it has ended', { status: 'ended', contractEnds: '2020-01-01' }, []],
  ];
  for (const [name, facts, expected, confirmed = '2026-10-01T09:00:00Z'] of cases) {
    test(name, () => assert.deepEqual(lacksOf({ facts, confirmedAt: new Date(confirmed) }, at), expected));
  }
});

const plan = (facts: Facts, confirmedAt = '2026-10-01T09:00:00Z') =>
  planOf([rowOf(facts, { confirmedAt: new Date(confirmedAt) })], today);

suite('the year', () => {
  test('every month is there, each thing in its own, the day of today too', () => {
    const { months, late } = plan({ status: 'in-use', contractEnds: '2027-06-30', noticeMonths: 7 });
    assert.equal(months.length, 12);
    assert.deepEqual([months[0]?.month, months[11]?.month], ['2026-11', '2027-10']);
    const said = months.flatMap(({ month, items }) => items.map(({ kind, day }) => [month, kind, day]));
    assert.deepEqual(said, [
      ['2026-11', 'notice', '2026-11-30'],
      ['2027-06', 'ends', '2027-06-30'],
      ['2027-10', 'confirm', '2027-10-01'],
    ]);
    assert.deepEqual(late, []);
  });

  test('what can still be done is late, what has only gone by is not', () => {
    const { late } = plan(
      {
        status: 'in-use',
        contractEnds: '2026-12-30',
        noticeMonths: 6,
        assessment: 'done',
        assessmentOn: '2023-01-01',
      },
      '2025-01-01T09:00:00Z',
    );
    assert.deepEqual(
      late.map(({ kind }) => kind),
      ['assessment', 'confirm'],
    );
  });

  test('nothing is planned for what has ended', () => {
    assert.deepEqual(
      plan({ status: 'ended', contractEnds: '2027-01-01' }).months.flatMap(({ items }) => items),
      [],
    );
  });
});

const remindedOn = (facts: Facts, day: string, confirmedAt = '2026-11-01T09:00:00Z') =>
  remindersOf({ id: 'a', facts, confirmedAt: new Date(confirmedAt) }, day).map(({ kind, due, ahead }) => [
    kind,
    due,
    ahead,
  ]);

suite('reminders', () => {
  const contract: Facts = { contractEnds: '2027-12-31', noticeMonths: 6 };
  const cases: readonly [string, readonly unknown[]][] = [
    ['2026-12-31', []],
    ['2027-01-01', [['notice', '2027-06-30', 180]]],
    ['2027-04-01', [['notice', '2027-06-30', 90]]],
    ['2027-06-30', [['notice', '2027-06-30', 30]]],
    ['2027-07-01', []],
    ['2027-11-01', [['confirm', '2027-11-01', 0]]],
  ];
  for (const [day, expected] of cases) test(day, () => assert.deepEqual(remindedOn(contract, day), expected));
});

suite('search and order', () => {
  const all: Filter = { question: '', area: '', supplier: '', unit: '', status: '', lack: '', order: 'namn' };
  const rows = [
    rowOf({ ...whole, contractEnds: '2028-01-01', units: ['skola'] }, { id: 'a', name: 'Ärendehantering' }),
    rowOf(
      { ...whole, contractEnds: '2027-01-01', status: 'pilot' },
      { id: 'b', name: 'Öppna data', supplier: null },
    ),
    rowOf({ status: 'in-use' }, { id: 'c', name: 'Zebra', areas: [], registeredBy: { id: 'x', name: 'X' } }),
  ];
  const cases: readonly [Partial<Filter>, string][] = [
    [{}, 'abc'],
    [{ question: 'arende' }, 'a'],
    [{ question: 'ÖPPNA' }, 'b'],
    [{ question: 'öppna finns-inte' }, ''],
    [{ question: 'tieto' }, 'ac'],
    [{ area: 'aldreomsorg' }, 'ab'],
    [{ supplier: 'tieto', unit: 'skola' }, 'a'],
    [{ status: 'pilot' }, 'b'],
    [{ lack: 'owner' }, ''],
    [{ order: 'avtal' }, 'bac'],
  ];
  for (const [asked, expected] of cases) {
    test(JSON.stringify(asked), () => {
      const found = findRows(rows, { ...all, ...asked }, at);
      assert.equal(found.map(({ id }) => id).join(''), expected);
    });
  }
});

suite('what is typed', () => {
  const lookup = {
    unit: (name: string) => (name === 'Skolan' ? 'skola' : null),
    component: () => null,
    supplier: (name: string) => (name === 'Tieto' ? 'tieto' : null),
  };
  const cases = [
    ['owner', '', null],
    ['contractEnds', '2027-02-30', 'no-day'],
    ['noticeMonths', '6', 6],
    ['contractSupplier', 'Tieto', 'tieto'],
    ['contractSupplier', 'Titeo', 'unknown-name'],
    ['units', ['Skolan'], ['skola']],
    ['units', ['Skolan', 'Månen'], 'unknown-name'],
    ['dataSubjects', 'Elever\n\n Vårdnadshavare ', ['Elever', 'Vårdnadshavare']],
    ['contactEmail', 'it@', 'no-email'],
    ['contactEmail', 'it@skara.example', 'it@skara.example'],
  ] as const;
  for (const [id, typed, expected] of cases) {
    test(`${id}: ${JSON.stringify(typed)}`, () => {
      const read = readTyped(id, typed, lookup);
      assert.deepEqual(read.ok ? read.value : read.failure.kind, expected);
    });
  }

  test('a day of three controls, and one that is half', () => {
    const day = { 'from.day': '1', 'from.month': '3', 'from.year': '2027' };
    assert.equal(typedIn(day, 'from'), '2027-03-01');
    assert.equal(typedIn({ ...day, 'from.year': '' }, 'from'), '-3-1');
    assert.equal(typedIn({}, 'from'), '');
  });

  test('what stands in a control is read as it stands', () => {
    const facts: Facts = { dataSubjects: ['Elever', 'Lärare'], price: 120_000, from: '2027-03-01' };
    for (const id of Object.keys(facts).filter(isField)) {
      const read = readTyped(id, typedOf(id, facts), lookup);
      assert.deepEqual(read.ok ? read.value : null, facts[id]);
    }
  });

  test('what nobody meant to change is not changed, and what two have changed is asked about', () => {
    const was: Facts = { owner: 'A', contact: 'B', purpose: 'C' };
    const opened = factsOpened(JSON.stringify(was));
    assert.deepEqual(opened, was);
    const edit = decideEdit({
      was: opened,
      now: { owner: 'X', contact: 'Y', purpose: 'C' },
      values: { owner: 'A', contact: 'Z', purpose: null },
    });
    assert.deepEqual(edit, { changes: { purpose: null }, conflicts: ['contact'] });
    assert.deepEqual(factsOpened('{"owner":'), {});
  });
});

suite('the record of processing', () => {
  test('has those with personal data, with what the article asks for and is not there', () => {
    const rows = [
      rowOf(
        { personalData: 'ordinary', processingPurpose: 'x', legalBasis: ['public-interest'] },
        { id: 'a' },
      ),
      rowOf({ personalData: 'none' }, { id: 'b' }),
      rowOf({}, { id: 'c' }),
      rowOf({ personalData: 'sensitive', status: 'ended' }, { id: 'd' }),
    ];
    const { entries, unanswered } = processingRecord(rows);
    assert.deepEqual(
      entries.map(({ row, missing }) => [row.id, missing]),
      [['a', ['dataSubjects', 'dataCategories']]],
    );
    assert.deepEqual(
      unanswered.map(({ id }) => id),
      ['c'],
    );
  });
});

const graphs = fc.integer({ min: 1, max: 14 }).chain((count) => {
  const node = fc.integer({ min: 0, max: count - 1 }).map(String);
  return fc.record({
    nodes: fc.constant(Array.from({ length: count }, (_, place) => ({ id: String(place) }))),
    edges: fc
      .array(fc.tuple(node, node), { maxLength: 24 })
      .map((pairs) => pairs.map(([from, to], place) => ({ id: `e${place}`, from, to }))),
  });
});

suite('the drawing', () => {
  test('arrows lead to the right where there is no ring', () => {
    const graph: Graph = {
      nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      edges: [
        { id: '1', from: 'a', to: 'b' },
        { id: '2', from: 'b', to: 'c' },
        { id: '3', from: 'a', to: 'c' },
      ],
    };
    const { nodes, edges } = layOut(graph);
    const x = (id: string): number => nodes.get(id)?.x ?? -1;
    assert.ok(x('a') < x('b') && x('b') < x('c'));
    assert.equal(edges.get('3')?.length, 4);
  });

  test('no two boxes meet, everything is inside, every arrow begins and ends at its boxes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, edges, width, height } = layOut(graph);
        const places = [...nodes.values()];
        for (const [place, one] of places.entries()) {
          assert.ok(one.x >= 0 && one.y >= 0 && one.x + box.width <= width && one.y + box.height <= height);
          for (const other of places.slice(place + 1)) {
            const apart = Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height;
            assert.ok(apart);
          }
        }
        for (const { id, from, to } of graph.edges.filter((edge) => edge.from !== edge.to)) {
          const line = edges.get(id) ?? [];
          const touches = (point: { x: number; y: number } | undefined, node: string): boolean => {
            const corner = nodes.get(node) ?? { x: -1, y: -1 };
            return (
              point?.y === corner.y + box.height / 2 && [corner.x, corner.x + box.width].includes(point.x)
            );
          };
          assert.ok(touches(line[0], from) && touches(line.at(-1), to));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the same is drawn the same', () => {
    fc.assert(
      fc.property(graphs, (graph) => assert.deepEqual(layOut(graph), layOut(graph))),
      { numRuns: 20 },
    );
  });
});
