import type { Tx } from '../../platform/db/index.ts';
import { getOrganisation, getPerson, type Context, type Language } from '../../platform/http/index.ts';
import type { Author } from './model/work.ts';

/** Somebody acting for one organisation, inside a transaction that has that organisation as its tenant. */
export type Acting = {
  readonly tx: Tx;
  readonly now: Date;
  readonly newId: () => string;
  readonly organisation: string;
  readonly author: Author;
  /** A program acts, whoever has set it to. */
  readonly byProgram?: boolean;
  readonly language: Language;
};

/** From a request whose path names the organisation and whose access rule asks for a person. */
export function acting(context: Context): Acting {
  const { person, name, via } = getPerson(context);
  const byProgram = via === 'reading-program' || via === 'writing-program';
  const { tx, now, newId, language } = context;
  return {
    tx,
    now,
    newId,
    organisation: getOrganisation(context),
    author: { person, name },
    byProgram,
    language,
  };
}

/** What the platform does by itself, such as an update that the adopter has chosen to have taken on its day. */
export const byItself: Author = { person: null, name: 'Kommons' };
