import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import autocannon, { type Client, type Result } from 'autocannon';

/** One page as somebody's browser asks for it. */
export type Visit = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What it is counted with. */
  readonly kind: string;
};

/** What every browser takes. */
const encodings = { 'accept-encoding': 'gzip, deflate, br, zstd' };

export type Answer = { readonly html: string; readonly sent: Buffer };

/** The page as it was sent, and as it is read. Throws when it is not compressed, or no page. */
export function visit(origin: string, { path, headers }: Visit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, { headers: { ...headers, ...encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const sent = Buffer.concat(parts);
        if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'gzip') {
          reject(new Error(`${path}: ${String(response.statusCode)} ${String(response.headers.location)}`));
        } else {
          resolve({ sent, html: gunzipSync(sent).toString() });
        }
      });
    }).once('error', reject);
  });
}

/** Milliseconds of one answer. */
export type Time = { readonly kind: string; readonly milliseconds: number };
export type Measured = { readonly result: Result; readonly times: readonly Time[] };
export type Load = { readonly connections: number; readonly seconds: number };

/** Connections that each ask for one visit after the other without pausing, each beginning at another. */
export async function measure(
  origin: string,
  visits: readonly Visit[],
  { connections, seconds }: Load,
): Promise<Measured> {
  const times: Time[] = [];
  let begun = 0;
  const setupClient = (client: Client): void => {
    const from = Math.floor((begun * visits.length) / connections);
    begun += 1;
    let kind = '';
    client.setRequests(
      [...visits.slice(from), ...visits.slice(0, from)].map((one) => ({
        method: 'GET',
        path: one.path,
        headers: { ...one.headers, ...encodings },
        onResponse: () => {
          kind = one.kind;
        },
      })),
    );
    client.on('response', (_status, _bytes, milliseconds) => times.push({ kind, milliseconds }));
  };
  const result = await autocannon({ url: origin, connections, duration: seconds, setupClient });
  return { result, times };
}

/** The time that a part of the answers came within: 0.95 for p95. */
export function within(times: readonly Time[], part: number): number {
  const sorted = times.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}
