export { openCase } from './actions/open-case.ts';
export { findOwnCases } from './actions/own-cases.ts';
export { addresses } from './addresses.ts';
export { scannerOf, useScanner } from './files/scan.ts';
export type { NewCase } from './model/new-case.ts';
export { routes } from './routes/index.ts';
