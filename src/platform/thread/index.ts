import { parentPort, Worker } from 'node:worker_threads';

/** Work that would keep everybody waiting, done beside the event loop: one piece at a time, each within a limit. */
export type Thread<Input, Output> = {
  /**
   * Rejects with `TookTooLong`, `TooManyWait`, or with what the work threw. Input and output are copied. An asker who
   * is named has one piece at a time: the others wait for no more of theirs than that.
   */
  readonly run: (input: Input, asker?: string) => Promise<Output>;
  readonly close: () => Promise<void>;
};

/** A piece of work was given up: whoever asks again gets the same answer, so the message is for the log. */
export class TookTooLong extends Error {
  readonly statusCode = 503;
  constructor(milliseconds: number) {
    super(`work beside the event loop was given up after ${milliseconds} ms`);
  }
}

/** So much waits already that more would only hold what others need: whoever asks again in a moment is let in. */
export class TooManyWait extends Error {
  readonly statusCode = 503;
  constructor() {
    super('too much waits to be done beside the event loop');
  }
}

type Asked<Input> = { readonly input: Input };
type Answered<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly message: string };

type Begun = { readonly worker: Worker; readonly ready: Promise<void> };

export type ThreadOptions = {
  /** The longest that one piece may take; 15 seconds unless given. */
  readonly limit?: number;
  /** A thread that nobody needs for so long ends; a minute unless given. */
  readonly idle?: number;
  /** Pieces that may wait or be done at once, each holding what its asker holds; 8 unless given. */
  readonly most?: number;
  /** Megabytes that its program may have of memory; what needs more is given up. */
  readonly megabytes?: number;
};

type State = {
  begun: Begun | null;
  last: Promise<unknown>;
  rest: NodeJS.Timeout | undefined;
  waiting: number;
  readonly askers: Set<string>;
  closed: boolean;
};

/** The program of `entry` must call `serveThread`. It is started when it is first needed. */
export function openThread<Input, Output>(
  entry: URL,
  { limit = 15_000, idle = 60_000, most = 8, megabytes }: ThreadOptions = {},
): Thread<Input, Output> {
  const state: State = {
    begun: null,
    last: Promise.resolve(),
    rest: undefined,
    waiting: 0,
    askers: new Set(),
    closed: false,
  };
  const end = async (): Promise<void> => {
    const { begun } = state;
    state.begun = null;
    clearTimeout(state.rest);
    await begun?.worker.terminate();
  };
  const once = async (input: Input): Promise<Output> => {
    if (state.closed) throw new Error('the thread is closed');
    clearTimeout(state.rest);
    const begun = (state.begun ??= begin({ entry, megabytes }, () => {
      if (state.begun === begun) state.begun = null;
    }));
    begun.worker.ref();
    try {
      // Its program may take a while to read, which is not the work's fault.
      await begun.ready;
      return await ask<Output>(begun.worker, { input, limit });
    } catch (error) {
      if (error instanceof TookTooLong) await end();
      throw error;
    } finally {
      begun.worker.unref();
      state.rest = setTimeout(() => void end(), idle).unref();
    }
  };
  return {
    run: async (input, asker) => {
      if (state.waiting >= most || (asker !== undefined && state.askers.has(asker))) throw new TooManyWait();
      state.waiting += 1;
      if (asker !== undefined) state.askers.add(asker);
      const mine = state.last.then(() => once(input));
      state.last = mine.catch(() => undefined);
      return mine.finally(() => {
        state.waiting -= 1;
        if (asker !== undefined) state.askers.delete(asker);
      });
    },
    close: async () => {
      state.closed = true;
      await end();
    },
  };
}

type Program = { readonly entry: URL; readonly megabytes: number | undefined };

function begin({ entry, megabytes }: Program, gone: () => void): Begun {
  const limits = megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } };
  const worker = new Worker(entry, limits);
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => undefined);
  worker.once('message', () => resolve());
  worker.on('error', reject);
  worker.on('exit', () => {
    reject(new Error('the thread stopped'));
    gone();
  });
  return { worker, ready };
}

type Asking = { readonly input: unknown; readonly limit: number };

async function ask<Output>(worker: Worker, { input, limit }: Asking): Promise<Output> {
  const { promise, resolve, reject } = Promise.withResolvers<Output>();
  const answered = (answer: Answered<Output>): void =>
    answer.ok ? resolve(answer.output) : reject(new Error(answer.message));
  const stopped = (): void => reject(new Error('the thread stopped'));
  const timer = setTimeout(() => reject(new TookTooLong(limit)), limit);
  worker.on('message', answered).on('error', reject).on('exit', stopped);
  worker.postMessage({ input } satisfies Asked<unknown>, []);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', answered).off('error', reject).off('exit', stopped);
  });
}

/** Answers whoever opened this thread; what is asked has the shape that the two have agreed on. */
export function serveThread(work: (input: never) => unknown): void {
  const answer = async (input: never): Promise<Answered<unknown>> => {
    try {
      return { ok: true, output: await work(input) };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  const reply = async ({ input }: Asked<never>): Promise<void> =>
    parentPort?.postMessage(await answer(input), []);
  parentPort?.postMessage('ready', []);
  parentPort?.on('message', (asked: Asked<never>) => void reply(asked));
}
