import { z } from 'zod';
import { addMonths, noonOf } from '../../../kernel/dates/index.ts';
import { link, route, see } from '../../../platform/http/index.ts';
import { capital, formatDate, isoDay } from '../../../platform/text/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess, registrars } from '../everybody/reader.ts';
import { lacks, lacksOf, mendedBy, weightOf, type Lack } from '../landscape/lacks.ts';
import { planKinds, planOf, type PlanItem } from '../landscape/plan.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import { confidenceOf } from '../model/confidence.ts';
import { fieldOf, type FieldId } from '../model/fields.ts';
import { DuePage, type DueRow, type DueView } from '../pages/own/due-page.tsx';
import { LacksPage, type LackGroup } from '../pages/own/lacks-page.tsx';
import { PlanPage, type PlanLine, type PlanPart } from '../pages/own/plan-page.tsx';
import { wordsOf } from '../texts/fields.ts';
import { changeUsages } from '../usages/actions.ts';
import { doingOf, frame, navOf, perPage, readGround, usageTo, type Ground } from './own-ground.ts';
import { dayIn, inWords } from './own-inputs.ts';

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

const showLacks = route({
  method: 'GET',
  path: at.lacks.path,
  access: landscapeAccess,
  handle: async (context) => {
    const ground = await readGround(context);
    const { words, views, landscape, today } = ground;
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
        head: { title: views.lacks.title, summary: views.lacks.lede(count) },
        example: landscape.rows.some(({ example }) => example),
      },
      groups,
    };
    return { kind: 'page', title: views.lacks.title, frame, content: <LacksPage {...view} /> };
  },
});

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

const showPlan = route({
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

/** What is read before it is said to be right. */
const read: readonly FieldId[] = ['owner', 'contact', 'units', 'contractEnds'];

function dueRow(ground: Ground, row: Row): DueRow {
  const { views, words, organisation, context } = ground;
  const { days } = confidenceOf(row.confirmedAt, context.now);
  return {
    id: row.id,
    name: row.name,
    to: usageTo(ground, row.id),
    last: words.ago(days),
    cells: read.map((id) => inWords(ground, id, row.facts).join(', ') || '–'),
    confirmLabel: views.due.fineOf(row.name),
    changeTo: link(at.change, { organisation, usage: row.id }),
    changeLabel: views.due.changeOf(row.name),
  };
}

/** Those that nobody has confirmed for a year, the oldest first. */
const dueRows = ({ landscape, context }: Ground): readonly Row[] =>
  ownRows(landscape)
    .filter(({ facts }) => facts.status !== 'ended')
    .filter(({ confirmedAt }) => confidenceOf(confirmedAt, context.now).state !== 'confirmed')
    .toSorted((a, b) => a.confirmedAt.getTime() - b.confirmedAt.getTime());

/** When the next ones are due, in words. */
function nextDue({ landscape, context, views }: Ground): string | null {
  const days = ownRows(landscape)
    .map(({ confirmedAt }) => addMonths(isoDay(confirmedAt), 12))
    .toSorted();
  const [first] = days;
  if (first === undefined) return null;
  const month = days.filter((day) => day <= addMonths(first, 1)).length;
  return views.due.soon(month, formatDate(noonOf(first), context.language));
}

const showDue = route({
  method: 'GET',
  path: at.due.path,
  access: registrars,
  query: z.object({ klart: z.coerce.number().int().min(0).catch(0) }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { words, views, organisation } = ground;
    const all = dueRows(ground);
    const rows = all.slice(0, perPage);
    const view: DueView = {
      shell: {
        words,
        views,
        nav: navOf(ground, 'due'),
        head: { title: views.due.title, summary: views.due.lede(all.length) },
        ...(query.klart === 0
          ? {}
          : { saved: { text: views.due.confirmed(query.klart), more: views.due.left(all.length) } }),
        example: rows.some(({ example }) => example),
      },
      to: link(at.due, { organisation }),
      heads: read.map((id) => wordsOf(context.language, id).name),
      rows: rows.map((row) => dueRow(ground, row)),
      all: views.due.all(rows.length),
      done: nextDue(ground),
    };
    return { kind: 'page', title: views.due.title, frame, content: <DuePage {...view} /> };
  },
});

const Chosen = z.object({
  val: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given): readonly string[] =>
      given === undefined ? [] : typeof given === 'string' ? [given] : given,
    ),
});

const confirmDue = route({
  method: 'POST',
  path: at.due.path,
  access: registrars,
  body: Chosen,
  handle: async (context, { params: { organisation }, body }) => {
    const ground = await readGround(context);
    const acts = ownRows(ground.landscape)
      .filter(({ id }) => body.val.includes(id))
      .map(({ id }) => ({ kind: 'confirm', id }) as const);
    const done = await changeUsages(doingOf(context), acts);
    return see(link(at.due, { organisation }, { klart: done.ok ? acts.length : 0 }));
  },
});

export const careRoutes = [showLacks, showPlan, showDue, confirmDue] as const;
