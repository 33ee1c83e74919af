import { z } from 'zod';
import { json, open, orSuppliers, route, type Context, type Reply } from '../../../platform/http/index.ts';
import { isTaskKey } from '../definition/tasks.ts';
import { Panel } from '../pages/support/panel.tsx';
import { findHelp } from '../support/helping.ts';
import { readingTexts } from '../texts/reading.ts';
import { HelpList } from './api-shapes.ts';
import { blocksOfHelp } from './api-presenter.ts';
import { siteFor } from './api-site.ts';
import { siteIn, type SiteKind } from './site-pages.tsx';
import { sites } from './sites.ts';
import { panelView } from './support-view.ts';

/** Keys with commas between; what is no key helps with nothing. */
const Tasks = z
  .string()
  .max(4000)
  .transform((text) => [...new Set(text.split(',').map((key) => key.trim()))].filter(isTaskKey).slice(0, 50));

const Asked = z.object({ uppgift: Tasks.default([]) });

async function panelReply(context: Context, kind: SiteKind, tasks: readonly string[]): Promise<Reply> {
  const view = await panelView(context, siteIn(context, kind), tasks);
  return {
    kind: 'page',
    title: readingTexts(context.language).support.title,
    frame: { kind: 'panel', embedded: kind === 'open' ? 'anywhere' : 'here' },
    content: <Panel {...view} />,
  };
}

const panelRoutes = sites.map(({ kind, at, access }) =>
  route({
    method: 'GET',
    path: at.support.path,
    access: orSuppliers(access),
    query: Asked,
    handle: (context, { query }) => panelReply(context, kind, query.uppgift),
  }),
);

const supportApi = route({
  method: 'GET',
  path: '/api/v1/organisations/:organisation/support',
  access: open,
  query: z.object({ tasks: Tasks }),
  operation: {
    summary: 'Steps of guides that help with tasks, keys with commas between, best first',
    tag: 'guides',
    response: HelpList,
  },
  handle: async (context, { query }) => {
    const site = siteFor(context);
    const { organisation, kind } = site;
    const helps = await findHelp(context, { organisation, site: kind, tasks: query.tasks });
    return json({
      helps: helps.map((help) => ({
        work: help.shown.work,
        guide: help.shown.guide.title,
        step: help.step.id,
        title: help.step.title,
        shipped: help.shipped,
        address: help.shipped ? null : site.step(help.shown.work, help.step.id),
        blocks: blocksOfHelp(help),
      })),
    });
  },
});

export const supportRoutes = [...panelRoutes, supportApi] as const;
