import { describeIssue, type Issue, type JsonFault } from '../../kernel/index.ts';

/** Input that a command cannot use: told in one line on standard error, with exit status 2. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** `file:line:column: what is wrong; what to do`. */
export function syntaxFault(file: string, fault: JsonFault): Unusable {
  return new Unusable(`${file}:${fault.line}:${fault.column}: ${sayFault(fault)}`);
}

function sayFault({ kind, found }: JsonFault): string {
  switch (kind) {
    case 'empty':
      return 'the file is empty; a definition begins with {';
    case 'unexpected':
      return `${JSON.stringify(found)} cannot stand here in JSON; remove it or write what is missing before it`;
    case 'unfinished':
      return 'the file ends too early; close what is open';
    case 'bad-text':
      return `${JSON.stringify(found)} cannot stand in a quoted text; escape it with a backslash`;
    case 'bad-number':
      return 'this is no number in JSON; write it as 12 or 0.5, or put it in quotes';
    case 'duplicate-key':
      return `the name ${JSON.stringify(found)} is given twice in one object; keep one of them`;
    case 'too-deep':
      return 'the lists and objects lie too deep; flatten the file';
    case 'after-end':
      return `${JSON.stringify(found)} comes after the end of the value; remove it`;
  }
}

/** `file: path: what is wrong; what to do`. */
export function issueLine(file: string, issue: Issue): string {
  const words = describeIssue(issue, 'en');
  return `${file}: ${issue.path === '' ? '' : `${oneLine(issue.path)}: `}${oneLine(words)}`;
}

/** A file's words may hold line breaks and signs that steer a terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
