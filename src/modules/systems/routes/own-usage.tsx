import { z } from 'zod';
import { link, missing, route, see, type Context, type Reply } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess, registrars } from '../everybody/reader.ts';
import { Link } from '../../../ui/index.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import { UsagePage } from '../pages/own/usage-page.tsx';
import { changeUsages, type Act } from '../usages/actions.ts';
import { changeFlows } from '../usages/flow-actions.ts';
import { frequencies, listFlows } from '../usages/flows.ts';
import { interfacesOf, type FlowAsked } from './own-flow-view.ts';
import { doingOf, frame, isUuid, readGround, type Ground } from './own-ground.ts';
import { usageView, type UsageAsked } from './own-usage-view.ts';

const said = ['sparat', 'bekraftat', 'aterstallt', 'tillagt', 'bytt'] as const;
type Said = (typeof said)[number] | '';

/** What has just been done, with the way to undo it where that is a change of product. */
function savedNote(
  { words, organisation }: Ground,
  row: Row,
  what: Said,
  batch: string,
): UsageAsked['saved'] {
  switch (what) {
    case '':
      return null;
    case 'sparat':
    case 'tillagt':
      return { text: words.saved };
    case 'bekraftat':
      return { text: words.one.confirmedNow };
    case 'aterstallt':
      return { text: words.one.restored };
    case 'bytt': {
      const text = words.product.changed(row.product.name);
      if (!isUuid(batch)) return { text };
      return { text, more: <Link to={link(at.batch, { organisation, batch })}>{words.table.undo}</Link> };
    }
  }
}

/** The row of the address, one's own or a joint body's; null where there is none. */
const findRow = ({ landscape }: Ground, usage: string): Row | null =>
  landscape.rows.find(({ id }) => id === usage) ?? null;

export const findOwn = ({ landscape }: Ground, usage: string): Row | null =>
  ownRows(landscape).find(({ id }) => id === usage) ?? null;

async function usagePage(ground: Ground, row: Row, asked: UsageAsked): Promise<Reply> {
  const view = await usageView(ground, row, asked);
  const failed = (asked.flow?.problems.size ?? 0) > 0;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: row.name,
    frame,
    content: <UsagePage {...view} />,
  };
}

const showUsage = route({
  method: 'GET',
  path: at.usage.path,
  access: landscapeAccess,
  query: z.object({
    gjort: z.enum(['', ...said]).catch(''),
    andring: z.string().max(60).default(''),
    historik: z.coerce.number().int().min(1).max(10_000).nullable().catch(null).default(null),
  }),
  handle: async (context, { params, query }) => {
    const ground = await readGround(context);
    const row = findRow(ground, params.usage);
    if (row === null) return missing;
    const saved = savedNote(ground, row, query.gjort, query.andring);
    return usagePage(ground, row, { flow: null, saved, history: query.historik });
  },
});

/** Does one thing with one usage; missing where it is not there to do it with. */
async function act(context: Context, one: Act, then: string): Promise<Reply> {
  if (!isUuid(one.id)) return missing;
  const done = await changeUsages(doingOf(context), [one]);
  return done.ok ? see(then) : missing;
}

const confirm = route({
  method: 'POST',
  path: at.confirm.path,
  access: registrars,
  handle: (context, { params }) =>
    act(context, { kind: 'confirm', id: params.usage }, link(at.usage, params, { gjort: 'bekraftat' })),
});

const remove = route({
  method: 'POST',
  path: at.remove.path,
  access: registrars,
  handle: (context, { params: { organisation, usage } }) =>
    act(context, { kind: 'remove', id: usage }, link(at.removed, { organisation }, { bort: usage })),
});

const restore = route({
  method: 'POST',
  path: at.restore.path,
  access: registrars,
  handle: (context, { params }) =>
    act(context, { kind: 'restore', id: params.usage }, link(at.usage, params, { gjort: 'aterstallt' })),
});

const hide = route({
  method: 'POST',
  path: at.secret.path,
  access: registrars,
  body: z.object({ hemligt: z.enum(['ja', 'nej']) }),
  handle: (context, { params, body }) =>
    act(
      context,
      { kind: 'change', id: params.usage, changes: {}, secret: body.hemligt === 'ja' },
      link(at.usage, params, { gjort: 'sparat' }),
    ),
});

const text = z.string().trim().max(200).default('');
const FlowForm = z.object({
  riktning: z.enum(['till', 'fran']).catch('till'),
  system: text,
  vad: text,
  hur: text,
  ofta: z.enum(frequencies).catch('daily'),
});

function flowAsked(ground: Ground, row: Row, body: z.infer<typeof FlowForm>): FlowAsked {
  const { flowFaults } = ground.words;
  const problems = new Map<string, string>();
  const other = findOwn(ground, body.system);
  if (other === null || other.id === row.id) problems.set('system', flowFaults.other);
  if (body.vad === '') problems.set('vad', flowFaults.what);
  const { riktning: direction, vad: what, hur: through, ofta: often } = body;
  return { typed: { direction, other: body.system, what, through, often }, problems };
}

const addFlow = route({
  method: 'POST',
  path: at.flowAdd.path,
  access: registrars,
  body: FlowForm,
  handle: async (context, { params, body }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    if (row === null) return missing;
    const flow = flowAsked(ground, row, body);
    const other = findOwn(ground, body.system);
    if (flow.problems.size > 0 || other === null)
      return usagePage(ground, row, { flow, saved: null, history: null });
    const [from, to] = body.riktning === 'till' ? [row.id, other.id] : [other.id, row.id];
    const known = [row, other].flatMap((one) => interfacesOf(ground, one)).some(({ id }) => id === body.hur);
    const through = known ? body.hur : null;
    const made = { id: context.newId(), from, to, through, what: body.vad, frequency: body.ofta };
    if ((await changeFlows(doingOf(context), [{ kind: 'made', flow: made }])) === 0) {
      const problems = new Map([['system', ground.words.flowFaults.other]]);
      return usagePage(ground, row, { flow: { ...flow, problems }, saved: null, history: null });
    }
    return see(`${link(at.usage, params, { gjort: 'sparat' })}#floden`);
  },
});

const removeFlow = route({
  method: 'POST',
  path: at.flowRemove.path,
  access: registrars,
  handle: async (context, { params }) => {
    const { organisation, usage } = params;
    const flows = await listFlows(context.tx, organisation);
    const flow = flows.find(({ id, from, to }) => id === params.flow && [from, to].includes(usage));
    const done = flow === undefined ? 0 : await changeFlows(doingOf(context), [{ kind: 'dropped', flow }]);
    return done > 0 ? see(`${link(at.usage, { organisation, usage }, { gjort: 'sparat' })}#floden`) : missing;
  },
});

export const usageRoutes = [showUsage, confirm, remove, restore, hide, addFlow, removeFlow] as const;
