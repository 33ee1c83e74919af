import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Checkboxes, Radios } from '../choice/view.tsx';
import { DateInput } from '../date-input/view.tsx';
import { ErrorSummary } from '../error-summary/view.tsx';
import { FileInput } from '../file-input/view.tsx';
import { attributes, shown } from '../page/shown.tsx';
import { Select, TextInput, Textarea } from './controls.tsx';

const question = { name: 'q', label: 'Fråga?', error: 'Svara på frågan.', required: true };
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];

suite('questions', () => {
  const controls = {
    text: <TextInput {...question} help="Hjälp" value={'"><script>'} />,
    long: <Textarea {...question} help="Hjälp" value={'</textarea><script>'} />,
    select: <Select {...question} help="Hjälp" options={options} />,
    radios: <Radios {...question} help="Hjälp" options={options} />,
    checkboxes: <Checkboxes {...question} help="Hjälp" options={options} />,
    date: <DateInput {...question} help="Hjälp" />,
    file: <FileInput {...question} help="Hjälp" accept=".pdf" />,
  };
  for (const [name, view] of Object.entries(controls)) {
    test(`${name}: the error summary leads to the control, which names its help and its error`, () => {
      const html = shown(view);
      const control = /<(?:input|select|textarea)[^>]* id="q"/u;
      assert.match(html, control, 'the control has the id that the summary links to');
      assert.match(html, /aria-describedby="q-help q-error"/u);
      assert.match(html, /id="q-error"[\s\S]*Svara på frågan\./u);
      assert.doesNotMatch(html, /<script/u);
      assert.doesNotMatch(html, /frivilligt/u);
    });
  }

  test('what may be left out says so, in the language of the page or in own words', () => {
    assert.match(shown(<TextInput name="a" label="A" />), /A<span class="k-optional"> \(frivilligt\)/u);
    assert.match(shown(<TextInput name="a" label="A" />, 'en'), /\(optional\)/u);
    assert.match(shown(<TextInput name="a" label="A" optional="om du har" />), /\(om du har\)/u);
  });

  test('what was typed stays, also what is wrong', () => {
    const html = shown(
      <DateInput {...question} wrong={['month']} value={{ day: '3', month: 'x', year: '2027' }} />,
    );
    assert.deepEqual(attributes(html, 'value'), ['3', 'x', '2027']);
    assert.deepEqual(attributes(html, 'name'), ['q.day', 'q.month', 'q.year']);
    assert.equal(attributes(html, 'aria-invalid').length, 1);
  });

  test('only the chosen are checked', () => {
    const html = shown(<Checkboxes {...question} options={options} values={['b']} />);
    assert.match(html, /value="b" checked/u);
    assert.doesNotMatch(html, /value="a" checked/u);
  });

  test('a unit is part of what the field says', () => {
    assert.match(shown(<TextInput name="a" label="A" unit="kilometer" />), /aria-describedby="a-unit"/u);
  });
});

suite('error summary', () => {
  test('is nothing without errors', () => assert.equal(shown(<ErrorSummary problems={[]} />), ''));

  const counts = { 1: 'Rätta en sak', 2: 'Rätta två saker', 12: 'Rätta tolv saker', 13: 'Rätta 13 saker' };
  for (const [count, words] of Object.entries(counts)) {
    test(`counts ${count}`, () => {
      const problems = Array.from({ length: Number(count) }, (_, n) => ({
        field: `f${n}`,
        message: `Fel ${n}`,
      }));
      const html = shown(<ErrorSummary problems={problems} />);
      assert.match(html, new RegExp(words, 'u'));
      assert.match(html, /tabindex="-1" autofocus/u, 'takes the focus');
      assert.equal(attributes(html, 'href').length, Number(count));
    });
  }
});
