import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { attributes, shown } from '../page/shown.tsx';
import { TileMap } from './view.tsx';

suite('tile map', () => {
  test('one equal tile each, with its title, inside the picture', () => {
    const tiles = [
      { id: 'a', column: 0, row: 0, state: 'owns', title: 'Sundsvall, äger' },
      { id: 'b', column: 2, row: 1, state: 'none', title: 'Timrå' },
    ] as const;
    const html = shown(<TileMap tiles={tiles} label="En kommun" />);
    assert.deepEqual(attributes(html, 'viewBox'), ['0 0 20 13']);
    assert.deepEqual(attributes(html, 'width'), ['6', '6']);
    assert.match(html, /role="img" aria-label="En kommun"/u);
    assert.match(html, /<title>Sundsvall, äger<\/title>/u);
  });

  test('a linked tile is reached by its name', () => {
    const tiles = [
      { id: 'a', column: 0, row: 0, state: 'ours', title: 'Härnösand', href: '/k/harnosand' },
    ] as const;
    const html = shown(<TileMap tiles={tiles} label="Karta" />);
    assert.match(html, /role="group"/u);
    assert.match(html, /<a href="\/k\/harnosand" aria-label="Härnösand">/u);
  });
});
