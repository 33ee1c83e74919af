import type { Comparison, Expression } from '../../../../kernel/conditions/index.ts';
import { itemsOf, optionIds } from './components.ts';
import type { Ids } from './ids.ts';
import { and, compare, contains, literal, name, not, or } from './logic.ts';
import { isSource, number, text } from './source.ts';
import type { Component, Form, Source } from './source.ts';

export type ReadCondition =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly what: string };

const operators: Readonly<Record<string, Comparison>> = {
  is: '=',
  'is not': '!=',
  'is at least': '>=',
  'is at most': '<=',
  'is less than': '<',
  'is more than': '>',
  'is before': '<',
  'is after': '>',
};

/** Something in a condition that has no counterpart; caught by `ConditionReader.read`. */
class Unreadable extends Error {}

/** Reads the named conditions of a form. */
export class ConditionReader {
  readonly #form: Form;
  readonly #ids: Ids;
  readonly #components: ReadonlyMap<string, Component>;
  readonly #needed: ReadonlySet<string>;

  constructor(form: Form, ids: Ids) {
    this.#form = form;
    this.#ids = ids;
    const all = form.pages.flatMap((page) =>
      page.components.map((component) => [ids.component(page, component), component] as const),
    );
    this.#components = new Map(all);
    const required = all.filter(([, { options }]) => text(options['required']) !== 'false');
    this.#needed = new Set(required.map(([id]) => id));
  }

  /** The questions that are always answered once they have been asked. */
  get needed(): ReadonlySet<string> {
    return this.#needed;
  }

  read(conditionName: string): ReadCondition {
    try {
      return { ok: true, expression: this.#named(conditionName, new Set()) };
    } catch (error) {
      if (error instanceof Unreadable) return { ok: false, what: error.message };
      throw error;
    }
  }

  #named(conditionName: string, above: ReadonlySet<string>): Expression {
    if (above.has(conditionName)) throw new Unreadable(`condition ${conditionName} refers to itself`);
    const condition = this.#form.conditions.find((each) => each.name === conditionName);
    if (condition === undefined)
      throw new Unreadable(`condition ${conditionName}, which the form does not have`);
    const { value } = condition;
    if (!isSource(value)) throw new Unreadable(`condition ${conditionName} written as code: ${text(value)}`);
    return this.#group(value, new Set([...above, conditionName]));
  }

  /** A list of conditions joined by coordinators, where `and` binds tighter than `or`. */
  #group(value: Source, above: ReadonlySet<string>): Expression {
    const items = Array.isArray(value['conditions'])
      ? value['conditions'].filter((item) => isSource(item))
      : [];
    const [first, ...rest] = items;
    if (first === undefined) throw new Unreadable('condition without content');
    const alternatives: Expression[][] = [[this.#item(first, above)]];
    for (const item of rest) {
      const expression = this.#item(item, above);
      if (text(item['coordinator']) === 'or') alternatives.push([expression]);
      else alternatives.at(-1)?.push(expression);
    }
    return or(...alternatives.map((terms) => and(...terms)));
  }

  #item(item: Source, above: ReadonlySet<string>): Expression {
    if (Array.isArray(item['conditions'])) return this.#group(item, above);
    if (text(item['conditionName']) !== '') return this.#named(text(item['conditionName']), above);
    const field = isSource(item['field']) ? item['field'] : {};
    const value = isSource(item['value']) ? item['value'] : {};
    if (text(value['type'] || 'Value') !== 'Value')
      throw new Unreadable('condition on a time that moves with the day');
    return this.#comparison(text(field['name']), text(item['operator']), text(value['value']));
  }

  #comparison(fieldName: string, operator: string, value: string): Expression {
    const bare = fieldName.split('.').at(-1) ?? fieldName;
    const id = this.#ids.named(bare).find((each) => this.#components.has(each));
    const component = id === undefined ? undefined : this.#components.get(id);
    if (id === undefined || component === undefined) {
      throw new Unreadable(`condition on ${fieldName}, which the form does not have`);
    }
    const answer = this.#answer(id, component, value);
    if (component.type === 'CheckboxesField') return this.#checkboxes(id, operator, answer);
    if (operator === 'contains' || operator === 'does not contain') {
      const called: Expression = {
        ...contains(name(id), answer),
        kind: 'call',
        name: 'contains',
        arguments: [name(id), answer],
      };
      return operator === 'contains' ? called : not(called, this.#needed);
    }
    const comparison = operators[operator];
    if (comparison === undefined) throw new Unreadable(`condition with the operator “${operator}”`);
    return compare(comparison, name(id), answer);
  }

  #checkboxes(id: string, operator: string, answer: Expression): Expression {
    const has = contains(name(id), answer);
    if (operator === 'contains' || operator === 'is') return has;
    if (operator === 'does not contain' || operator === 'is not') return not(has, this.#needed);
    throw new Unreadable(`condition with the operator “${operator}”`);
  }

  /** The value as the answer is kept: an option by its id, a number as a number. */
  #answer(id: string, component: Component, value: string): Expression {
    switch (component.type) {
      case 'YesNoField':
        return literal(value === 'true');
      case 'NumberField': {
        const found = number(value);
        if (found === null) throw new Unreadable(`condition that compares a number with “${value}”`);
        return literal(found);
      }
      case 'RadiosField':
      case 'SelectField':
      case 'AutocompleteField':
      case 'CheckboxesField': {
        const items = itemsOf(this.#form, component);
        const index = items.findIndex((item) => item.value === value || item.text === value);
        const option = optionIds(id, items)[index];
        if (option === undefined)
          throw new Unreadable(`condition on the option “${value}”, which ${id} does not have`);
        return literal(option);
      }
      case 'TextField':
      case 'MultilineTextField':
      case 'FreeTextField':
      case 'EmailAddressField':
      case 'TelephoneNumberField':
      case 'WebsiteField':
        return literal(value);
      default:
        throw new Unreadable(`condition on a component of type ${component.type}`);
    }
  }
}
