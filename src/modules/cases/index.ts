export { openCase } from './actions/open-case.ts';
export { findOwnCases } from './actions/own-cases.ts';
export { findHome } from './actions/own-home.ts';
export { addresses } from './addresses.ts';
export type { NewCase } from './model/new-case.ts';
export { daysToDecide, decisionDue } from './model/process.ts';
export { routes } from './routes/index.ts';
export { countDecided, type Decided } from './store/outcomes.ts';
