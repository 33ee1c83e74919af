import { checkCondition, references } from '../../../../kernel/conditions/index.ts';
import type { Reference, Scope, ValueType } from '../../../../kernel/conditions/index.ts';
import { below } from '../../../../kernel/reading/index.ts';
import type { Reading } from '../../../../kernel/reading/index.ts';
import type { Bilingual, Condition, EService, Field } from '../model.ts';
import { typeOfField, typeOfParameter } from '../types-of-answers.ts';
import { reportCondition } from './condition.ts';

type Known = {
  readonly types: ReadonlyMap<string, ValueType>;
  /** The place of each question along the way; parameters are before all. */
  readonly places: ReadonlyMap<string, number>;
  /** Questions inside groups, by their group. */
  readonly groups: ReadonlyMap<string, string>;
  readonly silent: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
};

/** Where a condition stands: what it may look back on, and the row that it is in. */
type Standpoint = {
  readonly place: number;
  readonly row: ReadonlyMap<string, ValueType>;
  readonly self: string;
};

/**
 * Checks every condition against what it names: the thing is there, of the right type, and earlier on the way.
 * Since none may look forward, none can depend on itself through others.
 *
 * @param named Every id that the definition has for conditions, those too whose questions could not be read.
 */
export function checkConditions(service: EService, reading: Reading, named: readonly string[]): void {
  const known = knownOf(service, named);
  const check = (path: string, condition: Condition | null, standpoint: Standpoint): void => {
    if (condition !== null) checkOne({ path, condition, standpoint, known, reading });
  };
  let place = 0;
  for (const page of service.pages) {
    const path = below('pages', page.id);
    check(below(path, 'showIf'), page.showIf, { place, row: new Map(), self: page.id });
    for (const field of page.fields) {
      const fieldPath = below(below(path, 'fields'), field.id);
      check(below(fieldPath, 'showIf'), field.showIf, { place, row: new Map(), self: field.id });
      place += 1;
      if (field.type === 'group') checkRow(field, fieldPath, place - 1, check);
    }
    for (const rule of page.checks) {
      const rulePath = below(below(path, 'checks'), rule.id);
      check(below(rulePath, 'if'), rule.refuseIf, { place, row: new Map(), self: rule.id });
      if (rule.field !== null && page.fields.every(({ id }) => id !== rule.field)) {
        reading.error(below(rulePath, 'field'), notOnPage, rule.field);
      }
    }
  }
  for (const { id, showIf } of service.appeal?.others ?? [])
    check(below(below('appeal/others', id), 'showIf'), showIf, { place, row: new Map(), self: id });
}

function checkRow(
  group: Extract<Field, { type: 'group' }>,
  path: string,
  place: number,
  check: (path: string, condition: Condition | null, standpoint: Standpoint) => void,
): void {
  const row = new Map<string, ValueType>();
  for (const field of group.fields) {
    check(below(below(below(path, 'fields'), field.id), 'showIf'), field.showIf, {
      place,
      row,
      self: field.id,
    });
    const type = typeOfField(field);
    if (type !== null) row.set(field.id, type);
  }
}

function knownOf(service: EService, named: readonly string[]): Known {
  const types = new Map<string, ValueType>(
    service.parameters.map((parameter) => [parameter.id, typeOfParameter(parameter)]),
  );
  const places = new Map(service.parameters.map(({ id }) => [id, -1]));
  const [groups, silent, hidden] = [new Map<string, string>(), new Set<string>(), new Set<string>()];
  let place = 0;
  for (const page of service.pages) {
    for (const field of page.fields) {
      const type = typeOfField(field);
      if (type === null) silent.add(field.id);
      else types.set(field.id, type);
      if (page.hidden || field.hidden) hidden.add(field.id);
      places.set(field.id, place);
      place += 1;
      if (field.type !== 'group') continue;
      for (const inner of field.fields) groups.set(inner.id, field.id);
    }
  }
  for (const name of named) {
    if (!types.has(name) && !groups.has(name) && !silent.has(name)) types.set(name, { kind: 'unknown' });
  }
  return { types, places, groups, silent, hidden };
}

type Found = {
  readonly path: string;
  readonly condition: Condition;
  readonly standpoint: Standpoint;
  readonly known: Known;
  readonly reading: Reading;
};

function checkOne({ path, condition, standpoint, known, reading }: Found): void {
  const { text, expression } = condition;
  const misplaced = references(expression).flatMap((reference) => {
    const message = problemOf(reference.name, standpoint, known);
    return message === null ? [] : [{ reference, message }];
  });
  for (const { reference, message } of misplaced) {
    const issue = { kind: 'unknown-name', at: reference.at, message } as const;
    reportCondition(reading, { path, text, issue });
  }
  warnOfHidden(references(expression), path, known, reading);
  const said = new Set(misplaced.map(({ reference }) => reference.at.start));
  for (const issue of checkCondition(expression, scopeOf(standpoint, known))) {
    if (!said.has(issue.at.start)) reportCondition(reading, { path, text, issue });
  }
}

function warnOfHidden(named: readonly Reference[], path: string, known: Known, reading: Reading): void {
  for (const { name } of named) {
    if (!known.hidden.has(name)) continue;
    reading.warn(
      path,
      {
        sv: `Villkoret frågar efter ”${name}”, som är dold och aldrig får något svar.`,
        en: `The condition asks for “${name}”, which is hidden and never gets an answer.`,
      },
      name,
    );
  }
}

function scopeOf(standpoint: Standpoint, known: Known): Scope {
  return {
    type: (name) => standpoint.row.get(name) ?? known.types.get(name),
    names: () => [...standpoint.row.keys(), ...known.types.keys()],
  };
}

function problemOf(name: string, { place, row, self }: Standpoint, known: Known): Bilingual | null {
  if (row.has(name)) return null;
  if (name === self) {
    return {
      sv: 'Frågan kan inte bero på sitt eget svar. Fråga efter ett tidigare svar.',
      en: 'The question cannot depend on its own answer. Ask for an earlier one.',
    };
  }
  if (known.silent.has(name)) {
    return {
      sv: `”${name}” är ingen fråga och har inget svar.`,
      en: `“${name}” asks nothing and has no answer.`,
    };
  }
  const group = known.groups.get(name);
  if (group !== undefined) return insideGroup(name, group);
  const there = known.places.get(name);
  if (there === undefined || there < place) return null;
  return {
    sv: `Villkoret frågar efter ”${name}”, som kommer senare. Flytta frågan före det som beror på den.`,
    en: `The condition asks for “${name}”, which comes later. Move the question before what depends on it.`,
  };
}

function insideGroup(name: string, group: string): Bilingual {
  return {
    sv: `”${name}” finns en gång för varje rad i ”${group}”. Skriv ${group}.${name}, till exempel count(${group}.${name}).`,
    en: `“${name}” is there once for each row of “${group}”. Write ${group}.${name}, for example count(${group}.${name}).`,
  };
}

const notOnPage: Bilingual = {
  sv: 'Frågan som meddelandet ska stå vid finns inte på sidan.',
  en: 'The question that the message should stand at is not on the page.',
};
