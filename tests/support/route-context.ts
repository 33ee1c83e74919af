import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Context, Role } from '../../src/platform/http/index.ts';
import type { Tx } from '../../src/platform/db/index.ts';

const unused = (): never => {
  throw new Error('this route has no business with files or documents');
};

export const anonymous: Actor = { kind: 'anonymous' };

/** A person with one role, as a session would give it. */
export function personWith(person: string, role: Role, organisation: string): Actor {
  return {
    kind: 'person',
    person,
    name: `${role}, ${organisation}`,
    mandates: [{ organisation, unit: null, role }],
    workingFor: organisation,
    via: 'session',
  };
}

type Given = Partial<Omit<Context, 'files'>> & {
  /** What the route needs of the store. */
  readonly files?: Partial<Context['files']>;
};

/** What the web shell hands to a route, for tests that call one directly. */
export function contextOf(tx: Tx, { files, ...given }: Given = {}): Context {
  return {
    accept: '',
    requestId: 'test',
    now: new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
    newSecret: () => randomBytes(32).toString('base64url'),
    language: 'sv',
    actor: anonymous,
    organisation: null,
    tx,
    files: {
      save: unused,
      get: unused,
      find: unused,
      begin: unused,
      hasRoom: unused,
      open: unused,
      ...files,
    },
    pdf: { render: unused, renderInTurn: unused },
    origin: 'http://127.0.0.1',
    address: '/',
    demo: true,
    ...given,
  };
}
