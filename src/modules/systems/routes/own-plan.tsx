import { noonOf } from '../../../kernel/dates/index.ts';
import { link, route } from '../../../platform/http/index.ts';
import { capital } from '../../../platform/text/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess } from '../everybody/reader.ts';
import { planKinds, planOf, type PlanItem } from '../landscape/plan.ts';
import { ownRows } from '../landscape/row.ts';
import { PlanPage, type PlanLine, type PlanPart } from '../pages/own/plan-page.tsx';
import { frame, navOf, readGround, usageTo, type Ground } from './own-ground.ts';
import { dayIn } from './own-inputs.ts';

/** More confirmations than this in a month are one line: they are gone through together. */
const mostSingle = 3;

/** The lines of a part: each thing by itself, many confirmations as one. */
function planLines(ground: Ground, items: readonly PlanItem[]): readonly PlanLine[] {
  const { views, organisation, canChange } = ground;
  const confirm = items.filter(({ kind }) => kind === 'confirm');
  const [first] = confirm;
  if (first === undefined || confirm.length <= mostSingle) return items.map((item) => planLine(ground, item));
  const together: PlanLine = {
    key: 'confirm',
    kind: 'confirm',
    day: dayIn(ground, first.day),
    what: views.plan.names.confirm,
    system: views.lacks.count(confirm.length),
    to: canChange
      ? link(at.due, { organisation })
      : link(at.list, { organisation }, { ordning: 'bekraftat' }),
  };
  return items.flatMap((item) =>
    item === first ? [together] : item.kind === 'confirm' ? [] : [planLine(ground, item)],
  );
}

function planLine(ground: Ground, { day, kind, row }: PlanItem): PlanLine {
  return {
    key: `${kind} ${row.id}`,
    kind,
    day: dayIn(ground, day),
    what: ground.views.plan.names[kind],
    system: row.name,
    to: usageTo(ground, row.id),
  };
}

/** "mars 2027", "mar" */
function monthNames({ context }: Ground, month: string): { readonly long: string; readonly short: string } {
  const locale = context.language === 'sv' ? 'sv-SE' : 'en-GB';
  const day = noonOf(`${month}-15`);
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day);
  return {
    long: format({ month: 'long', year: 'numeric' }),
    short: format({ month: 'short' }).replace('.', ''),
  };
}

export const showPlan = route({
  method: 'GET',
  path: at.plan.path,
  access: landscapeAccess,
  handle: async (context) => {
    const ground = await readGround(context);
    const { words, views, landscape, today } = ground;
    const rows = ownRows(landscape);
    const { late, months } = planOf(rows, today);
    const parts = months.map(({ month, items }): PlanPart => {
      const { long, short } = monthNames(ground, month);
      return {
        id: `m-${month}`,
        title: capital(long),
        short,
        count: views.plan.count(items.length),
        caption: views.plan.caption(long),
        tiles: items.map(({ kind }) => kind),
        items: planLines(ground, items),
      };
    });
    const all = months.flatMap(({ items }) => items);
    const view = {
      shell: {
        words,
        views,
        nav: navOf(ground, 'plan'),
        head: { title: views.plan.title, summary: views.plan.lede },
        example: rows.some(({ example }) => example),
      },
      late:
        late.length === 0
          ? null
          : {
              id: 'forsenat',
              title: views.plan.late,
              short: '',
              count: views.plan.count(late.length),
              caption: views.plan.late,
              tiles: [],
              items: planLines(ground, late),
            },
      months: parts,
      label: views.plan.chart(all.length),
      legend: planKinds
        .filter((kind) => all.some((item) => item.kind === kind))
        .map((kind) => ({ kind, title: views.plan.names[kind] })),
    };
    return { kind: 'page', title: views.plan.title, frame, content: <PlanPage {...view} /> };
  },
});
