import type { Context } from '../../../platform/http/index.ts';
import type { Block } from '../definition/index.ts';
import { findStep } from '../reading/fingerprint.ts';
import type { OutlineStep } from '../reading/outline.ts';
import { findShownGuide, showUnadopted, type ShownGuide } from '../reading/shown.ts';
import { listTaskRows, type TaskRow } from '../store/tasks.ts';
import { shippedManual } from './shipped.ts';
import { tasksOf } from './tasks-of.ts';

/** A step that helps with a task, or what in it does. */
export type Help = {
  readonly shown: ShownGuide;
  /** Whether it is Kommons's manual as it ships, which the organisation has no version of. */
  readonly shipped: boolean;
  readonly step: OutlineStep;
  readonly blocks: readonly Block[];
};

export type HelpAsked = {
  readonly organisation: string;
  readonly site: 'work' | 'open';
  /** The most particular first: what helps with a field comes before what helps with its page. */
  readonly tasks: readonly string[];
};

type Found = { readonly shown: ShownGuide; readonly shipped: boolean; readonly rows: readonly TaskRow[] };

async function findOwn({ tx }: Pick<Context, 'tx'>, ask: HelpAsked): Promise<readonly Found[]> {
  const { organisation, site, tasks } = ask;
  const rows = await listTaskRows(tx, { organisation, tasks, open: site === 'open' });
  const found: Found[] = [];
  for (const [work, ofWork] of Map.groupBy(rows, (row) => row.work)) {
    const shown = await findShownGuide({ tx, organisation }, work);
    if (shown !== null) found.push({ shown, shipped: false, rows: ofWork });
  }
  return found;
}

async function findShipped({ tx }: Pick<Context, 'tx'>, ask: HelpAsked): Promise<readonly Found[]> {
  const { organisation, site, tasks } = ask;
  const found: Found[] = [];
  for (const { work, guide } of shippedManual()) {
    if (site === 'open' && guide.readers !== 'everyone') continue;
    const rows = tasksOf(guide).filter(({ task }) => tasks.includes(task));
    if (rows.length === 0 || (await findShownGuide({ tx, organisation }, work)) !== null) continue;
    const shown = showUnadopted(organisation, { work, guide });
    found.push({ shown, shipped: true, rows: rows.map((row) => ({ ...row, work })) });
  }
  return found;
}

/** Each step once, in the guide's order: whole where a task is the step's, else the blocks that help. */
function stepsOf({ shown, shipped, rows }: Found): readonly (Help & { readonly tasks: readonly string[] })[] {
  const byStep = Map.groupBy(rows, (row) => row.step);
  const steps = shown.outline.flatMap((section) => section.steps);
  return steps.flatMap((step) => {
    const ofStep = byStep.get(step.id);
    const written = findStep(shown.guide, step.id);
    if (ofStep === undefined || written === null) return [];
    const elements = new Set(ofStep.map(({ element }) => element));
    const blocks = elements.has(step.id)
      ? written.blocks
      : written.blocks.filter(
          (block) =>
            elements.has(block.id) ||
            (block.type === 'slot' && block.blocks.some((inner) => elements.has(inner.id))),
        );
    return [{ shown, shipped, step, blocks, tasks: ofStep.map(({ task }) => task) }];
  });
}

/** What helps with the tasks in the organisation's own version; Kommons's manual where it has none. */
export async function findHelp(context: Pick<Context, 'tx'>, ask: HelpAsked): Promise<readonly Help[]> {
  const found = [...(await findOwn(context, ask)), ...(await findShipped(context, ask))].flatMap(stepsOf);
  const rank = (tasks: readonly string[]): number =>
    Math.min(...tasks.map((task) => ask.tasks.indexOf(task)));
  return found.toSorted((a, b) => rank(a.tasks) - rank(b.tasks));
}
