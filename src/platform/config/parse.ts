import { resolve } from 'node:path';
import type { DatabasePlace } from '../db/index.ts';
import { explainValue, values, type Values } from './values.ts';

/** Where the structured log goes. */
export type LogTarget =
  | { readonly kind: 'stdout' | 'stderr' }
  | { readonly kind: 'file'; readonly file: string };

type Shared = {
  readonly port: number;
  readonly host: string;
  /** An absolute path. */
  readonly data: string;
  readonly database: DatabasePlace;
  readonly connections: number;
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly metricsToken: string | null;
  readonly requestsPerMinute: number;
  readonly behindProxy: boolean;
  readonly log: LogTarget;
  /** Origins that webhooks may reach besides the open internet. */
  readonly outboundAlso: readonly string[];
  /** ClamAV's daemon; null where there is none. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
};

export type SignInConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly personalNumberClaim: string;
  /** Levels of assurance that are let in; empty lets all in. */
  readonly acr: readonly string[];
};

/** What the process was told. Demo mode has no place for what only production has. */
export type Config =
  | (Shared & { readonly mode: 'demo' })
  | (Shared & {
      readonly mode: 'production';
      readonly key: Uint8Array;
      readonly signIn: SignInConfig;
      readonly mail: { readonly url: string; readonly from: string };
      readonly firstAdmin: { readonly organisation: string; readonly subject: string } | null;
    });

export type ConfigProblem = { readonly setting: string; readonly problem: string };

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly failure: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. Every problem is given at once: malformed settings in both modes, and in
 * production also everything that is missing or unsafe. `folder` is what relative paths start from.
 */
export function parseConfig(environment: Environment, folder: string): ParsedConfig {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  );
  const read = values.safeParse(given);
  if (!read.success) {
    const malformed = read.error.issues.map((issue) => ({
      setting: String(issue.path[0] ?? ''),
      problem: issue.message,
    }));
    return { ok: false, failure: [...malformed, ...problemsOf(given)] };
  }
  const problems = problemsOf(given);
  if (problems.length > 0) return { ok: false, failure: problems };
  const shared = readShared(read.data, folder);
  return read.data.KOMMONS_MODE === 'demo'
    ? { ok: true, config: { mode: 'demo', ...shared } }
    : readProduction(read.data, shared);
}

/** What settings are wrong together, or for their mode, whether or not each is well formed. */
function problemsOf(given: Environment): readonly ConfigProblem[] {
  const half = halfRoles(given);
  const together = half === null ? [] : [half];
  switch (given['KOMMONS_MODE'] ?? 'demo') {
    case 'demo':
      return [...exposedDemo(given), ...together];
    case 'production':
      return [...missingSettings(given), ...unsafeSettings(given), ...together];
    default:
      return together;
  }
}

/** The list that a refused start prints. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ setting, problem }) => `  ${setting}: ${problem}`);
  return [
    'Kommons cannot start with these settings:',
    ...lines,
    'All settings are listed in README.md.',
  ].join('\n');
}

function readShared(given: Values, folder: string): Shared {
  const data = resolve(folder, given.KOMMONS_DATA);
  const database: DatabasePlace =
    given.DATABASE_URL === undefined
      ? { kind: 'embedded', data }
      : {
          kind: 'server',
          url: given.DATABASE_URL,
          appUrl: given.DATABASE_APP_URL,
          jobsUrl: given.DATABASE_JOBS_URL,
        };
  return {
    port: given.PORT,
    host: given.HOST,
    data,
    database,
    connections: given.DATABASE_CONNECTIONS,
    origin: given.KOMMONS_ORIGIN ?? `http://127.0.0.1:${given.PORT}`,
    metricsToken: given.METRICS_TOKEN ?? null,
    requestsPerMinute: given.REQUESTS_PER_MINUTE,
    behindProxy: given.BEHIND_PROXY === 'yes',
    outboundAlso: given.OUTBOUND_ALSO,
    clamd: given.CLAMD_ADDRESS ?? null,
    log: readLog(given, data),
  };
}

function readLog({ KOMMONS_LOG: log, KOMMONS_MODE: mode }: Values, data: string): LogTarget {
  if (log === 'stdout' || log === 'stderr') return { kind: log };
  if (log === undefined && mode === 'production') return { kind: 'stdout' };
  return { kind: 'file', file: resolve(data, log ?? 'kommons.log') };
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

function exposedDemo({ HOST: host, KOMMONS_ORIGIN: origin }: Environment): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (host !== undefined && !loopback.has(host)) {
    problems.push({
      setting: 'HOST',
      problem: 'demo mode has invented people, so it listens on loopback only',
    });
  }
  const name = origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : 'localhost';
  if (!loopback.has(name.replaceAll(/[[\]]/g, ''))) {
    problems.push({ setting: 'KOMMONS_ORIGIN', problem: 'demo mode is reached on loopback only' });
  }
  return problems;
}

function readProduction(given: Values, shared: Shared): ParsedConfig {
  const {
    KOMMONS_KEY: key,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    SMTP_URL: url,
    MAIL_FROM: from,
  } = given;
  if (
    key === undefined ||
    issuer === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    url === undefined ||
    from === undefined
  ) {
    return { ok: false, failure: missingSettings(given) };
  }
  const [organisation, ...subject] = given.KOMMONS_FIRST_ADMIN?.split(':') ?? [];
  return {
    ok: true,
    config: {
      mode: 'production',
      ...shared,
      key,
      signIn: {
        issuer,
        clientId,
        clientSecret,
        scope: given.OIDC_SCOPE,
        personalNumberClaim: given.OIDC_PERSONAL_NUMBER_CLAIM,
        acr: given.OIDC_ACR,
      },
      mail: { url, from },
      firstAdmin: organisation === undefined ? null : { organisation, subject: subject.join(':') },
    },
  };
}

const needed = [
  'DATABASE_URL',
  'KOMMONS_ORIGIN',
  'KOMMONS_KEY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'MAIL_FROM',
  'METRICS_TOKEN',
  'BEHIND_PROXY',
] as const;

function missingSettings(given: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  return needed
    .filter((name) => given[name] === undefined)
    .map((setting) => ({ setting, problem: `is missing: ${explainValue(setting)}` }));
}

function unsafeSettings(given: Environment): readonly ConfigProblem[] {
  const overHttp = (name: string): boolean => /^http:/i.test(given[name] ?? '');
  const rules: readonly (readonly [boolean, string, string])[] = [
    [overHttp('KOMMONS_ORIGIN'), 'KOMMONS_ORIGIN', 'must be https'],
    [overHttp('OIDC_ISSUER'), 'OIDC_ISSUER', 'must be https'],
    [
      !loopback.has(given['HOST'] ?? '127.0.0.1') && given['BEHIND_PROXY'] === 'no',
      'HOST',
      'opens a port without TLS to others: listen on loopback, or set BEHIND_PROXY=yes where only your proxy reaches it',
    ],
  ];
  return rules.flatMap(([broken, setting, problem]) => (broken ? [{ setting, problem }] : []));
}

function halfRoles(given: Environment): ConfigProblem | null {
  const { DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_JOBS_URL: jobs } = given;
  if ((app === undefined) !== (jobs === undefined)) {
    return {
      setting: app === undefined ? 'DATABASE_APP_URL' : 'DATABASE_JOBS_URL',
      problem: 'give both roles or none',
    };
  }
  if (app !== undefined && owner === undefined) {
    return { setting: 'DATABASE_URL', problem: 'is needed beside DATABASE_APP_URL, for migrations' };
  }
  return null;
}
