import { createServer } from 'node:net';

type Address = { readonly port: number; readonly host: string };

function explain(code: string, { port, host }: Address): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use already, perhaps by a Kommons that is running. Stop it, or choose another port: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose a port above 1023: PORT=4300 npm start`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${host}. Set HOST to one that it has.`;
    default:
      return null;
  }
}

/**
 * Makes sure that the address can be listened on, before anything else is started. Throws with what to do where it
 * cannot. Port 0 is always free.
 */
export async function assertFreePort(address: Address): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ ...address, exclusive: true }, resolve);
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = explain(code, address);
    throw message === null ? error : new Error(message, { cause: error });
  }
  await new Promise((resolve) => void server.close(resolve));
}
