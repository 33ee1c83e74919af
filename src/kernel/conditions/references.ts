import type { At, Expression, Test } from './expression.ts';

/** A name that a condition uses, and where. */
export type Reference = {
  readonly name: string;
  readonly at: At;
  /** The question inside the group that `name` is. */
  readonly member?: string;
};

/** A text that a name is compared with: an option's id where the name is a choice. */
export type ComparedText = { readonly name: string; readonly text: string; readonly at: At };

function partsOfTest(test: Test): readonly Expression[] {
  return test.kind === 'range' ? [test.low, test.high] : [test.value];
}

/** The expressions directly inside an expression. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'date':
    case 'name':
    case 'member':
      return [];
    case 'list':
      return expression.items;
    case 'and':
    case 'or':
      return expression.terms;
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'between':
      return [expression.value, expression.low, expression.high];
    case 'in':
      return [expression.value, ...expression.tests.flatMap((test) => partsOfTest(test))];
    case 'negate':
      return [expression.value];
    case 'if':
      return [expression.condition, expression.yes, expression.no];
    case 'call':
      return expression.arguments;
  }
}

/** Every name in the condition, in the order written. */
export function references(expression: Expression): readonly Reference[] {
  switch (expression.kind) {
    case 'name':
      return [{ name: expression.name, at: expression.at }];
    case 'member':
      return [{ name: expression.of, at: expression.at, member: expression.name }];
    case 'literal':
    case 'date':
    case 'list':
    case 'and':
    case 'or':
    case 'compare':
    case 'between':
    case 'in':
    case 'arithmetic':
    case 'negate':
    case 'if':
    case 'call':
      return partsOf(expression).flatMap((part) => references(part));
  }
}

/** Every text that stands against a name, by `=`, `!=`, `in` or `list contains`, in the order written. */
export function comparedTexts(expression: Expression): readonly ComparedText[] {
  return [...pairs(expression), ...partsOf(expression).flatMap((part) => comparedTexts(part))];
}

function pairs(expression: Expression): readonly ComparedText[] {
  switch (expression.kind) {
    case 'compare':
      return [...against(expression.left, expression.right), ...against(expression.right, expression.left)];
    case 'in':
      return expression.tests.flatMap((test) =>
        partsOfTest(test).flatMap((part) => against(expression.value, part)),
      );
    case 'call': {
      const [list, item] = expression.arguments;
      if (expression.name !== 'list contains' || list === undefined || item === undefined) return [];
      return [...against(list, item), ...against(item, list)];
    }
    case 'literal':
    case 'date':
    case 'name':
    case 'member':
    case 'list':
    case 'and':
    case 'or':
    case 'between':
    case 'arithmetic':
    case 'negate':
    case 'if':
      return [];
  }
}

function against(named: Expression, other: Expression): readonly ComparedText[] {
  const name = named.kind === 'name' ? named.name : named.kind === 'member' ? named.name : undefined;
  if (name === undefined) return [];
  const texts = other.kind === 'list' ? other.items : [other];
  return texts.flatMap((item) =>
    item.kind === 'literal' && typeof item.value === 'string'
      ? [{ name, text: item.value, at: item.at }]
      : [],
  );
}
