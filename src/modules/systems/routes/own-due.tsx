import { z } from 'zod';
import { addMonths, noonOf } from '../../../kernel/dates/index.ts';
import { link, route, see } from '../../../platform/http/index.ts';
import { formatDate, isoDay } from '../../../platform/text/index.ts';
import { own as at } from '../addresses.ts';
import { registrars } from '../everybody/reader.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import { confidenceOf } from '../model/confidence.ts';
import type { FieldId } from '../model/fields.ts';
import { DuePage, type DueRow, type DueView } from '../pages/own/due-page.tsx';
import { wordsOf } from '../texts/fields.ts';
import { changeUsages } from '../usages/actions.ts';
import { lockUsages } from '../usages/store.ts';
import { doingOf, frame, navOf, perPage, readGround, usageTo, type Ground } from './own-ground.ts';
import { inWords } from './own-inputs.ts';

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
    cells: read.map((id) => inWords(ground, id, row.facts).join(', ')),
    confirmLabel: views.due.fineOf(row.name),
    changeTo: link(at.change, { organisation, usage: row.id }),
    changeLabel: views.due.changeOf(row.name),
  };
}

/** Those that nobody has confirmed for a year, the oldest first. */
export const dueRows = ({ landscape, context }: Ground): readonly Row[] =>
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
    const chosen = ownRows(ground.landscape).flatMap(({ id }) => (body.val.includes(id) ? [id] : []));
    const states = await lockUsages(context.tx, organisation, chosen);
    // What somebody has removed meanwhile is passed by.
    const acts = chosen
      .filter((id) => states.get(id)?.removed === false)
      .map((id) => ({ kind: 'confirm', id }) as const);
    const done = await changeUsages(doingOf(context), acts);
    return see(link(at.due, { organisation }, { klart: done.ok ? acts.length : 0 }));
  },
});

export const dueRoutes = [showDue, confirmDue] as const;
