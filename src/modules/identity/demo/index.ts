/** People and sign-in of the demo world. Only demo mode imports this. */
export { findDemoPerson } from './people.ts';
export type { DemoPerson } from './people.ts';
export { demoPublic, demoRealm, demoStaff, seedDemoPeople } from './seed.ts';
export { mintToken, readToken } from './tokens.ts';
