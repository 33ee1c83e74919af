import { setTimeout as sleep } from 'node:timers/promises';
import { asOwner } from '../../../src/platform/db/index.ts';
import { seeded, type Random } from '../random.ts';
import { checkAfterwards, waiting } from './check.ts';
import { beginLoad, installService, type Load } from './clients.ts';
import { prepareKommons, type Kommons } from '../../support/kommons-process.ts';

export type KillPlan = {
  readonly database: number;
  readonly app: number;
  readonly seed: number;
  /** The planted defect: submissions are acknowledged before they are on disk. */
  readonly unsynced?: boolean;
  /** Told now and then how many of the kills are done. */
  readonly say?: (line: string) => void;
};

/** Milliseconds from the kill to the first answer after it, in order of the kills. */
export type Recoveries = readonly number[];

export type KillReport = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly retries: number;
  readonly recoveries: Recoveries;
  /** Milliseconds of a whole round: pause, kill, recovery. */
  readonly cycles: Recoveries;
  /** Everything that is wrong; empty when nothing is. */
  readonly findings: readonly string[];
};

const clients = 8;

async function untilAnswered(load: Load, from: number): Promise<void> {
  while (!load.answeredAfter(from)) {
    if (performance.now() - from > 60_000) throw new Error('Kommons did not come back within a minute');
    await sleep(3);
  }
}

type Blow = (kommons: Kommons) => Promise<void>;

const killDatabase: Blow = (kommons) => kommons.killDatabase();
const killApp: Blow = async (kommons) => {
  await kommons.killApp();
  await kommons.start();
};

type Killing = Pick<KillPlan, 'say'> & { readonly blows: readonly Blow[]; readonly random: Random };

async function killing(kommons: Kommons, load: Load, { blows, random, say }: Killing) {
  const recoveries: number[] = [];
  const cycles: number[] = [];
  for (const [done, blow] of blows.entries()) {
    if (done > 0 && done % 50 === 0) say?.(`${done} of ${blows.length} kills`);
    const began = performance.now();
    await sleep(30 + random() * 300);
    const struck = performance.now();
    await blow(kommons);
    await untilAnswered(load, struck);
    recoveries.push(performance.now() - struck);
    cycles.push(performance.now() - began);
  }
  return { recoveries, cycles };
}

/** What no boot accepts: new connections commit without waiting for the disk. */
async function unsync(kommons: Kommons): Promise<void> {
  await asOwner(await kommons.ownerUrl(), async (client) => {
    await client.query(`alter system set synchronous_commit = 'off'`);
    await client.query(`alter system set wal_writer_delay = '10s'`);
    await client.query('select pg_reload_conf()');
  });
}

/** Gives the queue time to finish. What is left then is stuck. */
async function stuck(kommons: Kommons): Promise<readonly string[]> {
  const until = performance.now() + 60_000;
  for (;;) {
    const left = await waiting(kommons);
    if (left.length === 0) return [];
    if (performance.now() > until) return left.map((what) => `stuck a minute after the last kill: ${what}`);
    await sleep(250);
  }
}

/**
 * Clients submit without a pause while the database and the application are killed with signal 9 at
 * seeded moments. Then everything that was acknowledged must be there, once.
 */
export async function proveKills(plan: KillPlan): Promise<KillReport> {
  const random = seeded(plan.seed);
  const kommons = await prepareKommons();
  try {
    await kommons.start();
    await installService(kommons);
    const load = beginLoad(kommons, clients, random);
    await untilAnswered(load, performance.now());
    const blows = [
      ...Array.from({ length: plan.database }, () => killDatabase),
      ...Array.from({ length: plan.app }, () => killApp),
    ];
    if (plan.unsynced === true) await unsync(kommons);
    const times = await killing(kommons, load, { ...plan, blows, random });
    await load.stop();
    const left = await stuck(kommons);
    const wrong = await checkAfterwards(kommons, load.promised);
    const exits = kommons.exits() === 0 ? [] : [`the process ended by itself ${kommons.exits()} times`];
    return {
      kills: blows.length,
      acknowledged: load.promised.length,
      retries: load.retries(),
      ...times,
      findings: [...load.faults, ...exits, ...left, ...wrong],
    };
  } catch (error) {
    throw new Error(`seed ${plan.seed}; what Kommons said last:\n${kommons.said().slice(-3000)}`, {
      cause: error,
    });
  } finally {
    await kommons.close();
  }
}
