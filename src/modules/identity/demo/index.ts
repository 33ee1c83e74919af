/** People and sign-in of the demo world. Only demo mode imports this. */
export { demoMunicipalities } from './citizens.ts';
export { findDemoPerson } from './people.ts';
export { demoRealm, findDemoHome, seedDemoPeople } from './seed.ts';
export { mintToken, readToken } from './tokens.ts';
export { demoOidcSettings, demoProvider } from './provider.ts';
