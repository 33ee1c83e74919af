import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { edit, generate } from './definitions.ts';
import { median, timed, type Row } from './table.ts';

const command = path.resolve(import.meta.dirname, '../bin/kommons.mjs');
const rounds = 10;
const elements = 1000;

/** A form of the XGov runner's format, with as many questions as the definition has elements. */
function makeForm(): object {
  const pages = Array.from({ length: elements / 20 }, (_, page) => ({
    path: `/page-${page}`,
    title: `Page ${page}`,
    components: Array.from({ length: 19 }, (__, field) => ({
      type: 'TextField',
      name: `question${page}x${field}`,
      title: `Question ${page} ${field}`,
      options: {},
      schema: {},
    })),
    next: [{ path: page + 1 < elements / 20 ? `/page-${page + 1}` : '/summary' }],
  }));
  const summary = {
    path: '/summary',
    title: 'Summary',
    controller: './pages/summary.js',
    components: [],
    next: [],
  };
  return {
    name: 'Measurement',
    startPage: '/page-0',
    pages: [...pages, summary],
    lists: [],
    sections: [],
    conditions: [],
    fees: [],
    outputs: [],
    skipSummary: false,
    metadata: {},
  };
}

function run(args: readonly string[]): { readonly milliseconds: number; readonly status: number | null } {
  const { milliseconds, value } = timed(() =>
    spawnSync(process.execPath, [command, ...args], { stdio: 'ignore' }),
  );
  return { milliseconds, status: value.status };
}

/** Each command upon files of a thousand elements, from the start of the process to its end. */
export function benchCommand(): readonly Row[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'kommons-bench-'));
  const write = (name: string, value: object): string => {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(value, null, 2));
    return file;
  };
  try {
    const base = generate(elements, 1);
    const b = write('base', { ...base, casePrefix: 'MAT' });
    const o = write('ours', { ...edit(base, 'ours', 1), casePrefix: 'MAT' });
    const t = write('theirs', { ...edit(base, 'theirs', 1), casePrefix: 'MAT' });
    const form = write('form', makeForm());
    const commands: readonly (readonly [string, readonly string[]])[] = [
      ['kommons hash', ['hash', b]],
      ['kommons validate', ['validate', b]],
      ['kommons diff', ['diff', b, o]],
      ['kommons merge', ['merge', b, o, t]],
      ['kommons import --from xgov', ['import', '--from', 'xgov', form]],
    ];
    return commands.map(([name, args]) => {
      run(args);
      const runs = Array.from({ length: rounds }, () => run(args));
      const statuses = [...new Set(runs.map(({ status }) => String(status)))].join(', ');
      return {
        command: name,
        'median ms': median(runs.map(({ milliseconds }) => milliseconds)).toFixed(0),
        target: 'under 500',
        'exit status': statuses,
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
