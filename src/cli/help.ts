import { HASH_USAGE, IMPORT_USAGE, VALIDATE_USAGE } from './kernel/check.ts';
import { DIFF_USAGE } from './kernel/diff.ts';

/** How each command on the platform is written. */
export const usage = {
  start: 'kommons start',
  demo: 'kommons demo reset|load',
  token: 'kommons token ROLE@SLUG',
  host: 'kommons host SLUG HOST|--remove',
  curator: 'kommons curator SLUG [--remove]',
  supplier: 'kommons supplier NAME-OR-ID [--person WHO] [--organisation SLUG]',
  verify: 'kommons verify',
  backup: 'kommons backup FILE [--organisation SLUG]',
  restore: 'kommons restore FILE [--organisation SLUG] [--replace]',
  upgrade: 'kommons upgrade FILE',
} as const;

/** What each of them does. */
const does: Readonly<Record<keyof typeof usage, string>> = {
  start: 'serves, as npm start does',
  demo: 'reset gives the demo world back as new; Kommons must be stopped. load fills its register of systems with 87,000\n      invented ones, beside a running Kommons too; reset takes them away',
  token: 'a bearer token for the API of the demo world, such as case-worker@harnosand',
  host: "gives an organisation's public site a host name of its own, or takes it away",
  curator: 'lets an organisation clean the catalogue of systems: merge what is there twice, undo, change all',
  supplier:
    'lets a supplier of the catalogue look after its own records, as an organisation of its own or with --organisation as\n      one that there is; --person gives somebody there the role: twelve digits, or an id at the identity provider',
  verify:
    'computes every hash of the log again, lists events that were given up, and compares what the library says of who\n      uses what with the variants; exit status 1 when something is wrong',
  backup: 'everything, or one organisation, while people go on working',
  restore:
    'puts back what a backup holds, when every byte of it is verified; what is there is replaced with --replace',
  upgrade: "puts a backup of everything into the embedded server's new major version, beside the old files",
};

const told = (name: keyof typeof usage): string => `  ${usage[name]}\n      ${does[name]}`;
const order = [
  'start',
  'demo',
  'token',
  'host',
  'curator',
  'supplier',
  'verify',
  'backup',
  'restore',
  'upgrade',
] as const;
const onPlatform = order.map(told).join('\n');

/** How one command on the platform is written, and what it does. */
export const helpOf = (name: keyof typeof usage): string => `Usage:\n${told(name)}\n`;

export const help = `Usage: kommons COMMAND

On files, without a database (a file may be - for standard input):
  ${DIFF_USAGE}
      what turns one definition into another
  kommons merge BASE OURS THEIRS
      three-way merge; exit status 0 is clean, 1 has conflicts
  kommons merge --driver %O %A %B %P
      the same as a merge driver of git, written to %A; messages name %P
  ${VALIDATE_USAGE}
      everything that is wrong with a definition
  ${HASH_USAGE}
      the name of a definition's content
  ${IMPORT_USAGE}
      a form of the XGov form builder as a definition

On the platform, with its settings (README.md) in the environment:
${onPlatform}

Exit status 2 is unusable input: one line on standard error says where, what is wrong and what to do.
`;
