import { readFileSync, statSync } from 'node:fs';
import { openDefinition, parseJsonText, type Definition } from '../../kernel/index.ts';
import { issueLine, oneLine, syntaxFault, Unusable } from './failure.ts';

/** A definition of 10,000 elements is about 3 MB. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The text of a file; `-` is standard input. Throws `Unusable`. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  if (bytes.length > MOST_BYTES) throw tooLarge(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unusable(`${file}: is not text in UTF-8; save it as UTF-8`);
  }
}

function readBytes(file: string): Buffer {
  try {
    if (file !== '-' && statSync(file).size > MOST_BYTES) throw tooLarge(file);
    return readFileSync(file === '-' ? process.stdin.fd : file);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${file}: ${sayReadFault(error)}`);
  }
}

function tooLarge(file: string): Unusable {
  return new Unusable(`${file}: is larger than ${MOST_BYTES / 1024 / 1024} MB; divide the definition`);
}

function sayReadFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file; check the name';
  if (code === 'EISDIR') return 'is a folder; give a file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check who owns it and its permissions';
  return `cannot be read (${oneLine(error instanceof Error ? error.message : String(error))}); try again`;
}

/** The JSON value in a file. Throws `Unusable` with line and column. */
export function readJson(file: string): unknown {
  const parsed = parseJsonText(readText(file));
  if (!parsed.ok) throw syntaxFault(file, parsed.failure);
  return parsed.value;
}

/** The definition in a file, of the newest format. Throws `Unusable` with the first fault's path. */
export function readDefinition(file: string): Definition {
  const opened = openDefinition(readJson(file));
  if (opened.ok) return opened.definition;
  const [first] = opened.failure.issues;
  const more = opened.failure.issues.length - 1;
  const line = first === undefined ? `${file}: is no definition; see kommons help` : issueLine(file, first);
  throw new Unusable(more > 0 ? `${line} (and ${more} more; see kommons validate)` : line);
}
