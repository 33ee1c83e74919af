import { z } from 'zod';

/** What a backup says of itself. Names and types are compared with the database before any is used. */
export const Manifest = z.object({
  kommons: z.literal('backup/1'),
  at: z.string(),
  /** The organisation whose rows it holds; null when it holds everything. */
  organisation: z.string().nullable(),
  postgres: z.number(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  jobs: z.number(),
  files: z.number(),
  entries: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = 'manifest.json';
export const jobsName = 'jobs.jsonl.gz';
export const tableEntry = (table: string, part: number): string =>
  `tables/${table}/${String(part).padStart(6, '0')}.jsonl.gz`;
export const fileEntry = (hash: string): string => `files/${hash}`;
