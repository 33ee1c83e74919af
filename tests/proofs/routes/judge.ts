import type { AnyRoute } from '../../../src/platform/http/index.ts';
import type { Incoming } from '../requests.ts';
import { canary, foreign, foreignNumber, neighbour, own, supplier } from './stage.ts';

/** Works at a supplier, and at no organisation that anything is tried at. */
export const stranger = `supplier@${supplier}`;

const roles = ['case-worker', 'designer', 'training-lead', 'strategist', 'board-member', 'admin', 'supplier'];

/** Everybody who tries: nobody, a citizen and each role, all of the own municipality, and somebody at a supplier. */
export const people: readonly (string | null)[] = [
  null,
  `citizen:1@${own}`,
  ...roles.map((role) => `${role}@${own}`),
  stranger,
];

/** Who may read the cases of the own municipality. */
const readsCases = `case-worker@${own}`;

export type Attempt = {
  readonly route: AnyRoute;
  readonly who: string | null;
  /** The organisation in the address, and the one whose things it names. */
  readonly place: string;
  readonly thingsOf: string;
  readonly url: string;
};

const held = (reply: Incoming, text: string): string | null => {
  if (reply.body.includes(text)) return 'body';
  return reply.headers.includes(text) ? 'headers' : null;
};

/** Those who have a right to what is at a place, whichever it asks for. */
export const rightful = (place: string): readonly string[] =>
  place === supplier ? [stranger] : roles.map((role) => `${role}@${place}`);

/** Statuses that say no more than "not there", "sign in" or "that cannot be read". */
export const closed: ReadonlySet<number> = new Set([401, 403, 404, 405]);

/** What an answer gives away that it should not, in words; null for nothing. */
export function judge(attempt: Attempt, reply: Incoming): string | null {
  const { route, who, place, url } = attempt;
  const what = `${who ?? 'nobody'} ${route.method} ${url} → ${reply.status}`;
  const leaked = held(reply, canary) ?? held(reply, foreignNumber);
  if (leaked !== null) return `${what}: a secret of ${foreign} in the ${leaked}`;
  const neighbours = who === readsCases ? null : held(reply, neighbour);
  if (neighbours !== null) return `${what}: what a neighbour wrote in the ${neighbours}`;
  if (reply.status >= 500) return `${what}: a fault`;
  const staffOnly = route.access.kind === 'staff' && who?.endsWith(`@${place}`) !== true;
  const asked = who === null && reply.status === 303 && reply.location.includes('/logga-in');
  if (staffOnly && !closed.has(reply.status) && !asked)
    return `${what}: somebody at work who is not of ${place}`;
  return null;
}
