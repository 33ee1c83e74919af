import { describeIssue, validateShape, type Definition } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { deleteWork, insertWork } from '../library/shelf.ts';
import { findWorkRow, listPublicationRows, type WorkRow } from '../library/door.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { isSlug, StorableJson } from '../model/input.ts';
import { findKind, type Issue } from '../model/kind.ts';
import type { Sharing } from '../model/shapes.ts';
import type { Variant } from '../model/work.ts';
import { readerFor } from '../reader.ts';
import { record } from '../store/history.ts';
import { insertSettings } from '../store/settings.ts';
import { findVariant, insertVariant } from '../store/variants.ts';
import { advance, saveAdvanced, type NewStep } from './advance.ts';
import { checkFiles } from './files.ts';

const shareNothing: Sharing = { changes: false, use: false, results: false };

/** What is wrong with the shape of a definition before its kind is asked. */
export function shapeIssues(definition: unknown): readonly Issue[] {
  if (!StorableJson.safeParse(definition).success) {
    const message = {
      sv: 'Texten innehåller ett tecken som inte kan sparas.',
      en: 'A text holds a sign that cannot be stored.',
    };
    return [{ path: '', severity: 'error', message }];
  }
  if (isTooLarge(definition)) return [tooLarge];
  return validateShape(definition).map((issue) => ({
    path: issue.path,
    severity: 'error',
    message: { sv: describeIssue(issue, 'sv'), en: describeIssue(issue, 'en') },
  }));
}

/** No real work comes near: the largest are a sixth of it. A merge of more would keep others waiting. */
const mostElements = 3_000;
const mostBytes = 1_500_000;

const tooLarge: Issue = {
  path: '',
  severity: 'error',
  message: {
    sv: 'Innehållet är för stort. Det får ha högst 3 000 delar och vara högst 1,5 megabyte. Dela upp det.',
    en: 'The content is too large. It may have at most 3,000 parts and be at most 1.5 megabytes. Divide it.',
  },
};

function isTooLarge(definition: unknown): boolean {
  let elements = 0;
  const text = JSON.stringify(definition, (_name, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'id' in value) elements += 1;
    return value;
  });
  return elements > mostElements || Buffer.byteLength(text ?? '') > mostBytes;
}

const badName: Issue = {
  path: 'id',
  severity: 'error',
  message: {
    sv: 'Namnet får ha små bokstäver a till z, siffror och bindestreck.',
    en: 'The name may have small letters a to z, digits and hyphens.',
  },
};

const reservedName: Issue = {
  path: 'id',
  severity: 'error',
  message: {
    sv: 'Namnet används redan av en sida i Kommons. Välj ett annat.',
    en: 'The name is taken by a page of Kommons. Choose another.',
  },
};

/**
 * A new work that the organisation owns; the definition's id becomes its name for all. A work of its own whose
 * variant a restore has taken away is made anew. Fails with `work-taken`, `unknown-kind` or `invalid`.
 */
export async function createWork(
  a: Acting,
  { definition, message }: { readonly definition: Definition; readonly message: string },
): Promise<Outcome<Variant>> {
  const kind = findKind(definition.kind);
  if (kind === undefined) return refused({ kind: 'unknown-kind', name: definition.kind });
  const issues = shapeIssues(definition);
  if (issues.length > 0) return refused({ kind: 'invalid', issues });
  if (!isSlug(definition.id)) return refused({ kind: 'invalid', issues: [badName] });
  if (kind.reserved?.includes(definition.id) === true)
    return refused({ kind: 'invalid', issues: [reservedName] });
  const files = await checkFiles(a, definition);
  if (!files.ok) return files;
  const owner = { work_id: definition.id, kind: kind.id, owner_organisation_id: a.organisation };
  const isNew = await insertWork(a.tx, owner, a.now);
  const holder = isNew ? null : await findHolder(a, owner);
  if (holder !== null) return refused({ kind: 'work-taken', owner: holder });
  const variant = await startVariant(a, {
    work: definition.id,
    kind: kind.id,
    step: { step: 'created', definition, message },
    sharing: shareNothing,
    autoUpdate: 'ask',
  });
  if (variant === null) {
    if (isNew) await deleteWork(a.tx, definition.id, a.organisation);
    return refused({ kind: 'already-adopted' });
  }
  await record(a, { work: variant.work, kind: 'created', reason: message, number: 1 });
  return done(variant);
}

/** Who has the name; null where it is a work of one's own without a variant. */
async function findHolder(a: Acting, wanted: WorkRow): Promise<string | null> {
  const row = await findWorkRow(a.tx, wanted.work_id);
  const isLost =
    row?.owner_organisation_id === a.organisation &&
    row.kind === wanted.kind &&
    (await findVariant(a.tx, a.organisation, wanted.work_id)) === null;
  return isLost ? null : (row?.owner_organisation_id ?? '');
}

/** What the organisation has published stays published, also where a restore has taken its variant away. */
async function findPublishedNumber(a: Acting, work: string): Promise<number | null> {
  const rows = await listPublicationRows(a.tx, await readerFor(a), { work, organisation: a.organisation });
  return rows.reduce<number | null>((highest, { number }) => Math.max(highest ?? 0, number), null);
}

type Start = {
  readonly work: string;
  readonly kind: string;
  readonly step: NewStep;
  readonly sharing: Sharing;
  readonly autoUpdate: Variant['autoUpdate'];
};

/** Begins a variant with its first version and empty settings; null when there is one already. */
export async function startVariant(a: Acting, start: Start): Promise<Variant | null> {
  const empty: Variant = {
    organisation: a.organisation,
    work: start.work,
    kind: start.kind,
    title: start.step.definition.title,
    base: null,
    sharing: start.sharing,
    autoUpdate: start.autoUpdate,
    head: { number: 0, versionId: '', definitionHash: '' },
    settingsNumber: 1,
    running: null,
    draft: null,
    published: await findPublishedNumber(a, start.work),
  };
  const advanced = advance(a, empty, start.step);
  if (!(await insertVariant(a.tx, advanced.variant, a.now))) return null;
  await insertSettings(a.tx, a.organisation, {
    work: start.work,
    number: 1,
    values: {},
    by: a.author,
    at: a.now,
    reason: null,
  });
  await saveAdvanced(a, [advanced]);
  return findVariant(a.tx, a.organisation, start.work);
}
