// Kommons in a process of its own, with two addresses more, which the pages are measured against: the answer of the
// database to `select 1`, and a compressed file from memory, both as bare as the same server can serve them.
import { subscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { connect, type Db } from '../src/platform/db/index.ts';
import { findRunning } from '../src/platform/db/embedded/index.ts';
import { deriveAddresses } from '../src/platform/db/roles.ts';

const data = process.argv[2] ?? '';
const kept: { db: Promise<Db> | null } = { db: null };

async function open(): Promise<Db> {
  const url = await findRunning(data);
  if (url === null) throw new Error('the database does not run');
  const { app } = deriveAddresses(url('kommons'));
  return connect({ url: app, connections: 16, random: Math.random });
}

const Published = z.object({ fastify: z.custom<FastifyInstance>((value) => value !== null) });

const File = z.object({ file: z.string().regex(/^[a-z0-9-]+$/) });
const files = new Map<string, Buffer>();

subscribe('fastify.initialization', (message) => {
  const { fastify } = Published.parse(message);
  fastify.get('/plain/:file', async (request, reply) => {
    const { file } = File.parse(request.params);
    const bytes = files.get(file) ?? (await readFile(path.join(data, '..', `${file}.gz`)));
    files.set(file, bytes);
    return reply.headers({ 'content-type': 'text/html', 'content-encoding': 'gzip' }).send(bytes);
  });
  fastify.get('/select', async (_request, reply) => {
    const db = await (kept.db ??= open());
    const rows = await db.transaction({ organisation: null, person: null }, async (tx) => {
      const answer = await sql<{ one: number }>`select 1 as one`.execute(tx);
      return answer.rows;
    });
    return reply.header('content-type', 'text/html').send(`<!doctype html><p>${String(rows[0]?.one)}</p>`);
  });
});

await import(path.join(import.meta.dirname, '../tests/support/processes/kommons.ts'));
