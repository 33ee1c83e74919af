import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Answers, FileAnswer, SubmittedForm } from '../definition/index.ts';
import type { Content, Unsafe } from './content.ts';
import type { Draft, Holder, OpenDraft, Receipt } from './draft.ts';

const Stored = z.record(z.string(), z.unknown());
const Form = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
) satisfies z.ZodType<SubmittedForm>;
const File = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  hash: z.string(),
}) satisfies z.ZodType<FileAnswer>;
const Unsafe = z.object({
  input: z.string(),
  name: z.string(),
  kind: z.enum(['infected', 'not-scanned', 'no-room']),
}) satisfies z.ZodType<Unsafe>;
const Typed = { form: Form, files: z.record(z.string(), z.array(File)), unsafe: z.array(Unsafe) };
// Answers were read by the definition before they were saved; only their outer shape is checked again.
const AnswersStored = z.custom<Answers>((value) => Stored.safeParse(value).success);
const Content = z.object({
  answers: AnswersStored,
  pages: z.record(
    z.string(),
    z.object({
      revision: z.number(),
      at: z.string(),
      typed: z.object({ ...Typed, judged: z.boolean() }).nullable(),
      pending: z.object({ ...Typed, at: z.string() }).nullable(),
    }),
  ),
}) satisfies z.ZodType<Content>;

const Receipt = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  versionNumber: z.number(),
  answerBy: z.string().nullable(),
}) satisfies z.ZodType<Receipt>;

const Row = z
  .object({
    organisation_id: z.string(),
    id: z.string(),
    work_id: z.string(),
    person_id: z.string().nullable(),
    secret_hash: z.string().nullable(),
    version_id: z.string(),
    settings_number: z.number(),
    language: z.enum(['sv', 'en']),
    revision: z.number(),
    content: Content,
    begun_at: z.date(),
    saved_at: z.date(),
    kept_until: z.date(),
    submitted_at: z.date().nullable(),
    receipt: Receipt.nullable(),
  })
  .transform((row): Draft => ({
    organisation: row.organisation_id,
    id: row.id,
    work: row.work_id,
    holder: holderOf(row.person_id, row.secret_hash),
    pin: { versionId: row.version_id, settingsNumber: row.settings_number },
    language: row.language,
    revision: row.revision,
    begunAt: row.begun_at,
    savedAt: row.saved_at,
    keptUntil: row.kept_until,
    state:
      row.submitted_at === null || row.receipt === null
        ? { kind: 'open', content: row.content }
        : { kind: 'submitted', at: row.submitted_at, receipt: row.receipt },
  }));

function holderOf(person: string | null, secretHash: string | null): Holder {
  if (person !== null) return { kind: 'person', person };
  if (secretHash !== null) return { kind: 'bearer', secretHash };
  throw new Error('a draft has neither a person nor a secret');
}

/** The draft of an organisation, if it is there. Says nothing of who may open it: see `open-draft.ts`. */
export async function findDraft(tx: Tx, organisation: string, id: string): Promise<Draft | null> {
  const found = await sql`
    select * from services.drafts where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return found.rows.length === 0 ? null : Row.parse(found.rows[0]);
}

/** As `findDraft`, and holds the row until the transaction ends: two saves take turns. */
export async function lockDraft(tx: Tx, organisation: string, id: string): Promise<Draft | null> {
  const found = await sql`
    select * from services.drafts where organisation_id = ${organisation} and id = ${id} for update`.execute(
    tx,
  );
  return found.rows.length === 0 ? null : Row.parse(found.rows[0]);
}

export async function insertDraft(tx: Tx, draft: OpenDraft): Promise<void> {
  const person = draft.holder.kind === 'person' ? draft.holder.person : null;
  const secret = draft.holder.kind === 'bearer' ? draft.holder.secretHash : null;
  await sql`
    insert into services.drafts (organisation_id, id, work_id, person_id, secret_hash, version_id, settings_number,
      language, revision, content, begun_at, saved_at, kept_until)
    values (${draft.organisation}, ${draft.id}, ${draft.work}, ${person}, ${secret}, ${draft.pin.versionId},
      ${draft.pin.settingsNumber}, ${draft.language}, ${draft.revision}, ${JSON.stringify(draft.content)}::jsonb,
      ${draft.begunAt}, ${draft.savedAt}, ${draft.keptUntil})`.execute(tx);
}

/** Replaces what the draft holds. The row was locked by `lockDraft`. */
export async function saveContent(tx: Tx, draft: OpenDraft): Promise<void> {
  await sql`
    update services.drafts set content = ${JSON.stringify(draft.content)}::jsonb, revision = ${draft.revision},
      language = ${draft.language}, saved_at = ${draft.savedAt}, kept_until = ${draft.keptUntil}
    where organisation_id = ${draft.organisation} and id = ${draft.id} and submitted_at is null`.execute(tx);
}

/** The draft becomes a receipt: its answers live in the case from now on and are emptied here. */
export async function saveSubmitted(
  tx: Tx,
  draft: OpenDraft,
  submitted: { readonly at: Date; readonly receipt: Receipt },
): Promise<void> {
  await sql`
    update services.drafts set content = '{"answers":{},"pages":{}}'::jsonb, submitted_at = ${submitted.at},
      receipt = ${JSON.stringify(submitted.receipt)}::jsonb, revision = ${draft.revision + 1}
    where organisation_id = ${draft.organisation} and id = ${draft.id}`.execute(tx);
}

export async function deleteDraft(tx: Tx, organisation: string, id: string): Promise<void> {
  await sql`
    delete from services.drafts
    where organisation_id = ${organisation} and id = ${id} and submitted_at is null`.execute(tx);
}

/** A person's drafts that are not sent, newest first, in one organisation or (without) in all of them. */
export async function findDraftsOf(
  tx: Tx,
  person: string,
  place: { readonly organisation?: string; readonly work?: string; readonly now: Date },
): Promise<readonly Draft[]> {
  const found = await sql`
    select * from services.drafts
    where person_id = ${person} and submitted_at is null and kept_until > ${place.now}
      and (${place.organisation ?? null}::text is null or organisation_id = ${place.organisation ?? null})
      and (${place.work ?? null}::text is null or work_id = ${place.work ?? null})
    order by saved_at desc limit 50`.execute(tx);
  return found.rows.map((row) => Row.parse(row));
}

/** Deletes what is past its day in the transaction's organisation. Returns how many. */
export async function deleteExpiredDrafts(tx: Tx, organisation: string, now: Date): Promise<number> {
  const gone = await sql`
    delete from services.drafts where organisation_id = ${organisation} and kept_until < ${now}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0n);
}
