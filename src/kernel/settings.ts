import { isObject, type Json, type JsonObject } from './json.ts';

/** Values of parameters by parameter id. */
export type Values = JsonObject;

/** One variant's own values: kept beside the definition, immutable and versioned like it. */
export type Settings = {
  readonly kommons: 'settings/1';
  /** Id of the work. */
  readonly work: string;
  /** Whose variant: the organisation's id. */
  readonly variant: string;
  readonly values: Values;
};

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly failure: { readonly kind: 'not-settings'; readonly path: string } };

/** Reads a settings document; the failure's path is the first property that is missing or wrong. */
export function parseSettings(value: unknown): SettingsResult {
  if (!isObject(value) || value['kommons'] !== 'settings/1') return notSettings('kommons');
  const { work, variant, values } = value;
  if (typeof work !== 'string' || work === '') return notSettings('work');
  if (typeof variant !== 'string' || variant === '') return notSettings('variant');
  if (!isObject(values)) return notSettings('values');
  return { ok: true, settings: { kommons: 'settings/1', work, variant, values } };
}

function notSettings(path: string): SettingsResult {
  return { ok: false, failure: { kind: 'not-settings', path } };
}

/** The text of a settings document: two spaces, values in the order of their ids. */
export function serialiseSettings({ work, variant, values }: Settings): string {
  const ids = Object.keys(values).toSorted();
  const ordered: readonly (readonly [string, Json])[] = ids.map((id) => [id, values[id] ?? null]);
  const settings = { kommons: 'settings/1', work, variant, values: Object.fromEntries(ordered) };
  return `${JSON.stringify(settings, null, 2)}\n`;
}
