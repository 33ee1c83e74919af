import type { Organisation } from '../model.ts';
import { municipalityRows } from './municipalities.ts';
import { asciiSlug, municipalityName, municipalitySlug } from './names.ts';
import { regionRows } from './regions.ts';

/** What is known of an organisation before anybody has signed in. */
export type Fact = Omit<Organisation, 'host'>;

export type MunicipalityFact = Fact & {
  readonly latitude: number;
  readonly longitude: number;
  readonly column: number;
  readonly row: number;
};

export const municipalities: readonly MunicipalityFact[] = municipalityRows.map(
  ([code, name, latitude, longitude, column, row]) => ({
    id: municipalitySlug(code, name),
    kind: 'municipality',
    code,
    name,
    publicName: municipalityName(code, name),
    county: code.slice(0, 2),
    latitude,
    longitude,
    column,
    row,
  }),
);

export const regions: readonly Fact[] = regionRows.map(([code, , region]) => ({
  id: asciiSlug(region),
  kind: 'region',
  code,
  name: region,
  publicName: region,
  county: code,
}));

const counties = new Map(regionRows.map(([code, county]) => [code, county]));

/** "Västernorrlands län" for "22". Throws for a code that no county has. */
export function getCountyName(code: string): string {
  const name = counties.get(code);
  if (name === undefined) throw new Error(`no county has code ${code}`);
  return name;
}

const byId = new Map(municipalities.map((fact) => [fact.id, fact]));

/** The municipality's square in the tile map of Sweden; null for other organisations. */
export function findTile(id: string): { readonly column: number; readonly row: number } | null {
  const fact = byId.get(id);
  return fact === undefined ? null : { column: fact.column, row: fact.row };
}
