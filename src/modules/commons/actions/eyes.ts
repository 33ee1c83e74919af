import { listMandates } from '../../identity/index.ts';
import type { Acting } from '../acting.ts';
import { makersOf } from '../model/makers.ts';
import type { Advanced } from '../model/advanced.ts';
import type { Author, Variant } from '../model/work.ts';
import { saveReviewed, sendNotices } from '../store/notices.ts';
import { listFourEyes } from '../store/use-rules.ts';
import { findVersion } from '../store/versions.ts';

/** A version that somebody else than who wrote it is to read and take in use. */
export type Review = {
  readonly number: number;
  readonly author: Author;
  readonly at: Date;
  /** Whether whoever asks wrote it. */
  readonly own: boolean;
};

/** Which of the variants' newest versions wait for another's eyes, by work. */
export async function findReviews(
  a: Acting,
  variants: readonly Variant[],
): Promise<ReadonlyMap<string, Review>> {
  const waiting = variants.filter(({ running, head }) => running?.number !== head.number);
  const works = waiting.map(({ work }) => work);
  const asked = works.length === 0 ? new Set() : await listFourEyes(a.tx, a.organisation, works);
  const found = new Map<string, Review>();
  for (const { work, head } of waiting.filter((one) => asked.has(one.work))) {
    const version = await findVersion(a.tx, a.organisation, { work, number: head.number });
    // What came by itself was written by nobody here.
    const person = version?.author.person ?? null;
    if (version === null || person === null) continue;
    const { number, author, at } = version;
    found.set(work, { number, author, at, own: person === a.author.person });
  }
  return found;
}

/** What colleagues read for those who may take a version in use that somebody wrote, in Swedish order. */
export async function listReviewers(a: Acting, { author }: Review, kind: string): Promise<readonly string[]> {
  const mandates = await listMandates(a.tx, a.organisation, a.now);
  const makers = makersOf(kind);
  const able = mandates.filter(({ role, person }) => makers.has(role) && person !== author.person);
  return [...new Map(able.map(({ person, label }) => [person, label])).values()];
}

/** Tells of new versions of works that ask for four eyes. */
export async function askForEyes(a: Acting, all: readonly Advanced[]): Promise<void> {
  const works = all.map(({ variant }) => variant.work);
  const asked = await listFourEyes(a.tx, a.organisation, works);
  for (const { variant, version } of all) {
    if (!asked.has(variant.work) || version.author.person === null) continue;
    // Of several, the newest is the one to read.
    await saveReviewed(a, variant.work);
    await sendNotices(a, {
      to: [a.organisation],
      work: variant.work,
      workTitle: variant.title,
      kind: 'review',
      number: version.number,
      text: version.message,
    });
  }
}
