import { createIds, secureBytes } from '../../../platform/ids.ts';
import type { Db } from '../../../platform/db/index.ts';
import { seedFacts, seedNetworks } from '../../organisations/index.ts';
import type { Acting } from '../acting.ts';
import type { Failure, Outcome } from '../model/failure.ts';
import { findKind, registerKind } from '../model/kind.ts';
import { leafletKind } from './leaflet.ts';

const morning = new Date('2026-11-02T08:00:00Z');

export type Stage = {
  /** Runs one transaction as a designer of the organisation; the clock goes on a minute each time. */
  readonly as: <T>(organisation: string, work: (a: Acting) => Promise<T>) => Promise<T>;
  /** As `as`, for what is expected to go well. */
  readonly done: <T>(organisation: string, work: (a: Acting) => Promise<Outcome<T>>) => Promise<T>;
  /** As `as`, for what is expected to be refused. */
  readonly refused: (
    organisation: string,
    work: (a: Acting) => Promise<Outcome<unknown>>,
  ) => Promise<Failure>;
  readonly pass: (days: number) => void;
  readonly now: () => Date;
  /** A minute later. */
  readonly tick: () => Date;
  readonly newId: () => string;
};

const person = '019a0000-0000-7000-8000-00000000000a';

/** Organisations, networks and the leaflet kind on a fresh database. */
export async function setStage(db: Db): Promise<Stage> {
  if (findKind('leaflet') === undefined) registerKind(leafletKind);
  const clock = { time: morning.getTime() };
  const now = (): Date => new Date(clock.time);
  const newId = createIds(now, secureBytes);
  await db.transaction({ organisation: null, person: null }, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, morning);
  });
  const tick = (): Date => {
    clock.time += 60_000;
    return now();
  };
  const as: Stage['as'] = (organisation, work) => {
    const at = tick();
    return db.transaction({ organisation, person }, (tx) =>
      work({
        tx,
        now: at,
        newId,
        organisation,
        author: { person, name: `Designer, ${organisation}` },
        language: 'sv',
      }),
    );
  };
  return {
    as,
    tick,
    done: async (organisation, work) => {
      const outcome = await as(organisation, work);
      if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.failure)}`);
      return outcome.value;
    },
    refused: async (organisation, work) => {
      const outcome = await as(organisation, work);
      if (outcome.ok) throw new Error('expected a refusal');
      return outcome.failure;
    },
    pass: (days) => {
      clock.time += days * 24 * 60 * 60 * 1000;
    },
    now,
    newId,
  };
}
