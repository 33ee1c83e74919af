import { basename } from 'node:path';
import { hash, openDefinition } from '../../kernel/index.ts';
import { readArguments } from './arguments.ts';
import { issueLine, oneLine, Unusable } from './failure.ts';
import { readDefinition, readJson } from './files.ts';
import { kindOf } from './kinds.ts';
import { asJson, said, type Outcome } from './outcome.ts';

export const VALIDATE_USAGE = 'kommons validate FILE';
export const HASH_USAGE = 'kommons hash FILE';
export const IMPORT_USAGE = 'kommons import --from xgov FILE';

/** Everything that is wrong with a definition, a line each; warnings do not make it unusable. */
export async function validateCommand(args: readonly string[]): Promise<Outcome> {
  const [file = ''] = readArguments(args, { line: VALIDATE_USAGE, files: 1 }).files;
  const opened = openDefinition(readJson(file));
  if (!opened.ok) {
    return {
      out: '',
      err: opened.failure.issues.map((issue) => `${issueLine(file, issue)}\n`).join(''),
      status: 2,
    };
  }
  const { rules, validate } = await kindOf(opened.definition);
  const issues = validate(opened.definition);
  const lines = issues.map(({ path, severity, message }) => {
    const place = path === '' ? '' : `${oneLine(path)}: `;
    return `${file}: ${place}${severity === 'warning' ? 'warning: ' : ''}${oneLine(message.en)}\n`;
  });
  const isValid = issues.every(({ severity }) => severity === 'warning');
  const out = isValid ? `${file}: valid, ${hash(opened.definition, rules)}\n` : '';
  return { out, err: lines.join(''), status: isValid ? 0 : 2 };
}

/** The hash of a definition's content. */
export async function hashCommand(args: readonly string[]): Promise<Outcome> {
  const [file = ''] = readArguments(args, { line: HASH_USAGE, files: 1 }).files;
  const definition = readDefinition(file);
  const { rules } = await kindOf(definition);
  return said(`${hash(definition, rules)}\n`);
}

/** A form in another format as a definition; what has no counterpart is told on standard error. */
export async function importCommand(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, { line: IMPORT_USAGE, files: 1, values: ['from'] });
  const [file = ''] = read.files;
  const from = read.value('from');
  if (from !== 'xgov') {
    throw new Unusable(
      `kommons: --from ${from === undefined ? 'is missing' : `${JSON.stringify(from)} is not known`}; write --from xgov`,
    );
  }
  const source = readJson(file);
  const { importXgov } = await import('../../modules/services/importers/xgov.ts');
  const imported = importXgov(source, { fileName: basename(file) });
  if (!imported.ok) throw new Unusable(`${file}: ${imported.issue.path}: ${oneLine(imported.issue.message)}`);
  const losses = imported.losses.map(({ path, what, kept }) => `${JSON.stringify({ path, what, kept })}\n`);
  return { out: asJson(imported.definition), err: losses.join(''), status: 0 };
}
