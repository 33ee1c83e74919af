import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';

/** One part of the page of figures: written whole by the command that measured it. */
export type Section = {
  /** `prove:kill-database`: where the part stands, and which earlier one it replaces. */
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
};

const file = new URL('../../docs/evidence.md', import.meta.url);

const opening = `# Evidence

What Kommons promises, as last measured. \`npm run prove\` and \`npm run bench\` write this page; each part says
when, where and with which seed. Nothing here is written by hand.
`;

const begin = (id: string): string => `<!-- ${id} -->`;
const end = (id: string): string => `<!-- /${id} -->`;

/** Where the figures come from: day, processors, memory, system, Node. */
export function circumstances(now: Date): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() ?? 'unknown';
  return `${now.toISOString().slice(0, 10)}, ${processors.length} × ${model}, ${memory} GB, ${platform()} ${release()}, Node ${process.versions.node}`;
}

function sectionsOf(page: string): ReadonlyMap<string, string> {
  const found = [...page.matchAll(/<!-- ([\w:-]+) -->\n([\s\S]*?)\n<!-- \/\1 -->/g)];
  return new Map(found.map(([, id = '', text = '']) => [id, text]));
}

/** Puts the sections in their places on the page; `order` is the order of all that may stand there. */
export function writeEvidence(sections: readonly Section[], order: readonly string[]): void {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const all = new Map(sectionsOf(page));
  for (const { id, title, text } of sections) all.set(id, `## ${title}\n\n${text}`);
  const known = order.filter((id) => all.has(id));
  const others = [...all.keys()].filter((id) => !order.includes(id));
  const parts = [...known, ...others].map((id) => `${begin(id)}\n${all.get(id) ?? ''}\n${end(id)}\n`);
  writeFileSync(file, [opening, ...parts].join('\n'));
}

/** Every part that the two commands write, in the order of the page. */
export const order = [
  'prove:kill-database',
  'prove:kill-app',
  'prove:row-security',
  'prove:routes',
  'prove:malformed',
  'prove:axe',
  'prove:education-merge',
  'prove:hostile-documents',
  'prove:hostile-sheets',
  'prove:visibility',
  'prove:catalogue-merge',
  'bench:kernel',
  'bench:update',
  'bench:guides-update',
  'bench:portal',
  'bench:register',
  'bench:http',
  'bench:bytes',
  'bench:command',
] as const;
