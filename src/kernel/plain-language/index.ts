export { headingFaults, plainFaults, plainLimits } from './check.ts';
