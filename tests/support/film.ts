import { request } from 'node:http';
import { Readable } from 'node:stream';
import { sampleMp4 } from '../../src/modules/guides/media/film/samples.ts';

const megabyte = 1024 * 1024;

/** Picture and sound of a large film: a megabyte, no two of them alike. */
const pieceOf = (index: number): Buffer => Buffer.alloc(megabyte, `bild och ljud ${index} `);

/** An mp4 of a little more than so many megabytes, a piece at a time: never more of it is in memory. */
export function* largeFilm(megabytes: number, secret: string): Generator<Buffer> {
  yield sampleMp4({ secret });
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + megabytes * megabyte);
  head.write('mdat', 4, 'latin1');
  yield head;
  for (let index = 0; index < megabytes; index += 1) yield pieceOf(index);
}

export const lengthOf = (megabytes: number, secret: string): number =>
  sampleMp4({ secret }).byteLength + 8 + megabytes * megabyte;

export type Sending = {
  readonly origin: string;
  readonly address: string;
  readonly authorization: string;
  readonly fields?: readonly (readonly [string, string])[];
  readonly field: string;
  readonly length: number;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Ends the connection in the middle, when it is given. */
  readonly signal?: AbortSignal;
};

export type Answer = {
  readonly status: number;
  readonly location: string;
  readonly text: string;
};

const boundary = '----kommons-film';

/** Sends a form with one large file over a connection, as a browser does, a piece at a time. */
export async function sendLarge(sending: Sending): Promise<Answer> {
  const { origin, address, authorization, fields = [], field, length, content, signal } = sending;
  const typed = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const before = `${typed.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n`;
  const after = `\r\n--${boundary}--\r\n`;
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(before);
    yield* content;
    yield Buffer.from(after);
  };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request(`${origin}${address}`, {
    method: 'POST',
    // What is answered before all of it has come leaves a connection that nothing else can use.
    agent: false,
    headers: {
      authorization,
      origin,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': Buffer.byteLength(before) + length + Buffer.byteLength(after),
    },
    ...(signal === undefined ? {} : { signal }),
  });
  sent.once('error', reject);
  sent.once('response', (response) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.once('error', reject);
    response.once('end', () => {
      sent.destroy();
      resolve({
        status: response.statusCode ?? 0,
        location: response.headers.location ?? '',
        text: Buffer.concat(pieces).toString('utf8'),
      });
    });
  });
  const body = Readable.from(whole());
  body.once('error', reject);
  sent.once('close', () => body.destroy());
  body.pipe(sent);
  return promise;
}
