import { route, type Access, type AnyRoute } from '../../../../platform/http/index.ts';
import { own as at } from '../../addresses.ts';
import { landscapeAccess, registrars } from '../../everybody/reader.ts';
import { findRows } from '../../landscape/find.ts';
import { lacks, lacksOf } from '../../landscape/lacks.ts';
import { planOf } from '../../landscape/plan.ts';
import { ownRows, type Row } from '../../landscape/row.ts';
import { headOf } from '../../sheets/heads.ts';
import { sheetReply } from '../../sheets/write.ts';
import type { ConnectionTexts } from '../../texts/connections.ts';
import { dueRows } from '../own-due.tsx';
import { areaNames, readGround, type Ground } from '../own-ground.ts';
import { filterOf, Query } from '../own-list.tsx';
import { systemColumns, wordsIn, type Line } from './own-lines.ts';
import { otherOwnFiles } from './own-other-files.ts';
import { fileOf, Format } from './save-as.ts';
import { z } from 'zod';

type Heads = ConnectionTexts['lists']['heads'];
type File = keyof ConnectionTexts['lists']['files'];

type Grouped = {
  readonly target: { readonly path: (typeof at)[keyof typeof at]['path'] };
  readonly access?: Access;
  readonly file: File;
  readonly head: (heads: Heads, ground: Ground) => string;
  readonly lines: (ground: Ground) => readonly Line[];
};

/** A list of systems under something. */
const grouped = ({ target, access = landscapeAccess, file, head, lines }: Grouped): AnyRoute =>
  route({
    method: 'GET',
    path: fileOf(target),
    access,
    query: z.object(Format),
    handle: async (context, { query: { format } }) => {
      const ground = await readGround(context);
      const words = wordsIn(ground);
      const all = lines(ground);
      const dated = all.some(({ day }) => day !== undefined);
      return sheetReply(
        format,
        [
          { id: 'under', title: head(words.heads, ground), value: ({ under }) => under },
          ...(dated ? [{ id: 'day', title: words.heads.day, value: ({ day }: Line) => day ?? null }] : []),
          ...systemColumns(ground),
        ],
        all,
        words.files[file],
      );
    },
  });

/** Each system once for each of what it stands under. */
const under = (rows: readonly Row[], of: (row: Row) => readonly string[], none: string): readonly Line[] =>
  rows
    .flatMap((row) => {
      const all = of(row);
      return (all.length === 0 ? [none] : all).map((one): Line => ({ under: one, row }));
    })
    .toSorted((a, b) => a.under.localeCompare(b.under, 'sv'));

const list = route({
  method: 'GET',
  path: fileOf(at.list),
  access: landscapeAccess,
  query: Query.extend(Format),
  handle: async (context, { query: { format, ...asked } }) => {
    const ground = await readGround(context);
    const time = { today: ground.today, now: context.now };
    const lines = findRows(ground.landscape.rows, filterOf(asked), time).map((row): Line => ({
      under: '',
      row,
    }));
    return sheetReply(format, systemColumns(ground), lines, wordsIn(ground).files.list);
  },
});

const areas = grouped({
  target: at.areas,
  file: 'areas',
  head: ({ area }) => area,
  lines: (ground) => under(ground.landscape.rows, (row) => areaNames(ground, row), wordsIn(ground).none),
});

const suppliers = grouped({
  target: at.suppliers,
  file: 'suppliers',
  head: (_, { context }) => headOf('supplier', context.language),
  lines: (ground) =>
    under(
      ground.landscape.rows,
      ({ supplier }) => (supplier === null ? [] : [supplier.name]),
      wordsIn(ground).none,
    ),
});

const units = grouped({
  target: at.units,
  file: 'units',
  head: ({ unit }) => unit,
  lines: (ground) =>
    under(
      ground.landscape.rows,
      ({ facts }) => (facts.units ?? []).map(ground.names.unit),
      wordsIn(ground).none,
    ),
});

const lacking = grouped({
  target: at.lacks,
  file: 'lacks',
  head: ({ lack }) => lack,
  lines: (ground) => {
    const time = { today: ground.today, now: ground.context.now };
    return lacks.flatMap((lack) =>
      ownRows(ground.landscape)
        .filter((row) => lacksOf(row, time).includes(lack))
        .map((row) => ({ under: ground.views.lacks.names[lack], row })),
    );
  },
});

const due = grouped({
  target: at.due,
  access: registrars,
  file: 'due',
  head: ({ what }) => what,
  lines: (ground) => dueRows(ground).map((row) => ({ under: ground.views.plan.names.confirm, row })),
});

const plan = grouped({
  target: at.plan,
  file: 'plan',
  head: ({ what }) => what,
  lines: (ground) => {
    const { late, months } = planOf(ownRows(ground.landscape), ground.today);
    return [...late, ...months.flatMap(({ items }) => items)].map(({ day, kind, row }) => ({
      under: ground.views.plan.names[kind],
      day,
      row,
    }));
  },
});

/** Every list of one's own systems as a file. */
export const ownFileRoutes: readonly AnyRoute[] = [
  list,
  areas,
  suppliers,
  units,
  lacking,
  due,
  plan,
  ...otherOwnFiles,
];
