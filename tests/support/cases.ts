import { randomUUID } from 'node:crypto';
import { contextOf, personWith } from './route-context.ts';
import type { TestDatabase } from './database.ts';
import type { Context } from '../../src/platform/http/index.ts';
import { seedFacts } from '../../src/modules/organisations/index.ts';
import type { NewCase } from '../../src/modules/cases/model/new-case.ts';
import type { ProcessState } from '../../src/modules/cases/model/process.ts';
import { openCase } from '../../src/modules/cases/actions/open-case.ts';

/** Case workers of Härnösand, and people who apply. */
export const anna = '0b9c1f5e-6b0e-4d52-9a0c-3d5c5f0a0001';
export const bo = '0b9c1f5e-6b0e-4d52-9a0c-3d5c5f0a0002';
export const applicant = '0b9c1f5e-6b0e-4d52-9a0c-3d5c5f0a0003';
export const stranger = '0b9c1f5e-6b0e-4d52-9a0c-3d5c5f0a0004';

export const monday = new Date('2026-11-23T09:00:00Z');

const both = (sv: string, en: string) => ({ sv, en });

const state = (
  id: string,
  kind: ProcessState['kind'],
  title: ProcessState['title'],
  timeLimit: number | null,
): ProcessState => ({ id, kind, title, timeLimit, role: 'case-worker', help: null, pausesClock: false });

export const exampleCase = (given: Partial<NewCase> = {}): NewCase => ({
  id: randomUUID(),
  organisation: 'harnosand',
  person: applicant,
  contact: { name: 'Sökande, Härnösand', email: 'sokande@example.com' },
  work: 'skolskjuts',
  workTitle: both('Skolskjuts', 'School transport'),
  versionId: 'version-1',
  versionNumber: 1,
  settingsNumber: 1,
  prefix: 'SKJ',
  title: both('Skolskjuts: grundskola', 'School transport: compulsory school'),
  process: {
    id: 'process',
    completionDays: 14,
    states: [
      state('inkommen', 'received', both('Inkommen', 'Received'), 2),
      state('utredning', 'working', both('Utredning', 'Investigation'), 10),
      state('beslut', 'working', both('Beslut', 'Decision'), 2),
      state('vantar', 'waiting', both('Väntar', 'Waiting'), null),
      state('beslutad', 'decided', both('Beslutad', 'Decided'), 21),
      state('avslutad', 'closed', both('Avslutad', 'Closed'), null),
    ],
  },
  decisions: [
    {
      id: 'bevilja',
      label: both('Bevilja skolskjuts', 'Grant school transport'),
      outcome: 'approved',
      text: both('Barnet beviljas skolskjuts.', 'The child is granted school transport.'),
    },
    {
      id: 'avsla',
      label: both('Avslå', 'Refuse'),
      outcome: 'rejected',
      text: both('Ansökan avslås.', 'The application is refused.'),
    },
  ],
  appeal: both('Skriv till oss inom **tre veckor**.', 'Write to us within **three weeks**.'),
  answers: [
    {
      id: 'barnet',
      title: both('Barnet', 'The child'),
      rows: [
        {
          id: 'skola',
          label: both('Vilken skola går barnet i?', 'Which school does the child attend?'),
          value: 'Älandsbro skola',
          kind: 'short-text',
        },
        {
          id: 'avstand',
          label: both('Hur lång är vägen?', 'How long is the way?'),
          value: both('3,4 kilometer', '3.4 kilometres'),
          kind: 'number',
        },
      ],
    },
  ],
  concerns: [
    {
      id: 'barnets-namn',
      label: both('Barnets namn', "The child's name"),
      value: 'Alva Exempel',
      kind: 'short-text',
    },
  ],
  attachments: [],
  language: 'sv',
  ...given,
});

/** The country's municipalities, and two case workers in Härnösand. */
export async function settle({ db }: TestDatabase): Promise<void> {
  await db.transaction({ organisation: null, person: null }, (tx) => seedFacts(tx));
  for (const person of [anna, bo]) {
    await db.transaction({ organisation: 'harnosand', person }, async (tx) => {
      const label = person === anna ? 'Anna, Härnösand' : 'Bo, Härnösand';
      await tx
        .insertInto('identity.people')
        .values({ id: person, name: label, created_at: monday })
        .execute();
      await tx
        .insertInto('identity.mandates')
        .values({
          organisation_id: 'harnosand',
          person_id: person,
          role: 'case-worker',
          label,
          valid_from: new Date('2026-01-01T00:00:00Z'),
        })
        .execute();
    });
  }
}

/** Runs something as a case worker or an applicant would, in a transaction of its own. */
export function actAs<T>(
  { db }: TestDatabase,
  who: {
    readonly person: string;
    readonly at?: Date;
    readonly organisation?: string;
    readonly citizen?: boolean;
  },
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { person, at = monday, organisation = 'harnosand', citizen = false } = who;
  const actor = personWith(person, citizen ? 'citizen' : 'case-worker', organisation);
  return db.transaction({ organisation, person }, (tx) =>
    work(contextOf(tx, { actor, organisation, now: at, files: filesInMemory })),
  );
}

const kept = new Map<string, Uint8Array>();
const filesInMemory: Pick<Context['files'], 'save' | 'get' | 'find'> = {
  save: async (bytes) => {
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
    const hash = Buffer.from(digest).toString('hex');
    kept.set(hash, bytes);
    return hash;
  },
  get: async (hash) => {
    const bytes = kept.get(hash);
    if (bytes === undefined) throw new Error('no such file');
    return bytes;
  },
  find: async (hash) => kept.get(hash) ?? null,
};

/** A new case of the applicant's, opened on Monday unless said otherwise. */
export async function openExample(
  database: TestDatabase,
  given: Partial<NewCase> = {},
  at: Date = monday,
): Promise<{ readonly id: string; readonly number: string }> {
  return actAs(database, { person: applicant, citizen: true, at }, (context) =>
    openCase(context, exampleCase(given)),
  );
}
