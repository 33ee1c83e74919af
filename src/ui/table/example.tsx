import type { Example } from '../page/example.ts';
import { Link } from '../link/view.tsx';
import { PositionTiles } from '../position/view.tsx';
import type { Column } from './view.tsx';
import { Lines, SelectRow, Table } from './view.tsx';

type Row = { readonly id: string; readonly title: string; readonly late: boolean };

const rows: readonly Row[] = [
  { id: 'SKJ 2026-0417', title: 'Fatta beslut', late: true },
  { id: 'SKJ 2026-0402', title: 'Granska intyg', late: false },
];

const columns: readonly Column<Row>[] = [
  {
    id: 'select',
    title: 'Välj',
    hiddenTitle: true,
    narrow: true,
    cell: (row) => <SelectRow name="case" value={row.id} label={row.id} />,
  },
  {
    id: 'do',
    title: 'Gör',
    cell: (row) => (
      <Lines strong note={row.id}>
        <Link to="/c">{row.title}</Link>
      </Lines>
    ),
  },
  { id: 'position', title: 'Läge', cell: () => <PositionTiles title="Beslut" now={3} of={6} /> },
  { id: 'days', title: 'Dagar', numbers: true, labelled: true, cell: () => 3 },
];

export const examples: readonly Example[] = [
  {
    name: 'grouped',
    view: (
      <Table
        paper
        caption="Att göra"
        head="do"
        columns={columns}
        rowKey={(row) => row.id}
        late={(row) => row.late}
        groups={[{ id: 'late', title: 'Försenat', note: '2 ärenden', rows }]}
      />
    ),
  },
  {
    name: 'plain',
    view: (
      <Table
        caption="Att göra"
        captionShown
        columns={columns.slice(1)}
        rowKey={(row) => row.id}
        rows={rows}
      />
    ),
  },
  {
    name: 'comparison',
    view: (
      <Table
        comparison
        caption="Jämförelse"
        columns={columns.slice(1)}
        rowKey={(row) => row.id}
        rows={rows}
      />
    ),
  },
];
