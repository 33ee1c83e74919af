import type { Answers, FileAnswer, SubmittedForm } from '../definition/index.ts';

export type FilesByInput = Readonly<Record<string, readonly FileAnswer[]>>;

/** A file that was not kept: it is infected, or nobody could tell, or the draft holds as much as it may. */
export type Unsafe = {
  readonly input: string;
  readonly name: string;
  readonly kind: 'infected' | 'not-scanned' | 'no-room';
};

/** A page as it was sent: the form's own names and values, and its files, refused ones too. */
export type Typed = {
  readonly form: SubmittedForm;
  readonly files: FilesByInput;
  readonly unsafe: readonly Unsafe[];
};

export type PageRecord = {
  /** The draft's revision when the page was last saved. */
  readonly revision: number;
  /** When, in ISO 8601. */
  readonly at: string;
  /**
   * What was typed while it cannot all be read, so that it stays on the page. `judged` is false until the
   * person has asked to go on: a half-filled page is not scolded for being half-filled.
   */
  readonly typed: (Typed & { readonly judged: boolean }) | null;
  /** Sent from a window that had an older page; waits for the person to choose. */
  readonly pending: (Typed & { readonly at: string }) | null;
};

/** All that a person has given so far. Pages that were never sent have no record. */
export type Content = {
  readonly answers: Answers;
  readonly pages: Readonly<Record<string, PageRecord>>;
};

export const emptyContent: Content = { answers: {}, pages: {} };

/** What reading a page gave: everything, or what could be read. */
export type Reading = { readonly ok: boolean; readonly answers: Answers };

export type PageSaving = {
  readonly page: string;
  /** The revision of the page that the form was made from; `null` when the sender does not care. */
  readonly basedOn: number | null;
  readonly sent: Typed;
  readonly reading: Reading;
  readonly judged: boolean;
  /** Keeps what was typed though it could be read: the person goes on filling in the page. */
  readonly keepsTyped: boolean;
  /** The revision that this save will be. */
  readonly revision: number;
  readonly at: string;
};

export type Saved =
  | { readonly kind: 'saved'; readonly content: Content }
  /** Another window saved the page in between; what was sent is kept beside it, nothing is overwritten. */
  | { readonly kind: 'stale'; readonly content: Content };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const agrees = (answers: Answers, given: Answers): boolean =>
  Object.entries(given).every(([field, value]) => same(answers[field], value));

const withRecord = (content: Content, page: string, record: PageRecord): Content['pages'] => ({
  ...content.pages,
  [page]: record,
});

/**
 * Saves what one page sent. What cannot be read stays as typed; what an older window sends waits beside
 * what is saved, until the person has chosen. The same page sent again changes nothing but the time.
 */
export function decideSave(content: Content, saving: PageSaving): Saved {
  const { page, reading, sent, revision, at } = saving;
  const before = content.pages[page];
  const older = before !== undefined && saving.basedOn !== null && saving.basedOn < before.revision;
  const repeated =
    before !== undefined &&
    (reading.ok
      ? before.typed === null && agrees(content.answers, reading.answers)
      : before.typed !== null && same(before.typed.form, sent.form));
  if (older && !repeated) {
    const pages = withRecord(content, page, { ...before, pending: { ...sent, at } });
    return { kind: 'stale', content: { ...content, pages } };
  }
  const typed = reading.ok && !saving.keepsTyped ? null : { ...sent, judged: saving.judged };
  return {
    kind: 'saved',
    content: {
      answers: { ...content.answers, ...reading.answers },
      pages: withRecord(content, page, { revision, at, typed, pending: before?.pending ?? null }),
    },
  };
}

/** Forgets what the older window sent: the person chose what is saved. */
export function dropPending(content: Content, page: string): Content {
  const record = content.pages[page];
  return record === undefined
    ? content
    : { ...content, pages: withRecord(content, page, { ...record, pending: null }) };
}
