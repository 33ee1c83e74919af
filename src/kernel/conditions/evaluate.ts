import type { Arithmetic, Comparison, Expression, FunctionName, Test } from './expression.ts';

/** What a name may stand for while a condition is evaluated. Days are text as `2026-01-31`; null is "no answer". */
export type Value = string | number | boolean | null | readonly Value[] | Row;
export type Row = { readonly [name: string]: Value };

export type Environment = {
  /** The value of a field or a parameter; null where there is none. */
  readonly value: (name: string) => Value;
  /** Today as `2026-01-31`, in the time zone of whoever asks. */
  readonly today: string;
};

/**
 * The value of a condition, by FEEL's three-valued logic (DMN 1.3, clauses 10.3.2.7 to 10.3.2.13): what cannot be
 * said is null, and null spreads except where the other side settles the matter. Never throws.
 */
export function evaluate(expression: Expression, environment: Environment): Value {
  const value = (inner: Expression): Value => evaluate(inner, environment);
  switch (expression.kind) {
    case 'literal':
    case 'date':
      return expression.value;
    case 'name':
      return environment.value(expression.name);
    case 'member':
      return member(environment.value(expression.of), expression.name);
    case 'list':
      return expression.items.map((item) => value(item));
    case 'and':
      return all(expression.terms, value);
    case 'or':
      return some(expression.terms, value);
    case 'compare':
      return compare(expression.operator, value(expression.left), value(expression.right));
    case 'between': {
      const subject = value(expression.value);
      return both(
        compare('>=', subject, value(expression.low)),
        compare('<=', subject, value(expression.high)),
      );
    }
    case 'in': {
      const subject = value(expression.value);
      return some(expression.tests, (test) => passes(subject, test, value));
    }
    case 'arithmetic':
      return calculate(expression.operator, value(expression.left), value(expression.right));
    case 'negate':
      return calculate('-', 0, value(expression.value));
    case 'if':
      return value(expression.condition) === true ? value(expression.yes) : value(expression.no);
    case 'call':
      return call(
        expression.name,
        expression.arguments.map((argument) => value(argument)),
        environment.today,
      );
  }
}

/** Whether a condition holds. What cannot be said does not hold. */
export function holds(expression: Expression, environment: Environment): boolean {
  return evaluate(expression, environment) === true;
}

function all<T>(terms: readonly T[], value: (term: T) => Value): boolean | null {
  let unsaid = false;
  for (const term of terms) {
    const result = value(term);
    if (result === false) return false;
    if (result !== true) unsaid = true;
  }
  return unsaid ? null : true;
}

function some<T>(terms: readonly T[], value: (term: T) => Value): boolean | null {
  let unsaid = false;
  for (const term of terms) {
    const result = value(term);
    if (result === true) return true;
    if (result !== false) unsaid = true;
  }
  return unsaid ? null : false;
}

function both(a: boolean | null, b: boolean | null): boolean | null {
  return all([a, b], (value) => value);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isRow(value: Value): value is Row {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** The answers to one question in every row of a group. */
function member(rows: Value, name: string): Value {
  if (isList(rows)) return rows.map((row) => member(row, name));
  return isRow(rows) && Object.hasOwn(rows, name) ? (rows[name] ?? null) : null;
}

function equal(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null) === true);
  }
  if (isList(a) || isList(b)) return null;
  if (isRow(a) && isRow(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && equal(a[name] ?? null, b[name] ?? null) === true)
    );
  }
  return typeof a === typeof b ? a === b : null;
}

function compare(operator: Comparison, a: Value, b: Value): boolean | null {
  switch (operator) {
    case '=':
      return equal(a, b);
    case '!=': {
      const same = equal(a, b);
      return same === null ? null : !same;
    }
    case '<':
      return ordered(a, b, (order) => order < 0);
    case '<=':
      return ordered(a, b, (order) => order <= 0);
    case '>':
      return ordered(a, b, (order) => order > 0);
    case '>=':
      return ordered(a, b, (order) => order >= 0);
  }
}

function ordered(a: Value, b: Value, holdsFor: (order: number) => boolean): boolean | null {
  if (typeof a === 'number' && typeof b === 'number') return holdsFor(a - b);
  if (typeof a === 'string' && typeof b === 'string') return holdsFor(a === b ? 0 : a < b ? -1 : 1);
  return null;
}

function passes(subject: Value, test: Test, value: (inner: Expression) => Value): boolean | null {
  switch (test.kind) {
    case 'range':
      return both(
        compare(test.lowIncluded ? '>=' : '>', subject, value(test.low)),
        compare(test.highIncluded ? '<=' : '<', subject, value(test.high)),
      );
    case 'unary':
      return compare(test.operator, subject, value(test.value));
    case 'member-of': {
      const wanted = value(test.value);
      return isList(wanted) && !isList(subject) ? includes(wanted, subject) : equal(subject, wanted);
    }
  }
}

function includes(list: readonly Value[], wanted: Value): boolean {
  return list.some((item) => equal(item, wanted) === true);
}

/** FEEL counts in decimals; fifteen digits keep 0.1 + 0.2 at 0.3. What is no number is null. */
function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) + 0 : null;
}

function calculate(operator: Arithmetic, a: Value, b: Value): Value {
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  switch (operator) {
    case '+':
      return rounded(a + b);
    case '-':
      return rounded(a - b);
    case '*':
      return rounded(a * b);
    case '/':
      return rounded(a / b);
  }
}

function call(name: FunctionName, values: readonly Value[], today: string): Value {
  const [first = null, second = null] = values;
  switch (name) {
    case 'not':
      return typeof first === 'boolean' ? !first : null;
    case 'today':
      return today;
    case 'list contains':
      return first === null ? null : includes(asList(first), second);
    case 'count':
      return first === null ? null : asList(first).length;
    case 'sum':
      return total(asList(first));
    case 'min':
      return extreme(asList(first), '<');
    case 'max':
      return extreme(asList(first), '>');
    case 'contains':
      return texts(first, second, (text, part) => text.includes(part));
    case 'starts with':
      return texts(first, second, (text, part) => text.startsWith(part));
    case 'ends with':
      return texts(first, second, (text, part) => text.endsWith(part));
    case 'string length':
      return typeof first === 'string' ? Array.from(first).length : null;
  }
}

/** One value is a list of one (DMN 1.3, clause 10.3.2.9.4). */
function asList(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

function total(values: readonly Value[]): Value {
  if (values.length === 0) return null;
  return values.reduce<Value>(
    (sum, value) => (typeof value === 'number' ? calculate('+', sum, value) : null),
    0,
  );
}

function extreme(values: readonly Value[], operator: '<' | '>'): Value {
  const [first = null, ...rest] = values;
  return rest.reduce<Value>(
    (best, value) => {
      const better = compare(operator, value, best);
      return better === null ? null : better ? value : best;
    },
    compare('=', first, first) === true && !isList(first) && !isRow(first) ? first : null,
  );
}

function texts(a: Value, b: Value, holdsFor: (text: string, part: string) => boolean): boolean | null {
  return typeof a === 'string' && typeof b === 'string' ? holdsFor(a, b) : null;
}
