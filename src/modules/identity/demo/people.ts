import { createHash } from 'node:crypto';
import { roles, type Role } from '../../../platform/http/index.ts';
import { exampleSuppliers, municipalities, networks, regions } from '../../organisations/index.ts';
import { roleLabel } from '../people/role-label.ts';
import { demoCitizens } from './citizens.ts';

/** Somebody in the demo world, known by role and place, never by a personal name. */
export type DemoPerson = {
  readonly id: string;
  /** `ROLE@SLUG`, as on the command line. */
  readonly key: string;
  readonly role: Role;
  readonly organisation: string;
  /** "Handläggare, Härnösand". */
  readonly name: string;
  /** Where the same person has worked before, and still may. */
  readonly before?: string;
  readonly personalNumber: string | null;
};

const places = new Map(
  [...municipalities, ...regions, ...networks, ...exampleSuppliers].map(({ id, name }) => [id, name]),
);
const atSuppliers = new Set(exampleSuppliers.map(({ id }) => id));

/** "Härnösand". */
export const placeName = (organisation: string): string => places.get(organisation) ?? organisation;

/** The same id wherever and whenever it is asked for (RFC 9562, version 8: hash of the name). */
function idOf(name: string): string {
  const bytes = createHash('sha256').update(`kommons demo person ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function citizen(organisation: string, place: string, number: number): DemoPerson {
  const listed = demoCitizens.find((one) => one.municipality === organisation && one.number === number);
  const key = `citizen:${String(number)}@${organisation}`;
  return {
    id: idOf(key),
    key,
    role: 'citizen',
    organisation,
    name: `Invånare${number === 1 ? '' : ` ${String(number)}`}, ${place}`,
    personalNumber: listed?.personalNumber ?? null,
  };
}

type Move = { readonly role: Role; readonly from: string; readonly to: string };

/** Who has gone from one municipality to another: what they have read goes along. */
const moves: readonly Move[] = [{ role: 'case-worker', from: 'skara', to: 'hjo' }];

/** `case-worker:moved@hjo`, or `@skara` for the same person at the place before. */
const findMoved = (role: Role, organisation: string): DemoPerson | null => {
  const move = moves.find((one) => one.role === role && [one.from, one.to].includes(organisation));
  if (move === undefined) return null;
  const { from, to } = move;
  return {
    id: idOf(`${role}:moved@${to}`),
    key: `${role}:moved@${organisation}`,
    role,
    organisation,
    name: `Flyttat från ${placeName(from)} till ${placeName(to)}`,
    personalNumber: null,
    before: from,
  };
};

/** Those who have moved, where they are now. */
export const demoMovers: readonly DemoPerson[] = moves.flatMap(({ role, to }) => findMoved(role, to) ?? []);

/**
 * The person that `ROLE@SLUG` names: `case-worker@harnosand`, `citizen@harnosand`, the second citizen as
 * `citizen:2@harnosand` or by personal number as `citizen:197701172392@harnosand`, who has moved as
 * `case-worker:moved@hjo`. Null for a role or an organisation that does not exist.
 */
export function findDemoPerson(name: string): DemoPerson | null {
  const parts = /^([a-z-]+)(?::(\d{1,12}|moved))?@([a-z0-9-]+)$/.exec(name);
  const organisation = parts?.[3] ?? '';
  const place = places.get(organisation);
  const role = roles.find((known) => known === parts?.[1]);
  if (place === undefined || role === undefined) return null;
  if (atSuppliers.has(organisation) && role !== 'supplier') return null;
  const detail = parts?.[2];
  if (detail === 'moved') return findMoved(role, organisation);
  if (role !== 'citizen') {
    if (detail !== undefined) return null;
    const key = `${role}@${organisation}`;
    return { id: idOf(key), key, role, organisation, name: roleLabel(role, place), personalNumber: null };
  }
  if (detail === undefined) return citizen(organisation, place, 1);
  const listed = demoCitizens.find(
    (one) => one.personalNumber === detail && one.municipality === organisation,
  );
  if (listed !== undefined) return citizen(organisation, place, listed.number);
  return /^[1-9]\d{0,2}$/.test(detail) ? citizen(organisation, place, Number(detail)) : null;
}
