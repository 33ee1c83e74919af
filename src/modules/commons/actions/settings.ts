import type { Acting } from '../acting.ts';
import { makeChecklist, readValues } from '../model/checklist.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import type { Checklist, Values } from '../model/settings.ts';
import type { Variant } from '../model/work.ts';
import { getDefinition } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { getValues, insertSettings } from '../store/settings.ts';
import { findVariant, lockVariant, saveVariant } from '../store/variants.ts';
import { findVersion } from '../store/versions.ts';
import { announceRunning } from './in-use.ts';

/** The parameters of the variant's head with their values and where these come from. */
export async function showChecklist(a: Acting, work: string): Promise<Checklist | null> {
  const variant = await findVariant(a.tx, a.organisation, work);
  return variant === null ? null : checklistOf(a, variant, variant.settingsNumber);
}

async function checklistOf(a: Acting, variant: Variant, number: number): Promise<Checklist> {
  const definition = await getDefinition(a.tx, a.organisation, variant.head.definitionHash);
  const own = await getValues(a.tx, a.organisation, { work: variant.work, number });
  return { number, ...makeChecklist(definition, own, variant.base) };
}

export type SettingsEdit = {
  readonly work: string;
  /** Number of the settings that were edited: somebody else's newer ones are never overwritten. */
  readonly number: number;
  /** Changed values by parameter; null takes the own value away. */
  readonly values: Values;
  readonly reason?: string;
};

/**
 * Saves values as a new settings document. They apply at once to what runs; a running variant may not be
 * left without a value that it needs. Fails with `stale-number`, `values`, `nothing-changed` or `incomplete`.
 */
export async function saveSettings(a: Acting, of: SettingsEdit): Promise<Outcome<Checklist>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (variant.settingsNumber !== of.number)
    return refused({ kind: 'stale-number', current: variant.settingsNumber });
  const definition = await getDefinition(a.tx, a.organisation, variant.head.definitionHash);
  const before = await getValues(a.tx, a.organisation, { work: of.work, number: of.number });
  const read = readValues({ definition, before, changes: of.values, base: variant.base });
  if (!read.ok) return refused({ kind: 'values', problems: read.problems });
  if (read.changed.length === 0) return refused({ kind: 'nothing-changed' });
  const missing = await missingInRunning(a, variant, read.values);
  if (missing.length > 0) return refused({ kind: 'incomplete', missing, issues: [] });
  const number = variant.settingsNumber + 1;
  await insertSettings(a.tx, a.organisation, {
    work: of.work,
    number,
    values: read.values,
    by: a.author,
    at: a.now,
    reason: of.reason ?? null,
  });
  const running = variant.running === null ? null : { ...variant.running, settingsNumber: number };
  const after = { ...variant, settingsNumber: number, running };
  await saveVariant(a.tx, after);
  await record(a, {
    work: of.work,
    kind: 'settings',
    number,
    reason: of.reason ?? null,
    data: { parameters: read.changed },
  });
  if (running !== null) await announceRunning(a, after);
  return done({ number, ...makeChecklist(definition, read.values, variant.base) });
}

async function missingInRunning(a: Acting, variant: Variant, values: Values): Promise<readonly string[]> {
  if (variant.running === null) return [];
  const version = await findVersion(a.tx, a.organisation, {
    work: variant.work,
    number: variant.running.number,
  });
  if (version === null) throw new Error(`${variant.work}: the version that runs is gone`);
  const definition = await getDefinition(a.tx, a.organisation, version.definitionHash);
  return makeChecklist(definition, values, version.base).missing;
}
