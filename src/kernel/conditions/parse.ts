import { Cursor, stop, SyntaxStop } from './cursor.ts';
import { isDay } from '../dates/index.ts';
import type { At, Comparison, ConditionIssue, Expression, FunctionName, Test } from './expression.ts';
import { functions } from './expression.ts';
import { didYouMean } from './messages.ts';
import { nearest } from './nearest.ts';
import { knownNames, tokenise } from './tokens.ts';
import type { KnownNames } from './tokens.ts';

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly issue: ConditionIssue };

/** The longest condition that is read, in characters. */
export const longestCondition = 4000;

/**
 * Parses a condition in FEEL (DMN 1.3, clause 10; the part described in `expression.ts`).
 *
 * @param names What a condition may name. With them `a-b` is the name where it is known, else the subtraction
 *   where both `a` and `b` are known. Without them it is always the name.
 * @returns The expression, or the first thing that does not fit with its place in the text.
 */
export function parseCondition(text: string, names?: Iterable<string> | Names): Parsed {
  if (text.length > longestCondition) {
    const message = {
      sv: `Villkoret är längre än ${longestCondition} tecken. Dela upp det i flera villkor.`,
      en: `The condition is longer than ${longestCondition} characters. Divide it into several conditions.`,
    };
    return { ok: false, issue: { kind: 'too-large', at: { start: 0, end: text.length }, message } };
  }
  const known = names === undefined ? undefined : names instanceof Names ? names.known : knownNames(names);
  const split = tokenise(text, known);
  if (!split.ok) return { ok: false, issue: { kind: 'syntax', ...split.failure } };
  const end = { start: text.length, end: text.length };
  const cursor = new Cursor(split.tokens, { kind: 'end', text: '', at: end });
  try {
    const parsed = expression(cursor);
    if (cursor.token.kind !== 'end') cursor.fail('and');
    return { ok: true, expression: parsed };
  } catch (error) {
    if (error instanceof SyntaxStop) return { ok: false, issue: error.issue };
    throw error;
  }
}

/** A set of names prepared once for the parsing of many conditions. */
export class Names {
  readonly known: KnownNames;
  constructor(names: Iterable<string>) {
    this.known = knownNames(names);
  }
}

function expression(cursor: Cursor): Expression {
  return disjunction(cursor);
}

function from(cursor: Cursor, start: number): At {
  return { start, end: cursor.readTo };
}

function disjunction(cursor: Cursor): Expression {
  return chain(cursor, 'or', () => chain(cursor, 'and', () => comparison(cursor)));
}

function chain(cursor: Cursor, kind: 'and' | 'or', operand: () => Expression): Expression {
  const { start } = cursor.token.at;
  const first = operand();
  if (!cursor.isKeyword(kind)) return first;
  const terms = [first];
  while (cursor.takeKeyword(kind)) terms.push(operand());
  const flat = terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
  return { kind, terms: flat, at: from(cursor, start) };
}

function comparisonOperator(cursor: Cursor): Comparison | undefined {
  if (cursor.token.kind !== 'symbol') return undefined;
  switch (cursor.token.text) {
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return cursor.token.text;
    default:
      return undefined;
  }
}

function comparison(cursor: Cursor): Expression {
  const { start } = cursor.token.at;
  const value = sum(cursor);
  const operator = comparisonOperator(cursor);
  if (operator !== undefined) {
    cursor.next();
    const right = sum(cursor);
    return { kind: 'compare', operator, left: value, right, at: from(cursor, start) };
  }
  if (cursor.takeKeyword('between')) {
    const low = sum(cursor);
    cursor.expect('keyword', 'and');
    const high = sum(cursor);
    return { kind: 'between', value, low, high, at: from(cursor, start) };
  }
  if (cursor.takeKeyword('in')) {
    const tests = cursor.nested(() => testsAfterIn(cursor));
    return { kind: 'in', value, tests, at: from(cursor, start) };
  }
  return value;
}

/** One test, or several in parentheses; `(1..3)` is a range without its ends. */
function testsAfterIn(cursor: Cursor): readonly Test[] {
  if (!cursor.isSymbol('(')) return [test(cursor)];
  const { start } = cursor.next().at;
  const first = test(cursor);
  if (first.kind === 'member-of' && cursor.takeSymbol('..')) {
    return [rangeEnd(cursor, { low: first.value, lowIncluded: false, start })];
  }
  const tests = [first];
  while (cursor.takeSymbol(',')) tests.push(test(cursor));
  cursor.expect('symbol', ')');
  return tests;
}

function test(cursor: Cursor): Test {
  const { start } = cursor.token.at;
  const operator = comparisonOperator(cursor);
  if (operator !== undefined) {
    cursor.next();
    const value = sum(cursor);
    return { kind: 'unary', operator, value, at: from(cursor, start) };
  }
  if (cursor.takeSymbol(']')) return openRange(cursor, start);
  if (!cursor.isSymbol('[')) {
    const value = sum(cursor);
    return { kind: 'member-of', value, at: from(cursor, start) };
  }
  cursor.next();
  if (cursor.takeSymbol(']')) {
    return {
      kind: 'member-of',
      value: { kind: 'list', items: [], at: from(cursor, start) },
      at: from(cursor, start),
    };
  }
  const low = cursor.nested(() => expression(cursor));
  if (cursor.takeSymbol('..')) return rangeEnd(cursor, { low, lowIncluded: true, start });
  const items = listAfterFirst(cursor, low);
  const value: Expression = { kind: 'list', items, at: from(cursor, start) };
  return { kind: 'member-of', value, at: from(cursor, start) };
}

function openRange(cursor: Cursor, start: number): Test {
  const low = sum(cursor);
  cursor.expect('symbol', '..');
  return rangeEnd(cursor, { low, lowIncluded: false, start });
}

function rangeEnd(cursor: Cursor, begun: { low: Expression; lowIncluded: boolean; start: number }): Test {
  const high = sum(cursor);
  const highIncluded = cursor.isSymbol(']');
  if (!highIncluded && !cursor.isSymbol(')', '[')) cursor.fail(']');
  cursor.next();
  const { low, lowIncluded, start } = begun;
  return { kind: 'range', low, high, lowIncluded, highIncluded, at: from(cursor, start) };
}

function listAfterFirst(cursor: Cursor, first: Expression): readonly Expression[] {
  const items = [first];
  while (cursor.takeSymbol(',')) items.push(cursor.nested(() => expression(cursor)));
  cursor.expect('symbol', ']');
  return items;
}

function sum(cursor: Cursor): Expression {
  const { start } = cursor.token.at;
  let left = product(cursor);
  while (cursor.isSymbol('+', '-')) {
    const operator = cursor.next().text === '+' ? '+' : '-';
    left = { kind: 'arithmetic', operator, left, right: product(cursor), at: from(cursor, start) };
  }
  return left;
}

function product(cursor: Cursor): Expression {
  const { start } = cursor.token.at;
  let left = signed(cursor);
  while (cursor.isSymbol('*', '/')) {
    const operator = cursor.next().text === '*' ? '*' : '/';
    left = { kind: 'arithmetic', operator, left, right: signed(cursor), at: from(cursor, start) };
  }
  return left;
}

function signed(cursor: Cursor): Expression {
  const { start } = cursor.token.at;
  if (!cursor.takeSymbol('-')) return primary(cursor);
  const value = cursor.nested(() => signed(cursor));
  const at = from(cursor, start);
  return value.kind === 'literal' && typeof value.value === 'number'
    ? { kind: 'literal', value: 0 - value.value, at }
    : { kind: 'negate', value, at };
}

function primary(cursor: Cursor): Expression {
  const { token } = cursor;
  switch (token.kind) {
    case 'number':
      cursor.next();
      return number(token.text, token.at);
    case 'string':
      cursor.next();
      return { kind: 'literal', value: unquote(token.text, token.at), at: token.at };
    case 'name':
      return name(cursor);
    case 'function':
      return call(cursor);
    case 'keyword':
      return keyword(cursor);
    case 'symbol':
      return bracketed(cursor);
    case 'end':
      return cursor.fail();
  }
}

function number(text: string, at: At): Expression {
  const value = Number(text);
  if (Number.isFinite(value)) return { kind: 'literal', value, at };
  return stop(at, {
    sv: `Talet ${text.slice(0, 20)} är för stort. Skriv ett mindre tal.`,
    en: `The number ${text.slice(0, 20)} is too large. Write a smaller one.`,
  });
}

function unquote(text: string, at: At): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return value;
  } catch {
    // Said below: the text holds an escape or a line break that JSON and FEEL do not have.
  }
  return stop(at, {
    sv: 'Texten har ett radbrott eller ett omvänt snedstreck som inte kan läsas. Skriv \\n eller \\\\.',
    en: 'The text holds a line break or a backslash that cannot be read. Write \\n or \\\\.',
  });
}

function name(cursor: Cursor): Expression {
  const token = cursor.next();
  if (cursor.isSymbol('(')) return unknownFunction(token.text, token.at);
  if (!cursor.takeSymbol('.')) return { kind: 'name', name: token.text, at: token.at };
  if (cursor.token.kind !== 'name') cursor.fail();
  const member = cursor.next();
  return { kind: 'member', of: token.text, name: member.text, at: from(cursor, token.at.start) };
}

function unknownFunction(text: string, at: At): never {
  const suggestion = nearest(text, Object.keys(functions));
  const [sv, en] = didYouMean(suggestion);
  const message = {
    sv: `Funktionen ”${text}” finns inte.${sv}`,
    en: `There is no function “${text}”.${en}`,
  };
  return stop(at, message, 'unknown-function', suggestion);
}

function isFunction(text: string): text is FunctionName {
  return Object.hasOwn(functions, text);
}

function call(cursor: Cursor): Expression {
  const token = cursor.next();
  const { text } = token;
  if (!isFunction(text)) return unknownFunction(text, token.at);
  cursor.expect('symbol', '(');
  const given = cursor.nested(() => callArguments(cursor));
  const at = from(cursor, token.at.start);
  const wanted = functions[text];
  if (given.length === wanted) return { kind: 'call', name: text, arguments: given, at };
  return stop(
    at,
    {
      sv: `Funktionen ”${text}” ska ha ${wanted} värden inom parentesen, inte ${given.length}.`,
      en: `The function “${text}” takes ${wanted} values between its parentheses, not ${given.length}.`,
    },
    'wrong-arguments',
  );
}

function callArguments(cursor: Cursor): readonly Expression[] {
  if (cursor.takeSymbol(')')) return [];
  const given = [expression(cursor)];
  while (cursor.takeSymbol(',')) given.push(expression(cursor));
  cursor.expect('symbol', ')');
  return given;
}

function keyword(cursor: Cursor): Expression {
  const { text, at } = cursor.token;
  switch (text) {
    case 'true':
    case 'false':
      cursor.next();
      return { kind: 'literal', value: text === 'true', at };
    case 'null':
      cursor.next();
      return { kind: 'literal', value: null, at };
    case 'date':
      return date(cursor);
    case 'if':
      return choice(cursor);
    default:
      return cursor.fail();
  }
}

function date(cursor: Cursor): Expression {
  const { start } = cursor.next().at;
  cursor.expect('symbol', '(');
  if (cursor.token.kind !== 'string') cursor.fail('"2026-12-31"');
  const token = cursor.next();
  const value = unquote(token.text, token.at);
  if (!isDay(value)) {
    stop(token.at, {
      sv: `”${value}” är inget datum. Skriv till exempel date("2026-12-31").`,
      en: `“${value}” is not a date. Write for example date("2026-12-31").`,
    });
  }
  cursor.expect('symbol', ')');
  return { kind: 'date', value, at: from(cursor, start) };
}

function choice(cursor: Cursor): Expression {
  const { start } = cursor.next().at;
  return cursor.nested(() => {
    const condition = expression(cursor);
    cursor.expect('keyword', 'then');
    const yes = expression(cursor);
    cursor.expect('keyword', 'else');
    const no = expression(cursor);
    return { kind: 'if', condition, yes, no, at: from(cursor, start) };
  });
}

function bracketed(cursor: Cursor): Expression {
  const { start } = cursor.token.at;
  if (cursor.takeSymbol('(')) {
    const inner = cursor.nested(() => expression(cursor));
    cursor.expect('symbol', ')');
    return inner;
  }
  if (!cursor.takeSymbol('[')) return cursor.fail();
  if (cursor.takeSymbol(']')) return { kind: 'list', items: [], at: from(cursor, start) };
  const first = cursor.nested(() => expression(cursor));
  const items = listAfterFirst(cursor, first);
  return { kind: 'list', items, at: from(cursor, start) };
}
