export { publicSite, settingsPages } from './addresses.ts';
export type { Fact, MunicipalityFact } from './facts/facts.ts';
export { findTile, getCountyName, municipalities, regions } from './facts/facts.ts';
export { genitive } from './facts/names.ts';
export { networks } from './facts/networks.ts';
export type { Organisation, OrganisationKind } from './model.ts';
export { isNetwork, networkKinds, organisationKinds } from './model.ts';
export type { Profile, Unit } from './profile.ts';
export { findPlace, findProfile, listUnits, saveProfile, saveUnit } from './profile.ts';
export { SettingsColumns } from './pages/settings-columns.tsx';
export { routes } from './routes.tsx';
export { seedFacts, seedNetworks } from './seed.ts';
export type { ListQuery } from './store.ts';
export {
  findByHost,
  findNames,
  findOrganisation,
  listHosts,
  listOrganisations,
  membersOf,
  networksOf,
  saveHost,
} from './store.ts';
