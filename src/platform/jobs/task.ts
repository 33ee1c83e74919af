import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../db/index.ts';

/** A kind of work that is done later: its name and what its payload looks like. */
export type TaskKind<T> = { readonly name: string; readonly schema: z.ZodType<T> };

/** A kind of work together with who does it. */
export type Task = { readonly name: string; readonly run: (payload: unknown) => Promise<void> };

export type EnqueueOptions = {
  /** A waiting job with the same key is replaced, so that the work is done once. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Jobs of one queue are done one at a time. */
  readonly queue?: string;
  /** 25 unless given, with growing pauses. */
  readonly maxAttempts?: number;
};

export function defineTask<T>(name: string, schema: z.ZodType<T>): TaskKind<T> {
  return { name, schema };
}

/** Puts the work in the queue when the transaction commits, and not otherwise. */
export async function enqueue<T>(
  tx: Tx,
  task: TaskKind<T>,
  payload: T,
  options: EnqueueOptions = {},
): Promise<void> {
  const { key = null, runAt = null, queue = null, maxAttempts = null } = options;
  await sql`select jobs.enqueue(${task.name}, ${JSON.stringify(payload)}::json, ${key}::text,
    ${runAt}::timestamptz, ${queue}::text, ${maxAttempts}::integer)`.execute(tx);
}

/** Says how a kind of work is done. It may be done twice after a crash, so it must bear that. */
export function handle<T>(task: TaskKind<T>, work: (payload: T) => Promise<void>): Task {
  return { name: task.name, run: async (payload) => work(task.schema.parse(payload)) };
}
