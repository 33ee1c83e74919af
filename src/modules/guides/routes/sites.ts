import { everybodyAtWork, open } from '../../../platform/http/index.ts';
import { open as openAt, work as workAt } from './addresses.ts';

/** The two places where guides are read, each page of them by the same route. */
export const sites = [
  { kind: 'work', at: workAt, access: everybodyAtWork },
  { kind: 'open', at: openAt, access: open },
] as const;
