import { connect } from 'node:net';

export type Heard = {
  /** The status of the first answer; null where the connection was closed without one. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Neither answer nor end within the time. */
  readonly hung: boolean;
};

/** Milliseconds until the sender gives up. */
const patience = 10_000;

/**
 * Sends bytes as they are and listens until there is a status line or the connection ends. `endAfter`: the
 * milliseconds after which the sender of what may be half a message says that it has no more.
 */
export function talk(port: number, bytes: Buffer, endAfter: number | null = null): Promise<Heard> {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let heard = '';
    const finish = (hung: boolean): void => {
      clearTimeout(giveUp);
      clearTimeout(noMore);
      socket.destroy();
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(heard)?.[1];
      const milliseconds = performance.now() - began;
      resolve({ status: status === undefined ? null : Number(status), milliseconds, hung });
    };
    const giveUp = setTimeout(() => finish(true), patience);
    const noMore = endAfter === null ? undefined : setTimeout(() => socket.end(), endAfter);
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('data', (data) => {
      heard += data.toString('latin1', 0, 200);
      if (heard.length > 12) finish(false);
    });
    socket.write(bytes);
  });
}
