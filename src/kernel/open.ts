import { definitionMigrations, migrateDefinition } from './migrations.ts';
import { parseDefinition, type ParsedDefinition, type ShapeOptions } from './shape.ts';

/** A stored or received value as a definition of the newest format, whatever version it was written in. */
export function openDefinition(value: unknown, options: ShapeOptions = {}): ParsedDefinition {
  const migrated = migrateDefinition(value, options.migrations ?? definitionMigrations);
  return parseDefinition(migrated.ok ? migrated.value : value, options);
}
