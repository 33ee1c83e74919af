import { parametersOf, type Definition, type Json, type Parameter } from '../../../kernel/index.ts';
import type { Values } from './settings.ts';

const numeric = new Set(['number', 'distance', 'money', 'duration']);

/** "2 000,5" as a number; what is no number stays text, for the kernel to refuse by name. */
function readNumber(text: string): Json {
  const plain = text.replaceAll(/[\s\u00A0]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** What a person typed for a parameter; null (nothing typed) takes the own value away. */
export function readTyped({ type }: Parameter, typed: string): Json {
  const text = typed.trim();
  if (text === '') return null;
  if (numeric.has(type)) return readNumber(text);
  if (type === 'yes-no') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/**
 * The values that a form of parameters changes: those typed that differ from what is in force. A value that
 * was only shown, as a suggestion, does not become one's own by being sent back.
 */
export function changedValues(
  definition: Definition,
  inForce: Values,
  typed: Readonly<Record<string, string>>,
): Values {
  return Object.fromEntries(
    parametersOf(definition).flatMap((parameter) => {
      const text = typed[parameter.id];
      if (text === undefined) return [];
      const value = readTyped(parameter, text);
      return value === (inForce[parameter.id] ?? null) ? [] : [[parameter.id, value]];
    }),
  );
}
