/** One environment variable: the README's table and the parser read the same list. */
export type Setting = {
  readonly name: string;
  readonly meaning: string;
  /** Shown in the table; null where there is none. */
  readonly default: string | null;
  readonly neededInProduction: boolean;
  /** What to give in production, where the meaning speaks of what is so without it. */
  readonly wanted: string | null;
  /** Never shown or logged. */
  readonly secret: boolean;
};

const setting = (
  name: string,
  fallback: string | null,
  meaning: string,
  marks: { readonly needed?: true; readonly secret?: true; readonly wanted?: string } = {},
): Setting => ({
  name,
  meaning,
  default: fallback,
  neededInProduction: marks.needed ?? false,
  wanted: marks.wanted ?? null,
  secret: marks.secret ?? false,
});

export const settings: readonly Setting[] = [
  setting('KOMMONS_MODE', 'demo', '`demo` (this machine only, invented people) or `production`'),
  setting('PORT', '4300', 'the port that is listened on'),
  setting('HOST', '127.0.0.1', 'the address that is listened on; demo mode allows loopback only'),
  setting('KOMMONS_DATA', '.data', 'folder for the embedded database, uploaded files and keys'),
  setting(
    'DATABASE_URL',
    null,
    'PostgreSQL 15 or newer, with an owner of the database; without it an embedded server runs in demo mode',
    {
      needed: true,
      secret: true,
      wanted:
        'production needs a PostgreSQL server of yours, 15 or newer: postgresql://OWNER:PASSWORD@HOST/DATABASE, where the user owns the database',
    },
  ),
  setting(
    'DATABASE_APP_URL',
    null,
    'the same database as the role `kommons_app`, where you create the roles yourself',
    {
      secret: true,
    },
  ),
  setting(
    'DATABASE_JOBS_URL',
    null,
    'the same database as the role `kommons_jobs`, where you create the roles yourself',
    {
      secret: true,
    },
  ),
  setting('DATABASE_CONNECTIONS', '16', 'connections to the database at most, for each app process'),
  setting('KOMMONS_ORIGIN', 'http://127.0.0.1:PORT', 'the public address, `https://` and a host name', {
    needed: true,
  }),
  setting(
    'KOMMONS_KEY',
    'a file in the data folder',
    'at least 32 random bytes in base64; other keys are derived from it',
    {
      needed: true,
      secret: true,
    },
  ),
  setting('OIDC_ISSUER', 'a local provider', 'the identity provider (OpenID Connect)', { needed: true }),
  setting('OIDC_CLIENT_ID', null, 'the client that the provider knows Kommons as', { needed: true }),
  setting('OIDC_CLIENT_SECRET', null, 'its secret', { needed: true, secret: true }),
  setting('OIDC_SCOPE', 'openid profile', 'what is asked of the provider, separated by spaces'),
  setting(
    'OIDC_PERSONAL_NUMBER_CLAIM',
    'https://id.oidc.se/claim/personalIdentityNumber',
    'the claim that holds a personal number of twelve digits',
  ),
  setting('OIDC_ACR', null, 'levels of assurance that are let in, separated by spaces; empty lets all in'),
  setting(
    'KOMMONS_FIRST_ADMIN',
    null,
    '`SLUG:SUBJECT`: who (`sub` at the provider) administers which organisation first',
  ),
  setting('SMTP_URL', 'letters stay in the mailbox page', '`smtp://` or `smtps://`, with user and password', {
    needed: true,
    secret: true,
  }),
  setting('MAIL_FROM', null, 'sender of letters, such as `Kommons <kommons@example.se>`', { needed: true }),
  setting(
    'CLAMD_ADDRESS',
    null,
    'HOST:PORT of ClamAV’s daemon, which looks at every file; production refuses files without it',
  ),
  setting('METRICS_TOKEN', null, 'bearer token for `/metrics`; without it there are no metrics', {
    needed: true,
    secret: true,
    wanted: 'the bearer token that your monitoring shows at /metrics: openssl rand -hex 24',
  }),
  setting('BEHIND_PROXY', 'no', '`yes` where a proxy of yours ends TLS and sets `X-Forwarded-*`', {
    needed: true,
    wanted:
      'yes where a proxy of yours ends TLS and sets X-Forwarded-*, which production is made for; else no',
  }),
  setting(
    'KOMMONS_LOG',
    '`kommons.log` in the data folder in demo mode, else `stdout`',
    'where the structured log goes: `stdout`, `stderr` or a file, named from the data folder',
  ),
  setting(
    'OUTBOUND_ALSO',
    null,
    'origins (`https://mottagare.kommun.lan:9443`), separated by spaces, that webhooks may reach although they are inside your network, at other ports than 443 and 8443 or without TLS',
  ),
  setting('REQUESTS_PER_MINUTE', '600', 'requests a minute from one address; 0 is no limit'),
];
