import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scan, ScanVerdict } from './index.ts';

export type ClamdAddress = { readonly host: string; readonly port: number };

/** The daemon may be silent for so long before the answer counts as missing, in milliseconds. */
const patience = 20_000;

/** A large file is looked through when all of it has come: a second more for so many bytes. */
const perSecond = 2_000_000;

const chunkSize = 64 * 1024;

/** What is small or comes in large pieces, in pieces as they are sent. */
async function* chunks(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of content instanceof Uint8Array ? [content] : content)
    for (let at = 0; at < piece.byteLength; at += chunkSize) yield piece.subarray(at, at + chunkSize);
}

/** The bytes as clamd's `INSTREAM` wants them: pieces with their length before, and an empty one last. */
async function* framed(
  content: Parameters<Scan>[0],
  done: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  let sent = 0;
  for await (const piece of chunks(content)) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.byteLength);
    yield length;
    yield piece;
    sent += piece.byteLength;
  }
  done(sent);
  yield Buffer.alloc(4);
}

const verdictOf = (reply: string): ScanVerdict => {
  if (/^stream: OK\0?$/.test(reply)) return 'clean';
  return / FOUND\0?$/.test(reply) ? 'infected' : 'unavailable';
};

async function send(socket: Socket, content: Parameters<Scan>[0]): Promise<void> {
  const wait = (bytes: number): void => void socket.setTimeout(patience + (bytes / perSecond) * 1000);
  await pipeline(Readable.from(framed(content, wait)), socket, { end: false }).catch(() => socket.destroy());
}

/**
 * Asks ClamAV's daemon, over TCP, whether a file is infected. Never throws: whatever goes wrong is
 * `unavailable`, and then the file is refused. Protocol: clamd(8), INSTREAM.
 */
export function clamdScanner({ host, port }: ClamdAddress): Scan {
  return (content) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      const replies: Buffer[] = [];
      socket.setTimeout(patience, () => socket.destroy());
      socket.on('data', (data) => replies.push(data));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(verdictOf(Buffer.concat(replies).toString('utf8'))));
      socket.on('connect', () => void send(socket, content));
    });
}
