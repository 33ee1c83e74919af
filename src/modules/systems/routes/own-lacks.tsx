import { link, route } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess } from '../everybody/reader.ts';
import { lacks, lacksOf, mendedBy, weightOf, type Lack } from '../landscape/lacks.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import { fieldOf } from '../model/fields.ts';
import { LacksPage, type LackGroup } from '../pages/own/lacks-page.tsx';
import { frame, navOf, readGround, type Ground } from './own-ground.ts';

const shownInGroup = 12;

/** Where a lack of a system is mended: the field itself, or where it is confirmed. */
function mendTo({ organisation, canChange }: Ground, row: Row, lack: Lack): string {
  const names = { organisation, usage: row.id };
  const field = mendedBy[lack];
  if (!canChange || field === null) return link(at.usage, names);
  return `${link(at.change, names, { del: fieldOf(field).group })}#${field}`;
}

function lackGroup(ground: Ground, lack: Lack, rows: readonly Row[]): LackGroup {
  const { views, words, organisation, canChange } = ground;
  const field = mendedBy[lack];
  const chosen = new URLSearchParams([
    ...rows.slice(0, 100).map(({ id }) => ['val', id]),
    ...(field === null ? [] : [['falt', field]]),
  ]);
  // What is each system's own is not the same for several.
  const alike =
    lack === 'owner' || lack === 'contact' || lack === 'archive' || lack === 'accessibility-unknown';
  return {
    id: lack,
    title: views.lacks.names[lack],
    why: views.lacks.why[lack],
    weight: weightOf(lack),
    count: views.lacks.count(rows.length),
    rows: rows.slice(0, shownInGroup).map((row) => ({
      id: row.id,
      name: row.name,
      to: mendTo(ground, row, lack),
      label: `${row.name}: ${views.lacks.names[lack]}`,
    })),
    more:
      rows.length > shownInGroup
        ? { title: views.lacks.more(rows.length), to: link(at.list, { organisation }, { saknas: lack }) }
        : null,
    several:
      canChange && alike && rows.length > 1
        ? { title: words.list.several, to: `${link(at.several, { organisation })}?${chosen.toString()}` }
        : null,
  };
}

export const showLacks = route({
  method: 'GET',
  path: at.lacks.path,
  access: landscapeAccess,
  handle: async (context) => {
    const ground = await readGround(context);
    const { words, views, landscape, today, organisation, canChange } = ground;
    const isEmpty = landscape.rows.length === 0;
    const time = { today, now: context.now };
    const found = ownRows(landscape).map((row) => ({ row, lacking: lacksOf(row, time) }));
    const groups = lacks
      .map((lack) => ({
        lack,
        rows: found.filter(({ lacking }) => lacking.includes(lack)).map(({ row }) => row),
      }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ lack, rows }) => lackGroup(ground, lack, rows));
    const count = found.filter(({ lacking }) => lacking.length > 0).length;
    const view = {
      shell: {
        words,
        views,
        nav: navOf(ground, 'lacks'),
        head: {
          title: views.lacks.title,
          ...(isEmpty ? {} : { summary: views.lacks.lede(count) }),
        },
        example: landscape.rows.some(({ example }) => example),
      },
      groups,
      empty: isEmpty ? { addTo: canChange ? link(at.add, { organisation }) : null } : null,
    };
    return { kind: 'page', title: views.lacks.title, frame, content: <LacksPage {...view} /> };
  },
});
