export { settingsPages } from './addresses.ts';
export { findTile, municipalities, regions } from './facts/facts.ts';
export { genitive } from './facts/names.ts';
export { networks } from './facts/networks.ts';
export type { Profile } from './profile.ts';
export { findPlace, findProfile, listUnits, saveProfile, saveUnit } from './profile.ts';
export { SettingsColumns } from './pages/settings-columns.tsx';
export { routes } from './routes.tsx';
export { seedFacts, seedNetworks } from './seed.ts';
export {
  findByHost,
  findNames,
  findOrganisation,
  listHosts,
  membersOf,
  networksOf,
  saveHost,
} from './store.ts';
