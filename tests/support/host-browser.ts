import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer } from './sign-in-site.ts';

export type HostBrowser = {
  /** A whole address, at any host name; the server is the one of this machine. */
  readonly request: (address: string, form?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** What it keeps for a host. */
  readonly cookiesOf: (host: string) => Map<string, string>;
};

/** A browser without script that knows several hosts of one server: cookies by host, no redirect by itself. */
export function hostBrowser(port: number): HostBrowser {
  const jars = new Map<string, Map<string, string>>();
  const cookiesOf = (host: string): Map<string, string> => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const request: HostBrowser['request'] = async (address, form) => {
    const { host, hostname, origin, pathname, search } = new URL(address);
    const jar = cookiesOf(hostname);
    const body = form === undefined ? '' : new URLSearchParams(form).toString();
    const reply = await new Promise<Answer & { readonly set: readonly string[] }>((resolve, reject) => {
      const sent = send(
        {
          host: '127.0.0.1',
          port,
          path: pathname + search,
          method: form === undefined ? 'GET' : 'POST',
          timeout: 10_000,
          headers: {
            host,
            cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(form === undefined
              ? {}
              : {
                  origin,
                  'content-type': 'application/x-www-form-urlencoded',
                  'content-length': Buffer.byteLength(body),
                }),
          },
        },
        (response) => {
          const { statusCode: status = 0, headers } = response;
          const location =
            headers.location === undefined ? null : new URL(headers.location, address).toString();
          text(response).then(
            (read) => resolve({ status, location, body: read, set: headers['set-cookie'] ?? [] }),
            reject,
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
    for (const line of reply.set) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return { status: reply.status, location: reply.location, body: reply.body };
  };
  return { request, cookiesOf };
}
