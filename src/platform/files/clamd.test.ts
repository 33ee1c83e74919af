import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { clamdScanner } from './clamd.ts';

/** Speaks clamd's protocol: takes the stream apart and says FOUND where the content has the word. */
function answer(socket: Socket): void {
  let received = Buffer.alloc(0);
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    const command = 'zINSTREAM\0'.length;
    let at = command;
    const content: Buffer[] = [];
    while (received.length >= at + 4) {
      const length = received.readUInt32BE(at);
      if (length === 0) {
        const infected = Buffer.concat(content).includes('virus');
        socket.end(infected ? 'stream: Test.Word FOUND\0' : 'stream: OK\0');
        return;
      }
      if (received.length < at + 4 + length) return;
      content.push(received.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  });
}

async function listening(handle: (socket: Socket) => void) {
  const server = createServer(handle);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const { port }: AddressInfo = address;
  return { scan: clamdScanner({ host: '127.0.0.1', port }), close: () => server.close() };
}

test('a file is clean or infected as the daemon says, whatever its size', async () => {
  const { scan, close } = await listening(answer);
  assert.equal(await scan(new TextEncoder().encode('a letter')), 'clean');
  assert.equal(await scan(new TextEncoder().encode('a virus')), 'infected');
  const large = new Uint8Array(3_000_000);
  large.set(new TextEncoder().encode('virus'), 2_900_000);
  assert.equal(await scan(large), 'infected');
  assert.equal(await scan(new Uint8Array(0)), 'clean');
  close();
});

test('a daemon that is away, hangs up or speaks nonsense makes the file unscanned', async () => {
  const nonsense = await listening((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
  assert.equal(await nonsense.scan(new Uint8Array(10)), 'unavailable');
  nonsense.close();
  const rude = await listening((socket) => socket.destroy());
  assert.equal(await rude.scan(new Uint8Array(10)), 'unavailable');
  rude.close();
  assert.equal(await clamdScanner({ host: '127.0.0.1', port: 1 })(new Uint8Array(10)), 'unavailable');
});

async function* pieces(last: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < 30; n += 1) yield new Uint8Array(100_000);
  if (last === 'fault') throw new Error('the disk is gone');
  yield new TextEncoder().encode(last);
}

test('what comes piece by piece is looked through as it comes, and a source that fails is no clean file', async () => {
  const { scan, close } = await listening(answer);
  assert.equal(await scan(pieces('letter')), 'clean');
  assert.equal(await scan(pieces('virus')), 'infected');
  assert.equal(await scan(pieces('fault')), 'unavailable');
  close();
});
