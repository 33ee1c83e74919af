import { promisify } from 'node:util';
import { gunzip, gzip, type ZlibOptions } from 'node:zlib';
import type { ClientBase } from 'pg';
import { escapeIdentifier } from 'pg';
import type { Table } from './layout.ts';

/** Text of rows in one part, in bytes, before it is compressed; a single larger row is a part alone. */
const partSize = 2 << 20;
const rowsAtOnce = 200;

/** Settings under which the text of a value and the value are the same thing, on any server. */
export const exactText = `set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'`;

const compress = promisify<string, ZlibOptions, Buffer>(gzip);

export type Part = { readonly rows: number; readonly bytes: Buffer; readonly text: string };

/**
 * The rows of a table in parts: lines of JSON, each an array with the text of every column or null,
 * compressed. Memory is bounded by the size of a part.
 */
export async function* readParts(
  client: ClientBase,
  table: Table,
  organisation: string | null,
): AsyncIterable<Part> {
  const values = table.columns.map((column) => `${escapeIdentifier(column.name)}::text`).join(', ');
  const filter = organisation === null ? '' : `where organisation_id = ${client.escapeLiteral(organisation)}`;
  await client.query(
    `declare backup_rows no scroll cursor for select json_build_array(${values})::text as line from ${table.name} ${filter}`,
  );
  let lines: string[] = [];
  let size = 0;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from backup_rows`);
    for (const { line } of rows) {
      lines.push(line);
      size += line.length;
      if (size < partSize) continue;
      yield await pack(lines);
      lines = [];
      size = 0;
    }
    if (rows.length === 0) break;
  }
  if (lines.length > 0) yield await pack(lines);
  await client.query('close backup_rows');
}

export type Inserting = {
  readonly table: Table;
  readonly lines: readonly string[];
  /** A row that is there already stays as it is. */
  readonly keepThere: boolean;
};

/** Puts the rows of a part into a table. Returns how many. */
export async function insertLines(
  client: ClientBase,
  { table, lines, keepThere }: Inserting,
): Promise<number> {
  const names = table.columns.map((column) => escapeIdentifier(column.name)).join(', ');
  const values = table.columns.map((column, n) => `(v ->> ${n})::${column.type}`).join(', ');
  const { rowCount } = await client.query(
    `insert into ${table.name} (${names}) overriding system value
     select ${values} from json_array_elements($1::json) as v ${keepThere ? 'on conflict do nothing' : ''}`,
    [`[${lines.join(',')}]`],
  );
  return rowCount ?? 0;
}

/** After rows came with their own numbers, the next new row gets a number above them. */
export async function advanceSequences(client: ClientBase, table: Table): Promise<void> {
  for (const column of table.columns.filter((one) => one.identity)) {
    const name = escapeIdentifier(column.name);
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2)::regclass,
         greatest((select coalesce(max(${name}), 0) from ${table.name}), nextval(pg_get_serial_sequence($1, $2)::regclass)))`,
      [table.name, column.name],
    );
  }
}

/** Lines as they are kept in a part. */
export async function pack(lines: readonly string[]): Promise<Part> {
  const text = `${lines.join('\n')}\n`;
  return { rows: lines.length, bytes: await compress(text, { level: 3 }), text };
}

/** The lines of a part. */
export async function unpack(bytes: Buffer): Promise<readonly string[]> {
  const text = (await promisify(gunzip)(bytes)).toString('utf8');
  return text.split('\n').filter((line) => line !== '');
}
