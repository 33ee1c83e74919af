import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { attributes, shown } from '../page/shown.tsx';
import { TileRow } from './view.tsx';
import type { TileState } from './view.tsx';

const tile = (id: string, state: TileState) => ({ id, state, title: `Ändring ${id}`, href: `#${id}` });

suite('the counter', () => {
  test('counts what goes in and what was declined as done', () => {
    const groups = [[tile('a', 'taken'), tile('b', 'declined')], [tile('c', 'open')]];
    const html = shown(<TileRow counted groups={groups} />);
    assert.match(html, />2 av 3<\/span> klara/u);
    assert.deepEqual(attributes(html, 'href'), ['#a', '#b', '#c']);
    assert.match(html, /Ändring c/u);
  });
});
