import type { Expression, Test } from './expression.ts';

/** How tightly each form binds; a looser one inside a tighter needs parentheses. */
const binding = {
  if: 0,
  or: 1,
  and: 2,
  compare: 3,
  between: 3,
  in: 3,
  negate: 6,
} as const;

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'if':
    case 'or':
    case 'and':
    case 'compare':
    case 'between':
    case 'in':
    case 'negate':
      return binding[expression.kind];
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-' ? 4 : 5;
    case 'literal':
      return typeof expression.value === 'number' && expression.value < 0 ? 6 : 7;
    case 'date':
    case 'name':
    case 'member':
    case 'list':
    case 'call':
      return 7;
  }
}

function at(expression: Expression, tightness: number): string {
  const text = printCondition(expression);
  return bindingOf(expression) < tightness ? `(${text})` : text;
}

function list(expressions: readonly Expression[]): string {
  return expressions.map((item) => printCondition(item)).join(', ');
}

function test(tested: Test): string {
  switch (tested.kind) {
    case 'range':
      return `${tested.lowIncluded ? '[' : ']'}${at(tested.low, 4)}..${at(tested.high, 4)}${tested.highIncluded ? ']' : '['}`;
    case 'unary':
      return `${tested.operator} ${at(tested.value, 4)}`;
    case 'member-of':
      return at(tested.value, tested.value.kind === 'literal' ? 6 : 7);
  }
}

function tests(all: readonly Test[]): string {
  const [only] = all;
  const bare =
    all.length === 1 &&
    only !== undefined &&
    (only.kind === 'range' ||
      (only.kind === 'member-of' && (only.value.kind === 'list' || only.value.kind === 'name')));
  return bare ? test(only) : `(${all.map((tested) => test(tested)).join(', ')})`;
}

/**
 * The condition in its one canonical spelling, so that two conditions mean the same to the merge when their
 * prints are equal. `parseCondition(printCondition(e))` gives `e` again, but for positions.
 */
export function printCondition(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'date':
      return `date("${expression.value}")`;
    case 'name':
      return expression.name;
    case 'member':
      return `${expression.of}.${expression.name}`;
    case 'list':
      return `[${list(expression.items)}]`;
    case 'and':
    case 'or':
      return expression.terms
        .map((term) => at(term, binding[expression.kind] + 1))
        .join(` ${expression.kind} `);
    case 'compare':
      return `${at(expression.left, 4)} ${expression.operator} ${at(expression.right, 4)}`;
    case 'between':
      return `${at(expression.value, 4)} between ${at(expression.low, 4)} and ${at(expression.high, 4)}`;
    case 'in':
      return `${at(expression.value, 4)} in ${tests(expression.tests)}`;
    case 'arithmetic': {
      const tightness = bindingOf(expression);
      return `${at(expression.left, tightness)} ${expression.operator} ${at(expression.right, tightness + 1)}`;
    }
    case 'negate':
      return `-${at(expression.value, 6)}`;
    case 'if':
      return `if ${printCondition(expression.condition)} then ${printCondition(expression.yes)} else ${printCondition(expression.no)}`;
    case 'call':
      return `${expression.name}(${list(expression.arguments)})`;
  }
}

/** Whether two conditions are the same but for spelling. */
export function sameCondition(a: Expression, b: Expression): boolean {
  return printCondition(a) === printCondition(b);
}
