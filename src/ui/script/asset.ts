import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { UiAsset } from '../stylesheet/index.ts';

/**
 * A script of pages that work without it too, of one or more files: each has names of its own. Its path names its
 * content.
 */
export function scriptAsset(name: string, files: readonly URL[]): UiAsset {
  const text = files.map((file) => `{\n${readFileSync(file, 'utf8')}}\n`).join('');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return {
    path: `/assets/${name}.${hash}.js`,
    type: 'text/javascript; charset=utf-8',
    bytes: text,
    immutable: true,
  };
}
