/** People and sign-in of the demo world. Only demo mode imports this. */
export { demoMunicipalities } from './citizens.ts';
export { findDemoPerson } from './people.ts';
export type { DemoPerson } from './people.ts';
export { demoPublic, demoRealm, demoStaff, seedDemoPeople } from './seed.ts';
export { mintToken, readToken } from './tokens.ts';
export type { RenderDocument } from './chooser.tsx';
export type { DemoProviderParts } from './provider.ts';
export { demoOidcSettings, demoProvider } from './provider.ts';
