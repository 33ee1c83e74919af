import { link, suppliesAt, type Context } from '../../../platform/http/index.ts';
import { addresses as commons } from '../../commons/index.ts';
import type { HelpView, PanelView } from '../pages/support/panel.tsx';
import type { Rendering } from '../pages/reading/blocks/rendering.ts';
import { sayer } from '../reading/shown.ts';
import { findHelp, type Help } from '../support/helping.ts';
import { readingTexts } from '../texts/reading.ts';
import type { Site } from './addresses.ts';
import { mayChange, namesFor, saidIn, type Scene } from './common-view.ts';
import { blockViews, lookAround, notAnswering, renderingOf } from './rendering.ts';

/**
 * The manual as it ships has no pages of its own to lead to, and nothing to fill in; to a supplier no guide has, which
 * reads them nowhere else than here.
 */
const nowhere = (on: Rendering, work: string, supplies: boolean): Pick<Rendering, 'fill' | 'target'> => ({
  fill: () => null,
  target: (to) => (to.kind === 'guide' && (supplies || to.work === work) ? null : on.target(to)),
});

async function helpView(context: Context, site: Site, help: Help): Promise<HelpView> {
  const { shown, step, blocks, shipped } = help;
  const supplies = suppliesAt(context.actor, site.organisation);
  const reader = { organisation: site.organisation, reads: [], origins: shown.origins };
  const scene: Scene = {
    context,
    site,
    shown,
    reader,
    say: sayer(shown, context.language),
    words: readingTexts(context.language),
    names: await namesFor(context, shown, reader),
    reviewOn: null,
  };
  const around = await lookAround(scene, blocks);
  const on = renderingOf(scene, { step, around, answering: notAnswering });
  return {
    id: `${shown.work}-${step.id}`,
    title: saidIn(scene.say, context.language)(step.title),
    guide: scene.say(shown.guide.title).text,
    blocks: blockViews(scene, step, blocks),
    on: { ...on, level: 3, ...(shipped ? nowhere(on, shown.work, supplies) : {}) },
    to: shipped ? null : site.step(shown.work, step.id),
  };
}

/** Where whoever may take in works finds the manual that has no version here yet. */
function adoptFrom(context: Context, site: Site, helps: readonly Help[]): string | null {
  const shipped = helps.find((help) => help.shipped);
  if (shipped === undefined || site.kind === 'open' || !mayChange(context, site.organisation)) return null;
  return link(
    commons.library,
    {},
    { q: sayer(shipped.shown, context.language)(shipped.shown.guide.title).text },
  );
}

/** What helps with the tasks, as the panel beside them shows it. */
export async function panelView(context: Context, site: Site, tasks: readonly string[]): Promise<PanelView> {
  const helps = await findHelp(context, { organisation: site.organisation, site: site.kind, tasks });
  const views: HelpView[] = [];
  for (const help of helps) views.push(await helpView(context, site, help));
  return {
    words: readingTexts(context.language),
    helps: views,
    shipped: helps.length > 0 && helps.every((help) => help.shipped),
    adopt: adoptFrom(context, site, helps),
    all: suppliesAt(context.actor, site.organisation) ? null : site.list(),
  };
}
