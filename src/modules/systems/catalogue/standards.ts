import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CatalogueId } from './record.ts';

const Words = z.strictObject({ sv: z.string(), en: z.string() });

/** A standard that products may keep to. */
export const Standard = z.strictObject({
  id: CatalogueId,
  name: z.string(),
  owner: z.string(),
  about: Words,
  web: z.url(),
  areas: z.array(CatalogueId),
});
export type Standard = Readonly<z.infer<typeof Standard>>;

let read: readonly Standard[] | null = null;

/** Every standard that ships, by id. Read once. */
export function standards(): readonly Standard[] {
  const file = new URL('../../../../content/register/standards.json', import.meta.url);
  read ??= z.array(Standard).parse(JSON.parse(readFileSync(file, 'utf8')));
  return read;
}

export const findStandard = (id: string): Standard | null => standards().find((one) => one.id === id) ?? null;
