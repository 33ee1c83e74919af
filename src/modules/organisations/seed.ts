import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Fact } from './facts/facts.ts';
import { municipalities, regions } from './facts/facts.ts';
import { networks } from './facts/networks.ts';
import { exampleSuppliers } from './facts/suppliers.ts';

async function saveFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const rows = facts.map(({ id, kind, code, name, publicName, county }) => ({
    id,
    kind,
    code,
    name,
    public_name: publicName,
    county,
  }));
  await sql`
    insert into organisations.organisations as o (id, kind, code, name, public_name, county)
    select f.id, f.kind, f.code, f.name, f.public_name, f.county
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(id text, kind text, code text, name text, public_name text, county text)
    order by f.id
    on conflict (id) do update
      set kind = excluded.kind, code = excluded.code, name = excluded.name,
        public_name = excluded.public_name, county = excluded.county
      where (o.kind, o.code, o.name, o.public_name, o.county)
        is distinct from (excluded.kind, excluded.code, excluded.name, excluded.public_name, excluded.county)`.execute(
    tx,
  );
}

/**
 * Brings the 290 municipalities and 21 regions up to the facts of this release. Harmless to repeat; run
 * at every start, in every mode.
 */
export async function seedFacts(tx: Tx): Promise<void> {
  await saveFacts(tx, [...municipalities, ...regions]);
}

/** The networks of the demo world with their members, and its suppliers. Needs the municipalities; harmless to repeat. */
export async function seedNetworks(tx: Tx, at: Date): Promise<void> {
  await saveFacts(tx, [...networks, ...exampleSuppliers]);
  const members = networks.flatMap(({ id, members: codes }) => codes.map((code) => ({ network: id, code })));
  await sql`
    insert into organisations.memberships (network_id, member_id, since)
    select m.network, o.id, ${at}
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m(network text, code text)
    join organisations.organisations o on o.code = m.code
    on conflict do nothing`.execute(tx);
}

/** Makes a supplier an organisation of its own. Its id is nobody else's: whoever calls has seen to it. */
export async function addSupplier(
  tx: Tx,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await saveFacts(tx, [{ id, kind: 'supplier', code: null, name, publicName: name, county: null }]);
}
