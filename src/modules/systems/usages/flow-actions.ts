import type { Flow } from '../model/usage.ts';
import type { Doing } from './actions.ts';
import { dropFlow, saveFlow } from './flows.ts';
import { lockUsages, saveHistory, type UsageChange } from './store.ts';

/** One thing to do with a flow: to describe it, or to take it away. */
export type FlowAct = { readonly kind: 'made' | 'dropped'; readonly flow: Flow };

/** What the history of a system says of a flow: it is there as its field `flow`, or was. */
const lineOf = (usage: string, { kind, flow }: FlowAct): UsageChange => ({
  usage,
  kind: 'changed',
  was: { flow: kind === 'made' ? null : flow },
  became: { flow: kind === 'made' ? flow : null },
});

/**
 * Does everything, with a line in the history of both ends. Flows that were gone already, and new ones to or from what
 * is gone, are passed by; how many were done.
 */
export async function changeFlows(
  { tx, organisation, batch }: Doing,
  acts: readonly FlowAct[],
): Promise<number> {
  const ends = await lockUsages(tx, organisation, [
    ...new Set(acts.flatMap(({ flow }) => [flow.from, flow.to])),
  ]);
  const isThere = (id: string): boolean => ends.get(id)?.removed === false;
  const changes: UsageChange[] = [];
  for (const act of acts) {
    const { flow } = act;
    if (act.kind === 'made' && !(isThere(flow.from) && isThere(flow.to))) continue;
    if (act.kind === 'made') await saveFlow(tx, organisation, flow);
    else if (!(await dropFlow(tx, organisation, flow.id))) continue;
    changes.push(lineOf(flow.from, act), lineOf(flow.to, act));
  }
  await saveHistory(tx, organisation, { changes, batch });
  return changes.length / 2;
}
