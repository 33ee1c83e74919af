import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('table.island.js', import.meta.url), 'utf8');
const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The script of the table that systems are filled in by: it works without it too. Its path names its content. */
export const tableScript = {
  path: `/assets/table.${hash}.js`,
  type: 'text/javascript; charset=utf-8',
  bytes: text,
  immutable: true,
} as const;
