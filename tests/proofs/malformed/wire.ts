import { connect } from 'node:net';

export type Heard = {
  /** The status of the first answer; null where the connection was closed without one. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Neither answer nor end within the time. */
  readonly hung: boolean;
};

/** Milliseconds after which a sender with half a message says that it has no more. */
const silence = 1000;

/** Sends bytes as they are and listens until there is a status line or the connection ends. */
export function talk(port: number, bytes: Buffer, patience: number): Promise<Heard> {
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
    const noMore = setTimeout(() => socket.end(), silence);
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('data', (data) => {
      heard += data.toString('latin1', 0, 200);
      if (heard.length > 12) finish(false);
    });
    socket.write(bytes);
  });
}
