import { printCondition, sameCondition } from '../../../../kernel/conditions/index.ts';
import type { At, Comparison, Expression } from '../../../../kernel/conditions/index.ts';

/** Building conditions from parts, so that what is built is short to read. */

const at: At = { start: 0, end: 0 };

export const always: Expression = { kind: 'literal', value: true, at };

export function isAlways(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === true;
}

export function name(id: string): Expression {
  return { kind: 'name', name: id, at };
}

export function literal(value: string | number | boolean | null): Expression {
  return { kind: 'literal', value, at };
}

export function compare(operator: Comparison, left: Expression, right: Expression): Expression {
  return { kind: 'compare', operator, left, right, at };
}

export function contains(list: Expression, item: Expression): Expression {
  return { kind: 'call', name: 'list contains', arguments: [list, item], at };
}

function termsOf(expression: Expression, kind: 'and' | 'or'): readonly Expression[] {
  return expression.kind === kind ? expression.terms : [expression];
}

function distinct(terms: readonly Expression[]): readonly Expression[] {
  return [...new Map(terms.map((term) => [printCondition(term), term])).values()];
}

export function and(...expressions: readonly Expression[]): Expression {
  const terms = distinct(
    expressions.flatMap((each) => termsOf(each, 'and')).filter((term) => !isAlways(term)),
  );
  const [first = always] = terms;
  return terms.length < 2 ? first : { kind: 'and', terms, at };
}

/**
 * Alternatives, false where there is none, as short as they get by two rules: `a and not b, or b` is `a or b`, and an
 * alternative that implies another adds nothing.
 */
export function or(...expressions: readonly Expression[]): Expression {
  const alternatives = distinct(expressions.flatMap((each) => termsOf(each, 'or')));
  const freed = distinct(alternatives.map((each) => withoutOpposites(each, alternatives)));
  if (freed.some((each) => isAlways(each))) return always;
  const terms = freed.filter(
    (each, index) =>
      !freed.some(
        (other, place) => place !== index && implies(each, other) && (place < index || !implies(other, each)),
      ),
  );
  const [first = literal(false)] = terms;
  return terms.length < 2 ? first : { kind: 'or', terms, at };
}

/** The alternative without conjuncts that are the opposite of another alternative. */
function withoutOpposites(alternative: Expression, all: readonly Expression[]): Expression {
  const others = all.filter((each) => each !== alternative);
  return and(
    ...termsOf(alternative, 'and').filter((term) => !others.some((other) => areOpposite(term, other))),
  );
}

function areOpposite(a: Expression, b: Expression): boolean {
  if (a.kind === 'call' && a.name === 'not') return isSame(a.arguments[0], b);
  if (b.kind === 'call' && b.name === 'not') return isSame(b.arguments[0], a);
  if (a.kind !== 'compare' || b.kind !== 'compare' || !isSame(a.left, b.left)) return false;
  return a.operator === opposites[b.operator] && isSame(a.right, b.right);
}

function isSame(a: Expression | undefined, b: Expression): boolean {
  return a !== undefined && sameCondition(a, b);
}

/** Whether the first can only hold where the second does: each of the second's conjuncts follows from one of its own. */
function implies(a: Expression, b: Expression): boolean {
  const given = termsOf(a, 'and');
  return termsOf(b, 'and').every((wanted) =>
    given.some((term) => isSame(term, wanted) || isOtherAnswer(term, wanted)),
  );
}

/** `x = "a"` says that `x != "b"`. */
function isOtherAnswer(a: Expression, b: Expression): boolean {
  if (a.kind !== 'compare' || b.kind !== 'compare' || a.operator !== '=' || b.operator !== '!=') return false;
  const literals =
    a.right.kind === 'literal' && b.right.kind === 'literal' && a.right.value !== b.right.value;
  return literals && isSame(a.left, b.left);
}

const opposites: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/**
 * The condition that holds when the other does not, an unanswered question counting as "does not".
 *
 * @param needed The questions that are always answered once they have been asked.
 */
export function not(expression: Expression, needed: ReadonlySet<string>): Expression {
  switch (expression.kind) {
    case 'and':
      return or(...expression.terms.map((term) => not(term, needed)));
    case 'or':
      return and(...expression.terms.map((term) => not(term, needed)));
    case 'compare':
      return notCompare(expression, needed);
    case 'call':
      if (expression.name === 'list contains') return notContains(expression, needed);
      break;
    case 'literal':
      if (typeof expression.value === 'boolean') return literal(!expression.value);
      break;
    case 'date':
    case 'name':
    case 'member':
    case 'list':
    case 'between':
    case 'in':
    case 'arithmetic':
    case 'negate':
    case 'if':
  }
  return { kind: 'call', name: 'not', arguments: [expression], at };
}

function notCompare(
  expression: Extract<Expression, { kind: 'compare' }>,
  needed: ReadonlySet<string>,
): Expression {
  const { left, right, operator } = expression;
  const isNeeded = left.kind === 'name' && needed.has(left.name);
  if (right.kind === 'literal' && typeof right.value === 'boolean' && operator === '=') {
    return isNeeded ? compare('=', left, literal(!right.value)) : compare('!=', left, right);
  }
  const opposite = compare(opposites[operator], left, right);
  const settled = operator === '=' || operator === '!=' || isNeeded;
  return settled ? opposite : or(compare('=', left, literal(null)), opposite);
}

function notContains(
  expression: Extract<Expression, { kind: 'call' }>,
  needed: ReadonlySet<string>,
): Expression {
  const [list = literal(null)] = expression.arguments;
  const opposite: Expression = { kind: 'call', name: 'not', arguments: [expression], at };
  return list.kind === 'name' && needed.has(list.name)
    ? opposite
    : or(compare('=', list, literal(null)), opposite);
}

/** Whether two conditions can never hold together: the same question with different answers. */
export function exclude(a: Expression, b: Expression): boolean {
  if (a.kind !== 'compare' || b.kind !== 'compare' || a.operator !== '=' || b.operator !== '=') return false;
  return (
    a.left.kind === 'name' &&
    b.left.kind === 'name' &&
    a.left.name === b.left.name &&
    a.right.kind === 'literal' &&
    b.right.kind === 'literal' &&
    a.right.value !== b.right.value
  );
}
