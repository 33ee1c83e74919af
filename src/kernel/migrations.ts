import { asText, isObject, type JsonObject } from './json.ts';

/** One step of the definition format, from the version before it. Never edited once released. */
export type Migration = {
  /** The version that the step leads to. */
  readonly version: number;
  /** What the step does, in kebab case. */
  readonly name: string;
  readonly migrate: (definition: JsonObject) => JsonObject;
};

/** The steps of `definition/N`, without gaps from 1: an old definition opens for ever. */
export const definitionMigrations: readonly Migration[] = checkMigrations([
  { version: 1, name: 'first', migrate: (definition) => definition },
]);

/** Throws unless the steps are numbered 1, 2, 3, … and have different names. */
export function checkMigrations(migrations: readonly Migration[]): readonly Migration[] {
  const gap = migrations.findIndex(({ version }, index) => version !== index + 1);
  if (gap >= 0) throw new RangeError(`migration ${gap + 1} of definitions is missing or out of order`);
  if (new Set(migrations.map(({ name }) => name)).size !== migrations.length) {
    throw new RangeError('two migrations of definitions have one name');
  }
  return migrations;
}

export type Migrated =
  | {
      readonly ok: true;
      readonly value: JsonObject;
      /** Names of the steps taken. */ readonly steps: readonly string[];
    }
  | {
      readonly ok: false;
      readonly failure: { readonly kind: 'unknown-format' | 'newer-format'; readonly format: string };
    };

/** Brings a definition of any earlier version to the newest. */
export function migrateDefinition(
  value: unknown,
  migrations: readonly Migration[] = definitionMigrations,
): Migrated {
  const format = isObject(value) ? asText(value['kommons']) : typeof value;
  const version = Number(/^definition\/([1-9]\d{0,3})$/.exec(format)?.[1] ?? 0);
  if (!isObject(value) || version === 0) return { ok: false, failure: { kind: 'unknown-format', format } };
  if (version > migrations.length) return { ok: false, failure: { kind: 'newer-format', format } };
  const steps = migrations.slice(version);
  const migrated = steps.reduce<JsonObject>(
    (definition, step) => ({ ...step.migrate(definition), kommons: `definition/${step.version}` }),
    value,
  );
  return { ok: true, value: migrated, steps: steps.map(({ name }) => name) };
}
