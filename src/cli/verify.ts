import { findDifferences } from '../modules/commons/index.ts';
import { municipalities, networks, regions } from '../modules/organisations/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Db } from '../platform/db/index.ts';
import { findDeadEvents } from '../platform/events/index.ts';
import { kommonsItself, logDigest, verifyLog } from '../platform/log/index.ts';
import { usage } from './help.ts';
import { readArguments } from './kernel/arguments.ts';
import { withDatabase, type Say } from './place.ts';

type Finding = { readonly entries: number; readonly digest: string; readonly wrong: readonly string[] };

/** One organisation's log, undelivered events, and what others see of its works; null is Kommons itself. */
async function examine(db: Db, organisation: string | null): Promise<Finding> {
  return db.transaction({ organisation: organisation ?? kommonsItself, person: null }, async (tx) => {
    const verdict = await verifyLog(tx, organisation);
    const broken = verdict.ok
      ? []
      : [`the log of ${verdict.failure.subject} is broken at entry ${verdict.failure.n}`];
    const dead = (await findDeadEvents(tx, organisation)).map(
      ({ id, name, failure }) => `the event ${name} (${id}) was given up: ${failure}`,
    );
    const apart = (organisation === null ? [] : await findDifferences(tx, organisation)).map(
      ({ work, table }) => `${work}: ${table} does not say what the variant says`,
    );
    const digest = await logDigest(tx, organisation);
    return { entries: verdict.ok ? verdict.entries : 0, digest, wrong: [...broken, ...dead, ...apart] };
  });
}

/**
 * `kommons verify`: every hash of every log is computed again. The digests, kept outside the database,
 * also show entries that were cut off the end: compare them with those of an earlier day. What the library says of
 * who uses what is compared with the variants.
 */
export async function verify(args: readonly string[], config: Config, say: Say): Promise<number> {
  readArguments(args, { line: usage.verify, files: 0 });
  return withDatabase(config, say, async (db) => {
    const ids = [...municipalities, ...regions, ...networks].map(({ id }) => id);
    let wrong = 0;
    for (const id of [null, ...ids]) {
      const found = await examine(db, id);
      const name = id ?? kommonsItself;
      for (const line of found.wrong) say(`${name}: ${line}`);
      if (found.entries > 0) say(`${name}: ${found.entries} entries, digest ${found.digest}`);
      wrong += found.wrong.length;
    }
    say(
      wrong === 0
        ? 'the log is whole, every event was delivered or waits, and the library says what the variants say'
        : `${wrong} findings`,
    );
    return wrong === 0 ? 0 : 1;
  });
}
