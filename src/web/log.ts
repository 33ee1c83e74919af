import type { LogLine } from './parts.ts';

/** Writes each line as one JSON object: time, level, event and what belongs to it. */
export function jsonLog(write: (text: string) => void, now: () => Date): (line: LogLine) => void {
  return (line) => write(`${JSON.stringify({ time: now().toISOString(), ...line })}\n`);
}
