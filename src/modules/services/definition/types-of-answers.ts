import type { ValueType } from '../../../kernel/conditions/index.ts';
import type { Parameter } from '../../../kernel/index.ts';
import type { Field } from './model.ts';

/** What a condition finds where it names a question. Null where there is nothing to ask for. */
export function typeOfField(field: Field): ValueType | null {
  switch (field.type) {
    case 'short-text':
    case 'long-text':
    case 'email':
    case 'phone':
    case 'personal-number':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number' };
    case 'date':
      return { kind: 'date' };
    case 'yes-no':
      return { kind: 'yes-no' };
    case 'choice':
      return { kind: 'choice', options: field.options.map(({ id }) => id) };
    case 'choices':
      return { kind: 'list', of: { kind: 'choice', options: field.options.map(({ id }) => id) } };
    case 'file':
      return { kind: 'list', of: { kind: 'unknown' } };
    case 'address':
      return { kind: 'unknown' };
    case 'group':
      return { kind: 'rows', fields: typesOfFields(field.fields) };
    case 'information':
    case 'unsupported':
      return null;
  }
}

function typesOfFields(fields: readonly Field[]): ReadonlyMap<string, ValueType> {
  return new Map(
    fields.flatMap((field) => {
      const type = typeOfField(field);
      return type === null ? [] : [[field.id, type] as const];
    }),
  );
}

/** What a condition finds where it names a parameter: metres, kronor and days are numbers. */
export function typeOfParameter(parameter: Parameter): ValueType {
  switch (parameter.type) {
    case 'number':
    case 'distance':
    case 'money':
    case 'duration':
      return { kind: 'number' };
    case 'date':
      return { kind: 'date' };
    case 'yes-no':
      return { kind: 'yes-no' };
    case 'choice':
      return { kind: 'choice', options: parameter.options.map(({ id }) => id) };
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
      return { kind: 'text' };
  }
}
