// `npm run bench`: measures, prints a table each, writes docs/evidence.md.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { circumstances, order, writeEvidence } from '../tests/support/evidence.ts';
import { prepareKommons, type Kommons } from '../tests/support/kommons-process.ts';
import { openApi } from './api.ts';
import { benchBytes } from './bytes.ts';
import { benchCommand } from './command.ts';
import { benchGuides } from './guides.ts';
import { benchHttp } from './http.ts';
import { benchDiff, benchMerge } from './kernel.ts';
import { benchPortal } from './portal.ts';
import { benchRegister } from './register.ts';
import { markdown, type Row } from './table.ts';
import { release, shareWorks, updateEverywhere } from './update.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Part = {
  readonly name: string;
  readonly title: string;
  /** How it was measured, for whoever reads the figures. */
  readonly how: string;
  readonly measure: (kommons: () => Promise<Kommons>) => Promise<readonly (readonly Row[])[]>;
};

const parts: readonly Part[] = [
  {
    name: 'kernel',
    title: 'Measured: merge and diff',
    how:
      'Both sides edit the same generated definition at places of their own; the target is 5 ms for 1,000 elements. A ' +
      'merge counts as clean and whole when every edit of both sides is there and nothing was asked. Values are parsed ' +
      'beforehand; the time of git includes the start of its process, since it has no other way in. jsondiffpatch ' +
      'matches list elements by id.',
    measure: async () => [benchMerge(), benchDiff()],
  },
  {
    name: 'command',
    title: 'Measured: the command',
    how: 'Files of 1,000 elements; each time is a whole process, start included: the median of ten.',
    measure: async () => [benchCommand()],
  },
  {
    name: 'update',
    title: 'Measured: a release everywhere',
    how:
      'E-services of 60 elements each, every third variant with wording of its own and every tenth of those in conflict; ' +
      'through the API of a separate process on the embedded database with syncing on, one municipality after the other.',
    measure: async (kommons) => {
      const api = openApi(await kommons());
      await release(api);
      return [await updateEverywhere(api)];
    },
  },
  {
    name: 'guides-update',
    title: 'Measured: a base education updated everywhere',
    how:
      'A generated base education of 72 steps and 504 blocks; 40 edits upstream, 20 in each of 290 variants. For each ' +
      'variant the merge, and the whole of what its update page shows: every change with its state and its sentence, ' +
      'every question. In memory, without the database.',
    measure: async () => [await benchGuides()],
  },
  {
    name: 'portal',
    title: 'Measured: the guides where there are many',
    how:
      '5,000 works of one network, each adopted, adapted and in use at its twelve municipalities: 60,000 guides of five ' +
      'steps in one index, made of whole steps of the guides that ship, in Swedish and English. Those of the first ' +
      'municipality are written by the modules’ own functions and taken in use by their own event; SQL copies its rows to ' +
      'the others with their names and words. A Kommons of its own, thrown away afterwards. Ten connections ask without ' +
      'pausing for eight seconds, after two to warm up, of all twelve municipalities in turn; the file is the same bytes, ' +
      'compressed, served from memory by the same server in the same run. Bytes are what is sent, headers included, ' +
      'compressed as a browser asks for it. Searches are asked by one reader after the other for twenty seconds, and then by ' +
      'ten at a time; before all of this each is seen to find what it should, or nothing, for every reader.',
    measure: async () => benchPortal(),
  },
  {
    name: 'register',
    title: 'Measured: the register of systems with all of Sweden in it',
    how:
      '290 municipalities with 300 systems in use each, of 5,000 products by 1,000 suppliers, all of it invented and put in ' +
      'through the same function that people write by. A Kommons of its own on the embedded database with syncing on, thrown ' +
      'away afterwards. Whole pages, as one signed-in reader gets them over HTTP, one after the other for ten seconds after ' +
      'two to warm up; the bare SQL is the least that the database must be asked for the same, by a connection that does ' +
      'nothing else and makes no page of it. Directus has the same systems in tables of its own in the same database, with ' +
      'indexes for the questions, and is asked over HTTP by its administrator, without who may see what, for the rows and ' +
      'numbers that a page would need; it looks for letters in names and makes no page of it. Changes are the module’s own ' +
      'function, each a transaction of its own. The sheet is sent and taken in by HTTP as a person does it.',
    measure: async () => benchRegister(),
  },
  {
    name: 'http',
    title: 'Measured: pages under load',
    how:
      'Ten connections that ask without pausing for eight seconds, after two to warm up; one application process and ' +
      'the embedded database with syncing on, the load generator beside them on the same machine.',
    measure: async (kommons) => {
      const running = await kommons();
      return [await benchHttp(running, openApi(running))];
    },
  },
  {
    name: 'bytes',
    title: 'Measured: weight of the first view',
    how: 'Everything that a browser fetches over the wire for one page, headers included, with an empty cache.',
    measure: async () => [await benchBytes()],
  },
];

const usage = `npm run bench -- [--only NAME]

  --only NAME  one of ${parts.map(({ name }) => name).join(', ')}; may be repeated`;

/** A Kommons with 161 works that are shared with nine municipalities. */
async function begin(): Promise<Kommons> {
  const kommons = await prepareKommons(path.join(import.meta.dirname, 'process.ts'));
  await kommons.start();
  say('  (sharing 161 works with nine municipalities …)');
  await shareWorks(openApi(kommons));
  return kommons;
}

/** Started when the first part asks for it. */
function onDemand() {
  const kept: { started: Promise<Kommons> | null } = { started: null };
  return {
    get: (): Promise<Kommons> => (kept.started ??= begin()),
    close: async (): Promise<void> => (await kept.started)?.close(),
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
  });
  const only = values.only ?? [];
  if (values.help === true || only.some((name) => !parts.some((part) => part.name === name))) {
    say(usage);
    process.exitCode = 2;
    return;
  }
  const kommons = onDemand();
  try {
    for (const part of parts.filter(({ name }) => only.length === 0 || only.includes(name))) {
      say(`bench: ${part.name} …`);
      const tables = (await part.measure(kommons.get)).map(markdown);
      for (const table of tables) say(`${table}\n`);
      const text = [
        part.how,
        ...tables,
        `\`npm run bench -- --only ${part.name}\`; ${circumstances(new Date())}.`,
      ];
      writeEvidence([{ id: `bench:${part.name}`, title: part.title, text: text.join('\n\n') }], order);
    }
  } finally {
    await kommons.close();
  }
}

await main();
