import { readFileSync, statSync } from 'node:fs';
import { openDefinition, parseJsonText, type Definition } from '../../kernel/index.ts';
import { issueLine, oneLine, syntaxFault, Unusable } from './failure.ts';

/** A definition of 10,000 elements is about 3 MB. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The text of a file; `-` is standard input. Messages call it `name`. Throws `Unusable`. */
export function readText(file: string, name = file): string {
  const bytes = readBytes(file, name);
  if (bytes.length > MOST_BYTES) throw tooLarge(name);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unusable(`${name}: is not text in UTF-8; save it as UTF-8`);
  }
}

function readBytes(file: string, name: string): Buffer {
  try {
    if (file !== '-' && statSync(file).size > MOST_BYTES) throw tooLarge(name);
    return readFileSync(file === '-' ? process.stdin.fd : file);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${name}: ${sayReadFault(error)}`);
  }
}

function tooLarge(name: string): Unusable {
  return new Unusable(`${name}: is larger than ${MOST_BYTES / 1024 / 1024} MB; divide the definition`);
}

function sayReadFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file; check the name';
  if (code === 'EISDIR') return 'is a folder; give a file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; check who owns it and its permissions';
  return `cannot be read (${oneLine(error instanceof Error ? error.message : String(error))}); try again`;
}

/** The JSON value in a file. Throws `Unusable` with line and column. */
export function readJson(file: string, name = file): unknown {
  const parsed = parseJsonText(readText(file, name));
  if (!parsed.ok) throw syntaxFault(name, parsed.failure);
  return parsed.value;
}

/** The definition in a file, of the newest format. Throws `Unusable` with the first fault's path. */
export function readDefinition(file: string, name = file): Definition {
  const opened = openDefinition(readJson(file, name));
  if (opened.ok) return opened.definition;
  const [first] = opened.failure.issues;
  const more = opened.failure.issues.length - 1;
  const line = first === undefined ? `${name}: is no definition; see kommons help` : issueLine(name, first);
  throw new Unusable(more > 0 ? `${line} (and ${more} more; see kommons validate)` : line);
}
