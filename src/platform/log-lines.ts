import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LogTarget } from './config/index.ts';

export type LogLines = {
  /** Takes a whole line with its end. */
  readonly write: (line: string) => void;
  /** When everything that was taken is written. */
  readonly close: () => Promise<void>;
};

/** A log file that is larger when it is opened begins anew, beside the one before (`.1`). */
const largest = 10 * 1024 * 1024;

/** Opens the place of the structured log. A file is appended to, and is only its owner's to read. */
export async function openLogLines(target: LogTarget): Promise<LogLines> {
  switch (target.kind) {
    case 'stdout':
    case 'stderr': {
      const stream = process[target.kind];
      return { write: (line) => void stream.write(line), close: async () => undefined };
    }
    case 'file':
      return toFile(target.file);
  }
}

async function toFile(file: string): Promise<LogLines> {
  await mkdir(path.dirname(file), { recursive: true });
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largest) await rename(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  await opened(stream);
  // A full disk must not end the service: what could not be written is lost.
  stream.on('error', () => undefined);
  return {
    write: (line) => void stream.write(line),
    close: () => new Promise((resolve) => void stream.end(resolve)),
  };
}

function opened(stream: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
}
