import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import test from 'node:test';
import { z } from 'zod';
import { assertFreePort } from './port.ts';

const Listening = z.object({ port: z.number() }) satisfies z.ZodType<Pick<AddressInfo, 'port'>>;

test('a port that is taken is told with what to do, and a free one is left free', async () => {
  const host = '127.0.0.1';
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, host, resolve));
  const { port } = Listening.parse(other.address());
  await assert.rejects(assertFreePort({ port, host }), {
    message: `Port ${port} is in use already, perhaps by a Kommons that is running. Stop it, or choose another port: PORT=${port + 1} npm start`,
  });
  await new Promise((resolve) => void other.close(resolve));
  await assertFreePort({ port, host });
  await assertFreePort({ port, host });
  await assertFreePort({ port: 0, host });
  await assert.rejects(assertFreePort({ port, host: '203.0.113.1' }), /no address 203\.0\.113\.1/);
});
