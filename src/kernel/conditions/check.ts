import type { At, Bilingual, ConditionIssue, Expression, Test } from './expression.ts';
import { didYouMean, differentList, notList, notNumber, notText, notYesNo } from './messages.ts';
import { nearest } from './nearest.ts';
import { comparable, hasOrder, literalType, nameOfType } from './types.ts';
import type { Scope, ValueType } from './types.ts';

const unknown: ValueType = { kind: 'unknown' };
const yesNo: ValueType = { kind: 'yes-no' };
const numeric: ValueType = { kind: 'number' };
const text: ValueType = { kind: 'text' };

/**
 * Finds what a parsed condition gets wrong about the things it names: names that are not there, options that a
 * choice does not have, numbers compared with texts. Empty when it is right.
 */
export function checkCondition(expression: Expression, scope: Scope): readonly ConditionIssue[] {
  const checker = new Checker(scope);
  checker.expect(expression, ['yes-no'], {
    sv: 'Villkoret ska bli ja eller nej. Jämför med något, till exempel = eller >.',
    en: 'The condition should come out as yes or no. Compare with something, for example with = or >.',
  });
  return checker.issues;
}

class Checker {
  readonly issues: ConditionIssue[] = [];
  readonly #scope: Scope;
  /** Each part is looked at once, however often its type is asked for. */
  readonly #types = new Map<Expression, ValueType>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  #report(kind: ConditionIssue['kind'], at: At, message: Bilingual, suggestion?: string): void {
    this.issues.push({ kind, at, message, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  /** The type of the expression, reported where it is none of the wanted kinds. */
  expect(expression: Expression, wanted: readonly ValueType['kind'][], message: Bilingual): ValueType {
    const type = this.type(expression);
    const fits = type.kind === 'unknown' || type.kind === 'null' || wanted.includes(type.kind);
    if (!fits) this.#report('wrong-type', expression.at, message);
    return type;
  }

  type(expression: Expression): ValueType {
    const known = this.#types.get(expression);
    if (known !== undefined) return known;
    const type = this.#find(expression);
    this.#types.set(expression, type);
    return type;
  }

  #find(expression: Expression): ValueType {
    switch (expression.kind) {
      case 'literal':
        return literalType(expression.value);
      case 'date':
        return { kind: 'date' };
      case 'name':
        return this.#named(expression.name, expression.at, this.#scope);
      case 'member':
        return this.#member(expression);
      case 'list':
        return { kind: 'list', of: this.#common(expression.items) };
      case 'and':
      case 'or':
        for (const term of expression.terms) this.expect(term, ['yes-no'], notYesNo(expression.kind));
        return yesNo;
      case 'compare':
        this.#compare(expression.left, expression.right, expression.operator);
        return yesNo;
      case 'between':
        this.#compare(expression.value, expression.low, '>=');
        this.#alike(this.type(expression.value), expression.high, '<=');
        return yesNo;
      case 'in':
        this.#in(expression.value, expression.tests);
        return yesNo;
      case 'arithmetic':
        return this.#arithmetic(expression);
      case 'negate':
        this.expect(expression.value, ['number'], notNumber);
        return numeric;
      case 'if':
        this.expect(expression.condition, ['yes-no'], notYesNo('if'));
        return this.#common([expression.yes, expression.no]);
      case 'call':
        return this.#call(expression);
    }
  }

  #named(name: string, at: At, scope: Scope): ValueType {
    const found = scope.type(name);
    if (found !== undefined) return found;
    const suggestion = nearest(name, scope.names());
    const [sv, en] = didYouMean(suggestion);
    this.#report(
      'unknown-name',
      at,
      {
        sv: `Villkoret frågar efter ”${name}”, som inte finns.${sv}`,
        en: `The condition asks for “${name}”, which does not exist.${en}`,
      },
      suggestion,
    );
    return unknown;
  }

  #member(expression: Extract<Expression, { kind: 'member' }>): ValueType {
    const rows = this.#named(expression.of, expression.at, this.#scope);
    if (rows.kind === 'unknown') return unknown;
    if (rows.kind !== 'rows') {
      this.#report('wrong-type', expression.at, {
        sv: `”${expression.of}” är ingen grupp av frågor, så inget kan stå efter punkten.`,
        en: `“${expression.of}” is not a group of questions, so nothing can follow the point.`,
      });
      return unknown;
    }
    const type = this.#named(expression.name, expression.at, {
      type: (name) => rows.fields.get(name),
      names: () => rows.fields.keys(),
    });
    return { kind: 'list', of: type };
  }

  /** The type that all have, else unknown. */
  #common(expressions: readonly Expression[]): ValueType {
    const types = expressions.map((item) => this.type(item)).filter((type) => type.kind !== 'null');
    const [first] = types;
    return first !== undefined && types.every((type) => type.kind === first.kind) ? first : unknown;
  }

  #compare(left: Expression, right: Expression, operator: string): void {
    const type = this.type(left);
    const other = this.type(right);
    if (other.kind === 'choice' && type.kind === 'text') this.#option(other, left);
    else this.#alike(type, right, operator);
  }

  /** Whether the expression may stand against a value of this type. */
  #alike(type: ValueType, right: Expression, operator: string): void {
    const other = this.type(right);
    if (type.kind === 'choice' && other.kind === 'text') {
      this.#option(type, right);
      if (operator === '=' || operator === '!=') return;
    }
    if (!comparable(type, other)) {
      const [a, b] = [nameOfType(type), nameOfType(other)];
      this.#report('wrong-type', right.at, {
        sv: `Det här jämför ${a.sv} med ${b.sv}. Jämför lika med lika.`,
        en: `This compares ${a.en} with ${b.en}. Compare like with like.`,
      });
    } else if (!['=', '!='].includes(operator) && !hasOrder(type)) {
      const a = nameOfType(type);
      this.#report('wrong-type', right.at, {
        sv: `Det går inte att säga vad som är störst av ${a.sv}. Använd = eller !=.`,
        en: `There is no larger or smaller of ${a.en}. Use = or !=.`,
      });
    }
  }

  #option(type: Extract<ValueType, { kind: 'choice' }>, literal: Expression): void {
    if (literal.kind !== 'literal' || typeof literal.value !== 'string') return;
    if (type.options.includes(literal.value)) return;
    const suggestion = nearest(literal.value, type.options);
    const [sv, en] = didYouMean(suggestion);
    this.#report(
      'unknown-option',
      literal.at,
      {
        sv: `Svarsalternativet ”${literal.value}” finns inte i frågan.${sv}`,
        en: `The question has no option “${literal.value}”.${en}`,
      },
      suggestion,
    );
  }

  #in(value: Expression, tests: readonly Test[]): void {
    const type = this.type(value);
    for (const test of tests) {
      switch (test.kind) {
        case 'range':
          this.#alike(type, test.low, '>=');
          this.#alike(type, test.high, '<=');
          break;
        case 'unary':
          this.#alike(type, test.value, test.operator);
          break;
        case 'member-of':
          this.#inValue(type, test.value);
      }
    }
  }

  #inValue(type: ValueType, value: Expression): void {
    if (value.kind === 'list' && type.kind !== 'list') {
      for (const item of value.items) this.#alike(type, item, '=');
      return;
    }
    const other = this.type(value);
    if (other.kind !== 'list' || type.kind === 'list') {
      this.#alike(type, value, '=');
    } else if (!comparable(type, other.of))
      this.#report('wrong-type', value.at, differentList(type, other.of));
  }

  #arithmetic(expression: Extract<Expression, { kind: 'arithmetic' }>): ValueType {
    const left = this.type(expression.left);
    if (expression.operator === '+' && left.kind === 'text') {
      this.expect(expression.right, ['text', 'choice'], notText);
      return text;
    }
    this.expect(expression.left, ['number'], notNumber);
    this.expect(expression.right, ['number'], notNumber);
    return numeric;
  }

  #call(expression: Extract<Expression, { kind: 'call' }>): ValueType {
    const [first, second] = expression.arguments;
    if (expression.name === 'today' || first === undefined) return { kind: 'date' };
    switch (expression.name) {
      case 'not':
        this.expect(first, ['yes-no'], notYesNo('not'));
        return yesNo;
      case 'count':
        this.expect(first, ['list', 'rows'], notList);
        return numeric;
      case 'sum':
        this.#listOfNumbers(first);
        return numeric;
      case 'min':
      case 'max': {
        const type = this.expect(first, ['list'], notList);
        return type.kind === 'list' ? type.of : unknown;
      }
      case 'list contains':
        if (second !== undefined) this.#listContains(first, second);
        return yesNo;
      case 'contains':
      case 'starts with':
      case 'ends with':
        this.expect(first, ['text'], notText);
        if (second !== undefined) this.expect(second, ['text'], notText);
        return yesNo;
      case 'string length':
        this.expect(first, ['text'], notText);
        return numeric;
    }
  }

  #listOfNumbers(expression: Expression): void {
    const type = this.expect(expression, ['list'], notList);
    if (type.kind !== 'list' || type.of.kind === 'number' || type.of.kind === 'unknown') return;
    this.#report('wrong-type', expression.at, notNumber);
  }

  #listContains(list: Expression, item: Expression): void {
    const type = this.expect(list, ['list'], notList);
    if (type.kind === 'list') this.#alike(type.of, item, '=');
    else this.type(item);
  }
}
