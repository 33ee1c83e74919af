import { connect } from 'node:net';
import type { Scan, ScanVerdict } from './index.ts';

export type ClamdAddress = { readonly host: string; readonly port: number };

/** One scan may take this long before the answer counts as missing. */
const patience = 20_000;

const chunkSize = 64 * 1024;

/** The bytes as clamd's `INSTREAM` wants them: pieces with their length before, and an empty one last. */
function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.byteLength; at += chunkSize) {
    const piece = bytes.subarray(at, at + chunkSize);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.byteLength);
    yield length;
    yield piece;
  }
  yield Buffer.alloc(4);
}

const verdictOf = (reply: string): ScanVerdict => {
  if (/^stream: OK\0?$/.test(reply)) return 'clean';
  return / FOUND\0?$/.test(reply) ? 'infected' : 'unavailable';
};

/**
 * Asks ClamAV's daemon, over TCP, whether a file is infected. Never throws: whatever goes wrong is
 * `unavailable`, and then the file is refused. Protocol: clamd(8), INSTREAM.
 */
export function clamdScanner({ host, port }: ClamdAddress): Scan {
  return (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      const replies: Buffer[] = [];
      socket.setTimeout(patience, () => socket.destroy());
      socket.on('data', (data) => replies.push(data));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(verdictOf(Buffer.concat(replies).toString('utf8'))));
      socket.on('connect', () => {
        for (const piece of framed(bytes)) socket.write(piece);
      });
    });
}
