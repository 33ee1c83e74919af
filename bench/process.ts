// Kommons in a process of its own, with one page more: the answer of the database to `select 1`, as bare as
// the same server can serve it. What the other pages are measured against.
import { subscribe } from 'node:diagnostics_channel';
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

subscribe('fastify.initialization', (message) => {
  Published.parse(message).fastify.get('/select', async (_request, reply) => {
    const db = await (kept.db ??= open());
    const rows = await db.transaction({ organisation: null, person: null }, async (tx) => {
      const answer = await sql<{ one: number }>`select 1 as one`.execute(tx);
      return answer.rows;
    });
    return reply.header('content-type', 'text/html').send(`<!doctype html><p>${String(rows[0]?.one)}</p>`);
  });
});

await import(path.join(import.meta.dirname, '../tests/support/processes/kommons.ts'));
