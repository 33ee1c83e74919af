import { Client } from 'pg';
import type { Kommons } from '../../tests/support/kommons-process.ts';
import { multipartOf } from '../../tests/support/upload.ts';
import { sheets } from '../../src/modules/systems/addresses.ts';
import type { Row } from '../table.ts';

/* One sheet with as many rows as all of Sweden's systems, sent as a file, looked over and taken in as people do it. */

const rowCount = 87_000;

const sheetOf = (rows: number): string =>
  [
    'Lokalt namn;Produkt;Systemägare;Antal användare;Kostnad per år',
    ...Array.from(
      { length: rows },
      (_, n) => `System nummer ${n + 1};Provköping Turplan;Chef ${n % 40};${(n % 900) + 1};${1000 + n}`,
    ),
  ].join('\r\n');

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

type Reader = { readonly organisation: string; readonly cookie: string };
type Sending = {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly organisation: string;
};

/** Sends it as a file; gives the address where it is looked over. */
async function send({ origin, headers, organisation }: Sending): Promise<URL> {
  const bytes = new TextEncoder().encode(sheetOf(rowCount));
  const { type, body } = multipartOf([['klistrat', '']], [{ field: 'fil', name: 'alla-system.csv', bytes }]);
  const sent = await fetch(`${origin}${sheets.begin.path.replace(':organisation', organisation)}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': type },
    body: new Uint8Array(body),
  });
  if (sent.status !== 303) throw new Error(`the sheet was not received: ${sent.status}`);
  return new URL(sent.headers.get('location') ?? '', origin);
}

/** What it would do; gives the fingerprint to say yes to. */
async function lookOver({ headers }: Sending, address: URL): Promise<string> {
  const page = await (await fetch(address, { headers })).text();
  const fingerprint = /name="avtryck" value="([^"]+)"/.exec(page)?.[1];
  if (fingerprint === undefined)
    throw new Error(`the sheet asks something: ${/<h1[^>]*>([^<]*)/.exec(page)?.[1]}`);
  return fingerprint;
}

async function sayYes({ headers }: Sending, address: URL, avtryck: string): Promise<void> {
  const taken = await fetch(`${address.href}/ta-in`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ avtryck }),
  });
  if (taken.status !== 303) throw new Error(`the sheet was not taken in: ${taken.status}`);
}

type Progress = { readonly state: string; readonly made: number };

/** Asked by a connection of its own each time: the database may have been started anew meanwhile. */
async function progress(kommons: Kommons, id: string): Promise<Progress> {
  const client = new Client({ connectionString: await kommons.ownerUrl() });
  await client.connect();
  try {
    const { rows } = await client.query<Progress>(
      `select state, (select count(*)::int from systems.usages u
          where u.organisation_id = s.organisation_id and u.facts ->> 'localName' like 'System nummer %') as made
       from systems.sheets s where id::text = $1`,
      [id],
    );
    return rows[0] ?? { state: 'gone', made: 0 };
  } finally {
    await client.end();
  }
}

/** Until all rows are systems. The application is killed halfway and started anew: what was begun goes on by itself. */
async function waitForAll(kommons: Kommons, id: string): Promise<void> {
  let killed = false;
  for (;;) {
    const { state, made } = await progress(kommons, id);
    if (state === 'taken' && made === rowCount && killed) return;
    if (state !== 'taking') throw new Error(`the sheet is ${state} with ${made} systems`);
    if (!killed && made > rowCount / 2) {
      killed = true;
      await kommons.killApp();
      await kommons.start();
    }
    await wait(500);
  }
}

const row = (what: string, time: string, target = ''): Row => ({
  'a sheet of 87,000 rows': what,
  seconds: time,
  target,
});

export async function importMany(
  kommons: Kommons,
  { organisation, cookie }: Reader,
): Promise<readonly Row[]> {
  const { origin } = kommons;
  const sending: Sending = { origin, headers: { cookie, origin }, organisation };
  const began = performance.now();
  const address = await send(sending);
  const sent = seconds(began);
  const looking = performance.now();
  const fingerprint = await lookOver(sending, address);
  const looked = seconds(looking);
  const taking = performance.now();
  await sayYes(sending, address, fingerprint);
  await waitForAll(kommons, address.pathname.split('/').at(-1) ?? '');
  return [
    row('sent and read', sent),
    row('looked over: what each row would do', looked),
    row('taken in, the application killed halfway and started again', seconds(taking)),
    row('all of it', seconds(began), 'under 120'),
  ];
}
