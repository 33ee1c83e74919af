/** A piece of the condition's text: offsets in UTF-16 units, `end` not included. */
export type At = { readonly start: number; readonly end: number };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

/** The functions that a condition may call, by their FEEL names (DMN 1.3, clause 10.3.4), and their number of arguments. */
export const functions = {
  not: 1,
  'list contains': 2,
  count: 1,
  sum: 1,
  min: 1,
  max: 1,
  contains: 2,
  'starts with': 2,
  'ends with': 2,
  'string length': 1,
  today: 0,
} as const;

export type FunctionName = keyof typeof functions;

/**
 * A condition in the part of FEEL that Kommons uses, parsed. `and` and `or` are flat lists, since both are
 * associative, and a minus before a number is part of the number: what means the same looks the same.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: At }
  | { readonly kind: 'date'; readonly value: string; readonly at: At }
  | { readonly kind: 'name'; readonly name: string; readonly at: At }
  | { readonly kind: 'member'; readonly of: string; readonly name: string; readonly at: At }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: At }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Expression[]; readonly at: At }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: At;
    }
  | {
      readonly kind: 'between';
      readonly value: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly at: At;
    }
  | { readonly kind: 'in'; readonly value: Expression; readonly tests: readonly Test[]; readonly at: At }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: At;
    }
  | { readonly kind: 'negate'; readonly value: Expression; readonly at: At }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly at: At;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly arguments: readonly Expression[];
      readonly at: At;
    };

/** What stands to the right of `in`. */
export type Test =
  | {
      readonly kind: 'range';
      readonly low: Expression;
      readonly high: Expression;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
      readonly at: At;
    }
  | { readonly kind: 'unary'; readonly operator: Comparison; readonly value: Expression; readonly at: At }
  | { readonly kind: 'member-of'; readonly value: Expression; readonly at: At };

/** The same message for a Swedish and an English reader. */
export type Bilingual = { readonly sv: string; readonly en: string };

export type ConditionIssue = {
  readonly kind:
    | 'syntax'
    | 'unknown-name'
    | 'unknown-option'
    | 'unknown-function'
    | 'wrong-type'
    | 'wrong-arguments'
    | 'too-large';
  /** Where in the text it stands. */
  readonly at: At;
  /** What is wrong and what to do. */
  readonly message: Bilingual;
  /** The nearest thing that exists, where there is one. */
  readonly suggestion?: string;
};
