import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { shown } from '../page/shown.tsx';
import { Table } from './view.tsx';

suite('table', () => {
  const columns = [
    { id: 'a', title: 'Gör', cell: (row: string) => row },
    { id: 'b', title: 'Dagar', cell: () => 3, numbers: true, labelled: true },
  ];

  test('heads its columns, its groups and its rows', () => {
    const html = shown(
      <Table
        caption="Att göra"
        columns={columns}
        rowKey={(row) => row}
        late={(row) => row === 'x'}
        groups={[{ id: 'g', title: 'Försenat', rows: ['x', 'y'] }]}
      />,
    );
    assert.match(html, /<caption class="k-hidden">Att göra/u);
    assert.match(html, /<th scope="col">Gör/u);
    assert.match(html, /<th scope="rowgroup" colspan="2">/u);
    assert.match(html, /<tr data-late="true"><th scope="row">x/u);
    assert.match(html, /<tr><th scope="row">y/u);
    assert.match(html, /<td data-numbers="true" data-labelled="true" data-title="Dagar">3/u);
  });

  test('a comparison scrolls in a named region that takes the focus', () => {
    const html = shown(<Table comparison caption="Jämför" columns={columns} rowKey={String} rows={['x']} />);
    assert.match(html, /^<div class="k-scroll" role="region" aria-label="Jämför" tabindex="0">/u);
  });
});
