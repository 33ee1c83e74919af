import { Worker } from 'node:worker_threads';
import type { InTurn, PdfDocument } from './document.ts';
import type { ThreadReply } from './thread.ts';

const thread = new URL('./thread.ts', import.meta.url);

/** Documents that may wait or be set at once; whoever asks holds a connection to the database meanwhile. */
const mostInTurn = 3;

/** Less than an idle transaction is let to live. */
const patienceMs = 20_000;

/**
 * Sets documents one after another in a thread of its own, which is started by the first and does not keep the
 * process alive. A document that the thread dies of, or that takes too long, fails alone.
 */
export function settingInTurn(): (document: PdfDocument) => Promise<InTurn> {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const open = (): Worker => new Worker(thread, { execArgv: [] }).on('error', () => (worker = null));
  const inThread = async (document: PdfDocument): Promise<Uint8Array> => {
    const running = (worker ??= open());
    try {
      const reply = await setIn(running, document);
      if (reply.kind === 'set') return reply.bytes;
      throw new Error(reply.message);
    } catch (error) {
      worker = null;
      void running.terminate();
      throw error;
    }
  };
  return async (document) => {
    if (waiting >= mostInTurn) return { ok: false, failure: { kind: 'busy' } };
    waiting += 1;
    const turn = last.then(() => inThread(document));
    last = turn.catch(() => undefined);
    try {
      return { ok: true, value: await turn };
    } finally {
      waiting -= 1;
    }
  };
}

function setIn(worker: Worker, document: PdfDocument): Promise<ThreadReply> {
  const { promise, resolve, reject } = Promise.withResolvers<ThreadReply>();
  const fail = (why: string) => (): void => reject(new Error(why));
  const ended = fail('the thread that sets documents ended');
  const timer = setTimeout(fail('the document takes too long to set'), patienceMs);
  worker.ref();
  worker.on('message', resolve).on('error', reject).on('exit', ended);
  worker.postMessage(document, []);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', reject).off('exit', ended);
    worker.unref();
  });
}
