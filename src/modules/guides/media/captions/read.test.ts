import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCaptions, type LineProblem } from './read.ts';

const read = (text: string) => readCaptions(new TextEncoder().encode(text));

test('captions are read, in order, with their settings and marks, and written anew without anything else', () => {
  const captions = read(
    [
      '\ufeffWEBVTT - Så loggar du in', '', 'STYLE', '::cue { color: red }', '', 'NOTE', 'Skriven av Namn Namnsson', '',
      'ett', '00:01.000 --> 00:02.500 line:90% align:start', '<v Anna>Hej <b>du</b>!</v>', 'Två rader.', '',
      '01:00:00.000-->', '01:00:00.000 --> 01:00:01.000', 'Slut.',
    ].join('\r\n').replace('01:00:00.000-->\r\n', ''),
  ); // prettier-ignore
  assert.ok(captions.ok);
  assert.equal(
    captions.text,
    [
      'WEBVTT', '', '00:00:01.000 --> 00:00:02.500 line:90% align:start', '<v Anna>Hej <b>du</b>!</v>', 'Två rader.',
      '', '01:00:00.000 --> 01:00:01.000', 'Slut.', '',
    ].join('\n'),
  ); // prettier-ignore
  const again = read(captions.text);
  assert.ok(again.ok);
  assert.equal(again.text, captions.text);
});

const cue = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHej';
const wrong: readonly (readonly [
  name: string,
  text: string,
  line: number,
  problem: LineProblem['problem'],
])[] = [
  ['an SRT file', '1\n00:00:01,000 --> 00:00:02,000\nHej\n', 1, 'no-head'],
  ['a head that only begins so', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nHej', 1, 'no-head'],
  ['nothing', '', 1, 'no-head'],
  ['a head alone', 'WEBVTT\n\n', 3, 'no-captions'],
  ['a head run into the first caption', 'WEBVTT\n00:01.000 --> 00:02.000\nHej', 3, 'no-captions'],
  ['text without a time', 'WEBVTT\n\nHej\nalla\nhär', 3, 'no-time'],
  ['a time with a comma', 'WEBVTT\n\n00:01,000 --> 00:02,000\nHej', 3, 'bad-time'],
  ['sixty seconds', 'WEBVTT\n\n00:60.000 --> 01:02.000\nHej', 3, 'bad-time'],
  ['an end before the beginning', 'WEBVTT\n\n00:02.000 --> 00:01.000\nHej', 3, 'ends-first'],
  ['no length', 'WEBVTT\n\n00:02.000 --> 00:02.000\nHej', 3, 'ends-first'],
  ['a setting that is none', 'WEBVTT\n\n00:01.000 --> 00:02.000 onload:x\nHej', 3, 'bad-setting'],
  ['one that begins before the one above', `${cue}\n\n00:00.500 --> 00:03.000\nDå`, 6, 'goes-back'],
  ['no text', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', 3, 'no-text'],
  ['no empty line between two', `${cue}\n00:03.000 --> 00:04.000\nDå`, 5, 'no-text'],
  ['a script', `${cue}<script>alert(1)</script>`, 4, 'bad-mark'],
  ['an attribute', `${cue}<b onclick="x">`, 4, 'bad-mark'],
  ['an angle bracket left open', `${cue} <b`, 4, 'bad-mark'],
  ['a very long line', `${cue}${'a'.repeat(500)}`, 4, 'too-long'],
  ['a control character', `${cue}\u0007`, 1, 'not-text'],
];
for (const [name, text, line, problem] of wrong) {
  test(`${name} is told of by line: ${problem} on ${line}`, () =>
    assert.deepEqual(read(text), { ok: false, problems: [{ line, problem }] }));
}

test('everything that is wrong is told at once', () => {
  const captions = read('WEBVTT\n\n00:02.000 --> 00:01.000\n<x>Hej\n\n1\n2\n3 --> 4');
  assert.ok(!captions.ok);
  assert.deepEqual(
    captions.problems.map(({ line, problem }) => `${line} ${problem}`),
    ['3 ends-first', '4 bad-mark', '6 no-time'],
  );
});

test('what is no UTF-8, or too much, is refused', () => {
  assert.deepEqual(readCaptions(new Uint8Array([0x57, 0xff])), {
    ok: false,
    problems: [{ line: 1, problem: 'not-text' }],
  });
  const many = `WEBVTT\n\n${'00:01.000 --> 00:02.000\nHej\n\n'.repeat(5001)}`;
  assert.deepEqual(read(many), { ok: false, problems: [{ line: 15_003, problem: 'too-many' }] });
  assert.ok(!readCaptions(new Uint8Array(1024 * 1024 + 1)).ok);
});
