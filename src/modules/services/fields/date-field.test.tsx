import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { definition } from '../definition/fixtures/bench.ts';
import { readEService } from '../definition/index.ts';
import { texts } from '../texts/index.ts';
import { controlOf, DateField } from './date-field.tsx';

const read = readEService(definition);
assert.ok(read.ok);
const day = read.value.pages.flatMap((page) => page.fields).find((field) => field.type === 'date');
assert.ok(day?.type === 'date');

const shown = (input: string): string =>
  render(
    <DateField
      field={day}
      name={day.id}
      asking={{
        language: 'sv',
        words: texts('sv'),
        form: {},
        files: {},
        problems: new Map([[input, 'Rätta dagen.']]),
        say: (text) => text['sv'] ?? '',
        readOnly: false,
      }}
    />,
  );

const cases: readonly (readonly [string, readonly string[]])[] = [
  [day.id, ['day', 'month', 'year']],
  [`${day.id}.day`, ['day']],
  [`${day.id}.month`, ['month']],
  [`${day.id}.year`, ['year']],
];

for (const [input, marked] of cases) {
  test(`what is wrong with ${input} stands at the question, and its link leads to a control`, () => {
    const html = shown(input);
    assert.match(html, /Rätta dagen\./);
    const wrong = [...html.matchAll(/<input[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => /aria-invalid/.test(tag));
    assert.deepEqual(
      wrong.map((tag) => /data-part="(\w+)"/.exec(tag)?.[1]),
      marked,
    );
    const field = { field: day, input: day.id, value: null, rows: [], issues: [] };
    assert.match(html, new RegExp(`id="${controlOf(input, [field])}"`));
  });
}
