import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, route } from '../../../platform/http/index.ts';
import { capital } from '../../../platform/text/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess } from '../everybody/reader.ts';
import { layOut } from '../landscape/layout.ts';
import { inOrder, ownRows, type Row } from '../landscape/row.ts';
import type { Flow } from '../model/usage.ts';
import { FlowsPage, type FlowRow, type FlowsView } from '../pages/own/flows-page.tsx';
import { listFlows } from '../usages/flows.ts';
import { interfaceName } from './own-flow-view.ts';
import { frame, navOf, pageOf, perPage, readGround, usageTo, type Ground } from './own-ground.ts';
import { areasInOrder } from '../taxonomy/reading.ts';

const lineLength = 22;

/** Cut after a whole word where there is one, so that what is seen is part of the name that is read aloud. */
function cut(text: string): string {
  if (text.length <= lineLength) return text;
  const space = text.lastIndexOf(' ', lineLength - 1);
  return `${text.slice(0, space > 0 ? space : lineLength - 1)}…`;
}

/** At most two lines that fit a box; what does not is cut. */
function inLines(name: string): readonly string[] {
  if (name.length <= lineLength) return [name];
  const space = name.lastIndexOf(' ', lineLength);
  if (space <= 0) return [cut(name)];
  return [name.slice(0, space), cut(name.slice(space + 1))];
}

type Joined = { readonly flow: Flow; readonly from: Row; readonly to: Row };

function joined(rows: readonly Row[], flows: readonly Flow[]): readonly Joined[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return flows.flatMap((flow) => {
    const [from, to] = [byId.get(flow.from), byId.get(flow.to)];
    return from === undefined || to === undefined ? [] : [{ flow, from, to }];
  });
}

function rowOf(ground: Ground, { flow, from, to }: Joined): FlowRow {
  const { words } = ground;
  const through =
    flow.through === null ? '' : words.one.through(interfaceName(ground, [from, to], flow.through));
  return {
    id: flow.id,
    from: { name: from.name, to: usageTo(ground, from.id) },
    to: { name: to.name, to: usageTo(ground, to.id) },
    what: [flow.what, through].filter(Boolean).join(', '),
    often: capital(words.frequencies[flow.frequency]),
  };
}

function chipsOf(ground: Ground, all: readonly Joined[], area: string): FlowsView['chips'] {
  const { landscape, context, organisation, words } = ground;
  const used = new Set(all.flatMap(({ from, to }) => [...from.areas, ...to.areas]));
  const areas = areasInOrder(landscape.taxonomy, context.language).filter(({ id }) => used.has(id));
  const current = areas.find(({ id }) => id === area);
  if (current !== undefined) {
    const title = pickText(current.name, context.language);
    return [{ id: 'omrade', title, clear: link(at.flows, { organisation }) }];
  }
  return [
    {
      id: 'omrade',
      title: words.list.area,
      options: areas.map(({ id, name }) => ({
        title: pickText(name, context.language),
        to: link(at.flows, { organisation }, { omrade: id }),
      })),
    },
  ];
}

function flowsView(ground: Ground, flows: readonly Flow[], asked: { area: string; page: number }): FlowsView {
  const { words, views, organisation, landscape } = ground;
  const rows = ownRows(landscape);
  const all = joined(rows, flows).toSorted((a, b) => inOrder.compare(a.from.name, b.from.name));
  const { area, page } = asked;
  const shown =
    area === '' ? all : all.filter(({ from, to }) => from.areas.includes(area) || to.areas.includes(area));
  const ids = new Set(shown.flatMap(({ from, to }) => [from.id, to.id]));
  const nodes = rows.filter(({ id }) => ids.has(id));
  const paged = pageOf(shown, page);
  const first = (page - 1) * perPage;
  return {
    shell: {
      words,
      views,
      nav: navOf(ground, 'flows'),
      head: { title: views.flows.title, summary: views.flows.lede },
      example: nodes.some(({ example }) => example),
    },
    chips: chipsOf(ground, all, area),
    count: shown.length === 0 ? '' : views.flows.count(first + 1, first + paged.rows.length, shown.length),
    label: views.flows.label(shown.length, nodes.length),
    layout: layOut({ nodes, edges: shown.map(({ flow }) => flow) }),
    nodes: nodes.map(({ id, name }) => ({ id, lines: inLines(name), title: name, to: usageTo(ground, id) })),
    edges: shown.map(({ flow, from, to }) => ({
      id: flow.id,
      title: `${from.name} → ${to.name}: ${words.one.flow(flow.what, words.frequencies[flow.frequency])}`,
      byHand: flow.frequency === 'by-hand',
    })),
    rows: paged.rows.map((one) => rowOf(ground, one)),
    page,
    pages: paged.pages,
    pageTo: (next) =>
      link(at.flows, { organisation }, { sida: next, ...(area === '' ? {} : { omrade: area }) }),
  };
}

export const showFlows = route({
  method: 'GET',
  path: at.flows.path,
  access: landscapeAccess,
  query: z.object({
    omrade: z.string().max(200).default(''),
    sida: z.coerce.number().int().min(1).max(1000).catch(1),
  }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const flows = await listFlows(context.tx, ground.organisation);
    const view = flowsView(ground, flows, { area: query.omrade, page: query.sida });
    return { kind: 'page', title: ground.views.flows.title, frame, content: <FlowsPage {...view} /> };
  },
});
