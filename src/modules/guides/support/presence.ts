import type { Tx } from '../../../platform/db/index.ts';
import { listKnownTasks, listWorksInUse } from '../store/tasks.ts';
import { shippedManual } from './shipped.ts';

/** Milliseconds that an organisation's tasks are remembered: how long a new guide may wait to be offered. */
const lifetime = 10_000;
/** Organisations whose tasks are remembered at once. The oldest go first. */
const mostKnown = 400;

type Known = {
  readonly until: number;
  /** Tasks that guides for everyone help with, and all of them. */
  readonly open: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
};

async function learn(tx: Tx, organisation: string, until: number): Promise<Known> {
  const rows = await listKnownTasks(tx, organisation);
  // A version of one's own answers alone, also where a step was hidden or helps with nothing.
  const own = new Set(await listWorksInUse(tx, organisation));
  const shipped = shippedManual().filter(({ work }) => !own.has(work));
  const openManual = shipped.filter(({ guide }) => guide.readers === 'everyone');
  return {
    until,
    open: new Set([
      ...rows.flatMap(({ open, task }) => (open ? [task] : [])),
      ...openManual.flatMap(({ tasks }) => [...tasks]),
    ]),
    all: new Set([...rows.map(({ task }) => task), ...shipped.flatMap(({ tasks }) => [...tasks])]),
  };
}

export type PresenceAsked = {
  readonly organisation: string;
  readonly site: 'work' | 'open';
  readonly tasks: readonly string[];
};

/** Which of a page's tasks something helps with, remembered for a moment since every page asks. */
export function rememberTasks(now: () => Date): (tx: Tx, asked: PresenceAsked) => Promise<readonly string[]> {
  const known = new Map<string, Known>();
  return async (tx, { organisation, site, tasks }) => {
    const at = now().getTime();
    let found = known.get(organisation);
    if (found === undefined || at >= found.until) {
      found = await learn(tx, organisation, at + lifetime);
      known.delete(organisation);
      const [oldest] = known.keys();
      if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
      known.set(organisation, found);
    }
    const helped = site === 'open' ? found.open : found.all;
    return tasks.filter((task) => helped.has(task));
  };
}
