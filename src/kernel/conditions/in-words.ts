import type { Comparison, Expression, Test } from './expression.ts';

export type Language = 'sv' | 'en';

/** What the reader calls the things that a condition names. Undefined where the vocabulary has no word for it. */
export type Vocabulary = {
  readonly name: (name: string) => string | undefined;
  readonly option: (name: string, option: string) => string | undefined;
};

type Kind = 'value' | 'date';

const sv = {
  quote: (text: string) => `”${text}”`,
  when: (what: string) => `när ${what}`,
  and: 'och',
  or: 'eller',
  is: (what: string, value: string) => `${what} är ${value}`,
  isNot: (what: string, value: string) => `${what} inte är ${value}`,
  answered: (what: string) => `${what} är besvarad`,
  unanswered: (what: string) => `${what} inte är besvarad`,
  yes: 'ja',
  no: 'nej',
  true: 'sant',
  false: 'falskt',
  nothing: 'inget',
  today: 'dagens datum',
  '<': {
    value: (a: string, b: string) => `${a} är mindre än ${b}`,
    date: (a: string, b: string) => `${a} är före ${b}`,
  },
  '<=': {
    value: (a: string, b: string) => `${a} är högst ${b}`,
    date: (a: string, b: string) => `${a} är ${b} eller tidigare`,
  },
  '>': {
    value: (a: string, b: string) => `${a} är mer än ${b}`,
    date: (a: string, b: string) => `${a} är efter ${b}`,
  },
  '>=': {
    value: (a: string, b: string) => `${a} är minst ${b}`,
    date: (a: string, b: string) => `${a} är ${b} eller senare`,
  },
  between: (what: string, low: string, high: string) => `${what} är mellan ${low} och ${high}`,
  oneOf: (what: string, values: string) => `${what} är något av ${values}`,
  contains: (what: string, value: string) => `${what} innehåller ${value}`,
  startsWith: (what: string, value: string) => `${what} börjar med ${value}`,
  endsWith: (what: string, value: string) => `${what} slutar med ${value}`,
  not: (what: string) => `det inte stämmer att ${what}`,
  if: (condition: string, then: string, otherwise: string) => `${then} om ${condition}, annars ${otherwise}`,
  count: (what: string) => `antalet ${what}`,
  sum: (what: string) => `summan av ${what}`,
  min: (what: string) => `det minsta av ${what}`,
  max: (what: string) => `det största av ${what}`,
  length: (what: string) => `längden av ${what}`,
  member: (member: string, group: string) => `${member} i ${group}`,
  arithmetic: { '+': 'plus', '-': 'minus', '*': 'gånger', '/': 'delat med' },
};

const en: typeof sv = {
  quote: (text) => `“${text}”`,
  when: (what) => `when ${what}`,
  and: 'and',
  or: 'or',
  is: (what, value) => `${what} is ${value}`,
  isNot: (what, value) => `${what} is not ${value}`,
  answered: (what) => `${what} is answered`,
  unanswered: (what) => `${what} is not answered`,
  yes: 'yes',
  no: 'no',
  true: 'true',
  false: 'false',
  nothing: 'nothing',
  today: "today's date",
  '<': { value: (a, b) => `${a} is less than ${b}`, date: (a, b) => `${a} is before ${b}` },
  '<=': { value: (a, b) => `${a} is at most ${b}`, date: (a, b) => `${a} is ${b} or earlier` },
  '>': { value: (a, b) => `${a} is more than ${b}`, date: (a, b) => `${a} is after ${b}` },
  '>=': { value: (a, b) => `${a} is at least ${b}`, date: (a, b) => `${a} is ${b} or later` },
  between: (what, low, high) => `${what} is between ${low} and ${high}`,
  oneOf: (what, values) => `${what} is one of ${values}`,
  contains: (what, value) => `${what} contains ${value}`,
  startsWith: (what, value) => `${what} begins with ${value}`,
  endsWith: (what, value) => `${what} ends with ${value}`,
  not: (what) => `it is not so that ${what}`,
  if: (condition, then, otherwise) => `${then} if ${condition}, else ${otherwise}`,
  count: (what) => `the number of ${what}`,
  sum: (what) => `the sum of ${what}`,
  min: (what) => `the smallest of ${what}`,
  max: (what) => `the largest of ${what}`,
  length: (what) => `the length of ${what}`,
  member: (member, group) => `${member} in ${group}`,
  arithmetic: { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' },
};

/** A condition as a reader would say it: `när ”Sökande” är ”Företag” och ”Antal gäster” är minst 50`. */
export function inWords(expression: Expression, vocabulary: Vocabulary, language: Language): string {
  return { sv, en }[language].when(statementInWords(expression, vocabulary, language));
}

/** The same without the first word: `”Sökande” är ”Företag”`. */
export function statementInWords(expression: Expression, vocabulary: Vocabulary, language: Language): string {
  return new Speaker(vocabulary, language).statement(expression);
}

class Speaker {
  readonly words: typeof sv;
  readonly #vocabulary: Vocabulary;
  readonly #language: Language;

  constructor(vocabulary: Vocabulary, language: Language) {
    this.words = language === 'sv' ? sv : en;
    this.#vocabulary = vocabulary;
    this.#language = language;
  }

  /** Something that is so or not. */
  statement(expression: Expression): string {
    switch (expression.kind) {
      case 'and':
      case 'or':
        return this.#joined(expression);
      case 'compare':
        return this.#comparison(expression.operator, expression.left, expression.right);
      case 'between':
        return this.words.between(
          this.#phrase(expression.value),
          this.#against(expression.low, expression.value),
          this.#against(expression.high, expression.value),
        );
      case 'in':
        return this.#in(expression.value, expression.tests);
      case 'call':
        return this.#call(expression);
      case 'if':
        return this.words.if(
          this.statement(expression.condition),
          this.statement(expression.yes),
          this.statement(expression.no),
        );
      case 'name':
      case 'member':
        return this.words.is(this.#phrase(expression), this.words.yes);
      case 'literal':
      case 'date':
      case 'list':
      case 'arithmetic':
      case 'negate':
        return this.#phrase(expression);
    }
  }

  #joined(expression: Extract<Expression, { kind: 'and' | 'or' }>): string {
    const terms = expression.terms.map((term) =>
      term.kind === 'and' || term.kind === 'or' ? `(${this.statement(term)})` : this.statement(term),
    );
    return this.#list(terms, this.words[expression.kind]);
  }

  #list(items: readonly string[], joiner: string): string {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joiner} ${last}`;
  }

  #comparison(operator: Comparison, left: Expression, right: Expression): string {
    const { words } = this;
    const [a, b] = [this.#phrase(left), this.#against(right, left)];
    const empty = right.kind === 'literal' && right.value === null;
    switch (operator) {
      case '=':
        return empty ? words.unanswered(a) : words.is(a, b);
      case '!=':
        return empty ? words.answered(a) : words.isNot(a, b);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return words[operator][this.#kind(right)](a, b);
    }
  }

  #kind(expression: Expression): Kind {
    const isToday = expression.kind === 'call' && expression.name === 'today';
    return isToday || expression.kind === 'date' ? 'date' : 'value';
  }

  #in(value: Expression, tests: readonly Test[]): string {
    const { words } = this;
    const what = this.#phrase(value);
    const values = tests.flatMap((test) =>
      test.kind !== 'member-of' ? [] : test.value.kind === 'list' ? test.value.items : [test.value],
    );
    const ranges = tests.flatMap((test) => {
      switch (test.kind) {
        case 'range':
          return [words.between(what, this.#against(test.low, value), this.#against(test.high, value))];
        case 'unary':
          return [this.#comparison(test.operator, value, test.value)];
        case 'member-of':
          return [];
      }
    });
    const listed = values.map((item) => this.#against(item, value));
    const oneOf = values.length === 0 ? [] : [words.oneOf(what, this.#list(listed, words.or))];
    return this.#list([...oneOf, ...ranges], words.or);
  }

  #call(expression: Extract<Expression, { kind: 'call' }>): string {
    const { words } = this;
    const [first, second] = expression.arguments;
    if (first === undefined) return this.#phrase(expression);
    const what = this.#phrase(first);
    const other = second === undefined ? '' : this.#against(second, first);
    switch (expression.name) {
      case 'not':
        return first.kind === 'name' ? words.is(what, words.no) : words.not(this.statement(first));
      case 'list contains':
      case 'contains':
        return words.contains(what, other);
      case 'starts with':
        return words.startsWith(what, other);
      case 'ends with':
        return words.endsWith(what, other);
      case 'count':
      case 'sum':
      case 'min':
      case 'max':
      case 'string length':
      case 'today':
        return this.#phrase(expression);
    }
  }

  /** A value as it is said against something: an option by its label, true as yes. */
  #against(expression: Expression, named: Expression): string {
    if (expression.kind !== 'literal') return this.#phrase(expression);
    const { value } = expression;
    if (typeof value === 'boolean') return value ? this.words.yes : this.words.no;
    const subject = named.kind === 'call' ? named.arguments[0] : named;
    if (typeof value !== 'string' || (subject?.kind !== 'name' && subject?.kind !== 'member')) {
      return this.#phrase(expression);
    }
    return this.words.quote(this.#vocabulary.option(subject.name, value) ?? value);
  }

  #named(name: string): string {
    return this.words.quote(this.#vocabulary.name(name) ?? name);
  }

  /** A thing that has a value. */
  #phrase(expression: Expression): string {
    const { words } = this;
    switch (expression.kind) {
      case 'name':
        return this.#named(expression.name);
      case 'member':
        return words.member(this.#named(expression.name), this.#named(expression.of));
      case 'literal':
        return this.#literal(expression.value);
      case 'date':
        return this.#day(expression.value);
      case 'list':
        return this.#list(
          expression.items.map((item) => this.#phrase(item)),
          words.and,
        );
      case 'arithmetic':
        return `${this.#phrase(expression.left)} ${words.arithmetic[expression.operator]} ${this.#phrase(expression.right)}`;
      case 'negate':
        return `−${this.#phrase(expression.value)}`;
      case 'call':
        return this.#result(expression);
      case 'and':
      case 'or':
      case 'compare':
      case 'between':
      case 'in':
      case 'if':
        return `(${this.statement(expression)})`;
    }
  }

  #result(expression: Extract<Expression, { kind: 'call' }>): string {
    const { words } = this;
    const [first] = expression.arguments;
    if (first === undefined) return words.today;
    switch (expression.name) {
      case 'count':
      case 'sum':
      case 'min':
      case 'max':
        return words[expression.name](this.#phrase(first));
      case 'string length':
        return words.length(this.#phrase(first));
      case 'today':
        return words.today;
      case 'not':
      case 'list contains':
      case 'contains':
      case 'starts with':
      case 'ends with':
        return `(${this.statement(expression)})`;
    }
  }

  #literal(value: string | number | boolean | null): string {
    if (value === null) return this.words.nothing;
    if (typeof value === 'boolean') return value ? this.words.true : this.words.false;
    if (typeof value === 'string') return this.words.quote(value);
    return value.toLocaleString(this.#language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 12 });
  }

  #day(day: string): string {
    return new Intl.DateTimeFormat(this.#language === 'sv' ? 'sv-SE' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T00:00:00Z`));
  }
}
