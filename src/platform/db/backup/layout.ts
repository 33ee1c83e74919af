import type { ClientBase } from 'pg';
import { z } from 'zod';

export type Column = { readonly name: string; readonly type: string; readonly identity: boolean };

export type Table = {
  /** `schema.table`, safe to put into SQL as it is. */
  readonly name: string;
  readonly columns: readonly Column[];
  /**
   * Whether an organisation's rows are its own and nobody else's: row security keeps them apart, or the table stands
   * open and goes back with them (`goes-back` in `platform.restore_rules`).
   */
  readonly tenant: boolean;
  /**
   * In a restore of one organisation its rows that are there stay, and only what is missing comes back: a counterpart
   * has written them too, or acted on them. Rule and reason are the table's in `platform.restore_rules`.
   */
  readonly stays: boolean;
};

/** A foreign key: `name` of `table` refers to `target`; `definition` makes it anew. */
export type Reference = {
  readonly table: string;
  readonly target: string;
  readonly name: string;
  readonly definition: string;
};

/** A table whose rows of an organisation follow from other tables: `source` reads them, column by column. */
export type Derived = { readonly name: string; readonly source: string; readonly columns: readonly string[] };

export type Layout = {
  readonly tables: readonly Table[];
  readonly references: readonly Reference[];
  readonly derived: readonly Derived[];
};

/** Tables that the migrations themselves fill. */
const made = ['platform.migrations', 'platform.open_tables', 'platform.restore_rules'];

const Tables = z.array(
  z.object({
    name: z.string(),
    tenant: z.boolean(),
    stays: z.boolean(),
    columns: z.array(z.object({ name: z.string(), type: z.string(), identity: z.boolean() })),
  }),
);
const Sources = z.array(z.object({ name: z.string(), source: z.string() }));
const References = z.array(
  z.object({ table: z.string(), target: z.string(), name: z.string(), definition: z.string() }),
);

/** Every table that holds data, and how they refer to each other, sorted by name. */
export async function readLayout(client: ClientBase): Promise<Layout> {
  const registered = `(select name from platform.open_tables)`;
  const tables = await client.query(
    `select n.nspname || '.' || c.relname as name,
       c.relforcerowsecurity and n.nspname || '.' || c.relname not in ${registered} or exists (
         select from platform.restore_rules r
         where r.name = n.nspname || '.' || c.relname and r.rule = 'goes-back') as tenant,
       exists (select from platform.restore_rules r
         where r.name = n.nspname || '.' || c.relname and r.rule = 'stays') as stays,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                                          'identity', a.attidentity <> '') order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname || '.' || c.relname <> all ($1)
       and (c.relforcerowsecurity or n.nspname || '.' || c.relname in ${registered})
     order by 1`,
    [made],
  );
  const references = await client.query(
    `select n.nspname || '.' || c.relname as table, tn.nspname || '.' || t.relname as target,
       quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conparentid = 0 order by 1, 3`,
  );
  const sources = await client.query(
    `select name, source from platform.restore_rules where rule = 'made-anew' order by name`,
  );
  const found = Tables.parse(tables.rows);
  return {
    tables: found,
    references: References.parse(references.rows),
    derived: Sources.parse(sources.rows).map((one) => ({ ...one, columns: columnsOf(found, one.name) })),
  };
}

function columnsOf(tables: readonly Table[], name: string): readonly string[] {
  return tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
}

export type LoadOrder = {
  /** What is referred to comes before what refers to it. */
  readonly order: readonly string[];
  /** References in circles, or into the tables from outside: taken off while rows are exchanged. */
  readonly setAside: readonly Reference[];
};

/** An order in which rows can be put into the tables with the constraints in force. */
export function decideLoadOrder(names: readonly string[], references: readonly Reference[]): LoadOrder {
  const chosen = new Set(names);
  const into = references.filter((one) => chosen.has(one.target));
  const setAside = into.filter((one) => one.table === one.target || !chosen.has(one.table));
  let waiting = into.filter((one) => !setAside.includes(one));
  const order: string[] = [];
  while (order.length < names.length) {
    const left = names.filter((name) => !order.includes(name));
    const free = left.filter((name) => !waiting.some((one) => one.table === name));
    if (free.length === 0) {
      // Only circles are left: one of their references is set aside, and the rest may be free.
      setAside.push(...waiting.splice(0, 1));
      continue;
    }
    order.push(...free);
    waiting = waiting.filter((one) => !free.includes(one.target));
  }
  return { order, setAside };
}
