import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { emit } from '../../../../platform/events/index.ts';
import { tellElsewhere } from '../../../commons/index.ts';
import { seenBy } from '../door.ts';
import { questionAnswered, questionAsked } from '../events.ts';
import { leftToday } from '../../pace.ts';
import type { LandscapeReader } from '../reader.ts';
import { saveAnswer, saveQuestion, type Question } from './store.ts';

/** Somebody who is shown as the one to ask about a system in use. */
export type Askable = {
  readonly organisation: string;
  readonly usage: string;
  /** As it was registered. */
  readonly product: string;
  /** Whom to ask, as it is shown. */
  readonly contact: string;
  /** Whether an address of theirs is shown. */
  readonly address: boolean;
};

/** At most so many are asked in one go: all that can be compared. */
export const mostAsked = 60;

/**
 * Those of the organisations named, as users or as who registers for them, that the reader is shown whom to ask at,
 * about one usage or about a product: one for each organisation. Nobody else is ever asked.
 */
export async function findAskable(
  tx: Tx,
  reader: LandscapeReader,
  asked: {
    readonly to: readonly string[];
    readonly usage: string | null;
    readonly products: readonly string[];
  },
): Promise<readonly Askable[]> {
  const about =
    asked.usage === null
      ? sql`s.registered_id = any(${asked.products}::text[])`
      : sql`s.usage_id::text = ${asked.usage}`;
  const { rows } = await sql<Askable>`
    select distinct on (s.organisation_id) s.organisation_id as organisation, s.usage_id as usage,
      s.registered_id as product, coalesce(s.facts ->> 'contact', s.facts ->> 'contactEmail') as contact,
      s.facts ? 'contactEmail' as address
    from ${seenBy(reader)} s
    where s.organisation_id <> ${reader.organisation} and ${about}
      and (s.organisation_id = any(${asked.to}::text[]) or s.user_id = any(${asked.to}::text[]))
      and coalesce(s.facts ->> 'contact', s.facts ->> 'contactEmail') is not null
    order by s.organisation_id, s.usage_id limit ${mostAsked}`.execute(tx);
  return rows;
}

export type Asking = {
  readonly tx: Tx;
  readonly organisation: string;
  readonly person: string;
  readonly author: string;
  readonly language: 'sv' | 'en';
  readonly at: Date;
  readonly newId: () => string;
};

export type Sent =
  | { readonly ok: true; readonly ids: readonly string[] }
  /** Fewer can still be asked today. */
  | { readonly ok: false; readonly left: number };

/** Asks each of them, with a notice and a letter, or nobody. */
export async function askAll(
  { tx, organisation, person, author, language, at, newId }: Asking,
  { to, text, about }: { readonly to: readonly Askable[]; readonly text: string; readonly about: string },
): Promise<Sent> {
  const left = await leftToday(tx, 'questions', { organisation, at });
  if (left < to.length) return { ok: false, left };
  const ids: string[] = [];
  for (const one of to) {
    const id = newId();
    ids.push(id);
    const { organisation: receiver, usage, product } = one;
    await saveQuestion(tx, {
      id,
      organisation,
      to: receiver,
      usage,
      product,
      text,
      person,
      author,
      language,
      at,
    });
    const title = { sv: `Fråga om ${about}`, en: `Question about ${about}` };
    await tellElsewhere(tx, {
      organisation,
      to: [receiver],
      title,
      text,
      path: `systemfragor/${id}`,
      at,
      newId,
    });
    await emit(
      tx,
      questionAsked,
      {
        from: organisation,
        to: receiver,
        question: id,
        usage,
        about,
        text,
        toContact: one.address,
        letter: newId(),
      },
      { id: newId(), organisation, subject: `question ${id}`, at },
    );
  }
  return { ok: true, ids };
}

/** Answers a question, with a notice and a letter to whoever asked; whether nobody had answered it. */
export async function answerQuestion(
  { tx, organisation, author, at, newId }: Omit<Asking, 'person' | 'language'>,
  { question, text, about }: { readonly question: Question; readonly text: string; readonly about: string },
): Promise<boolean> {
  const { id, organisation: asker } = question;
  if (!(await saveAnswer(tx, { organisation, id }, { text, by: author, at }))) return false;
  const title = { sv: `Svar om ${about}`, en: `Answer about ${about}` };
  await tellElsewhere(tx, { organisation, to: [asker], title, text, path: `systemfragor/${id}`, at, newId });
  await emit(
    tx,
    questionAnswered,
    {
      from: organisation,
      to: asker,
      question: id,
      about,
      text,
      letter: newId(),
      language: question.language,
    },
    { id: newId(), organisation, subject: `question ${id}`, at },
  );
  return true;
}
