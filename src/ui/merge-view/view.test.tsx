import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { shown } from '../page/shown.tsx';
import { MergeAnswers } from './answers.tsx';
import { examples } from './example.tsx';
import { Marks, Suggested } from './marks.tsx';

const answersOf = (html: string): readonly string[] =>
  [...html.matchAll(/name="answer" value="([a-z]+)"/gu)].map((found) => found[1] ?? '');

suite('the fork and the join', () => {
  test('words keep their side, in line and in word', () => {
    const html = shown(
      <Marks
        side="local"
        marks={[
          { text: 'Vi mäter ', change: 'same' },
          { text: 'den kortaste', change: 'removed' },
          { text: 'en', change: 'inserted' },
        ]}
      />,
    );
    assert.equal(
      html,
      'Vi mäter <del class="k-words-gone"><span class="k-hidden">[borttaget: </span>den kortaste<span class="k-hidden">]</span></del><ins class="k-words" data-from="local"><span class="k-hidden">[tillagt: </span>en<span class="k-hidden">]</span></ins>',
    );
  });

  test('the suggestion says whose each word is', () => {
    const html = shown(
      <Suggested
        marks={[
          { text: 'a', from: 'base' },
          { text: 'b', from: 'ours' },
          { text: 'c', from: 'theirs' },
        ]}
      />,
    );
    assert.match(
      html,
      /^a<span class="k-words" data-from="local">.*lokalt.*b.*data-from="shared">.*gemensamt.*c/u,
    );
  });

  test('base, the two sides and the suggestion stand in that order', () => {
    const html = shown(examples[0]?.view ?? <p />);
    const places = ['Gemensam före', 'Gemensam efter', 'Er text', 'Förslag'].map((label) =>
      html.indexOf(`<b>${label}`),
    );
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(places.every((place) => place > 0));
  });

  test('four answers, always in the same order', () => {
    const html = shown(<MergeAnswers action="/s" hidden={{}} takeTheirs="Ta version 2" suggestion="Text" />);
    assert.deepEqual(answersOf(html), ['suggestion', 'own', 'ours', 'theirs']);
    assert.match(html, /<textarea[^>]*name="text"[^>]*>Text<\/textarea>/u);
  });

  test('without a suggestion two answers, and locked only one', () => {
    const free = shown(<MergeAnswers action="/s" hidden={{}} takeTheirs="Ta" suggestion={null} />);
    assert.deepEqual(answersOf(free), ['ours', 'theirs']);
    const locked = shown(
      <MergeAnswers action="/s" hidden={{}} takeTheirs="Ta" suggestion="x" only="theirs" />,
    );
    assert.deepEqual(answersOf(locked), ['theirs']);
  });
});
