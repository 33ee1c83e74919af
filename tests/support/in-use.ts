import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.ts';
import type { Facts } from '../../src/modules/systems/model/fields.ts';
import { changeUsages } from '../../src/modules/systems/usages/actions.ts';

export type InUse = {
  readonly product: string;
  readonly facts?: Facts;
  readonly secret?: boolean;
  readonly members?: readonly string[];
  readonly example?: boolean;
};

/** Registers what an organisation uses, as its own people would; the ids in the order given. */
export async function putInUse(
  { database, clock }: Pick<TestApp, 'database' | 'clock'>,
  organisation: string,
  systems: readonly InUse[],
): Promise<readonly string[]> {
  const acts = systems.map(({ product, facts = {}, secret = false, members = [], example = true }) => ({
    kind: 'make' as const,
    id: randomUUID(),
    product,
    facts: { status: 'in-use' as const, ...facts },
    secret,
    members,
    example,
  }));
  const batch = { id: randomUUID(), at: clock.now, actor: 'test' };
  const done = await database.db.transaction({ organisation, person: null }, (tx) =>
    changeUsages({ tx, organisation, batch }, acts),
  );
  if (!done.ok) throw new Error(JSON.stringify(done.failures));
  return acts.map(({ id }) => id);
}
