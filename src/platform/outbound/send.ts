import { request as overHttp, type ClientRequest, type RequestOptions } from 'node:http';
import { request as overTls } from 'node:https';

export type Sending = {
  readonly url: URL;
  /** The address that the name was found to have, and that is connected to. */
  readonly to: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
};

/** As much of an answer as is taken in; nobody reads it. */
const mostTaken = 64 * 1024;

function open({ url, to, headers, body, signal }: Sending): ClientRequest {
  const options: RequestOptions = {
    method: 'POST',
    host: to,
    path: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      host: url.host,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    },
    signal,
    maxHeaderSize: 16 * 1024,
    // A connection of its own each time: none is left open to an address that was checked long ago.
    agent: false,
  };
  if (url.protocol === 'http:') return overHttp({ ...options, port: url.port === '' ? 80 : url.port });
  return overTls({ ...options, port: url.port === '' ? 443 : url.port, servername: url.hostname });
}

/** Sends to one address and gives the answer's status. Redirects are answers like any other. */
export function send(sending: Sending): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = open(sending);
  request.once('error', reject);
  request.once('response', (response) => {
    let taken = 0;
    const done = (): void => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    };
    response.on('data', (part: Buffer) => {
      taken += part.length;
      if (taken > mostTaken) done();
    });
    response.once('end', done);
    response.once('error', done);
  });
  request.end(sending.body);
  return promise;
}
