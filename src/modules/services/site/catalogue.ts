import { sql } from 'kysely';
import { z } from 'zod';
import { publicSubjects, type PublicSubject } from '../../../kernel/index.ts';
import type { Context } from '../../../platform/http/index.ts';
import { didYouMean, toQuery, toVector, vocabulary } from '../../../platform/search/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { RunningSummary } from '../../commons/index.ts';
import { listRunning } from '../../commons/index.ts';
import { getOrganisation } from '../../../platform/http/index.ts';
import { textOf } from '../definition/index.ts';
import { listPopular } from '../drafts/usage.ts';
import { filled } from '../filled.ts';
import { whereOf, findService, kindId } from '../running.ts';

/** A service as lists show it. */
export type ServiceLink = {
  readonly work: string;
  /** As something to do: "Ansök om skolskjuts". */
  readonly task: string;
  readonly summary: string;
  readonly subject: PublicSubject | null;
};

/** Links by organisation, version, settings and language: none of them ever changes what it says. */
const known = new Map<string, ServiceLink>();
const mostKnown = 5000;

async function linkOf(ctx: Context, running: RunningSummary): Promise<ServiceLink | null> {
  const { work, versionId, settingsNumber } = running;
  const key = [getOrganisation(ctx), work, versionId, settingsNumber, ctx.language].join('/');
  const before = known.get(key);
  if (before !== undefined) return before;
  const service = await findService(ctx, work);
  if (service === null) return null;
  const { task, summary, subject } = service.definition;
  const link: ServiceLink = {
    work,
    task: textOf(task, ctx.language),
    summary: summary === null ? '' : filled(service, summary, ctx.language),
    subject,
  };
  if (known.size >= mostKnown) known.clear();
  known.set(key, link);
  return link;
}

/** What an organisation's citizens can do here, in the order of their language. */
export async function listServices(ctx: Context): Promise<readonly ServiceLink[]> {
  const links: ServiceLink[] = [];
  for (const running of await listRunning(whereOf(ctx), kindId)) {
    const link = await linkOf(ctx, running);
    if (link !== null) links.push(link);
  }
  const order = new Intl.Collator(ctx.language);
  return links.toSorted((a, b) => order.compare(a.task, b.task));
}

export type Found = {
  readonly services: readonly ServiceLink[];
  /** The question put right, when it found nothing and something near would. */
  readonly meant: string | null;
};

const Hit = z.object({ at: z.coerce.number() });

/**
 * Services that a question in the citizen's own words finds, best first: by stem, by parts of compounds
 * and through synonyms, as in the library. The vectors are matched where PostgreSQL does it best.
 */
export async function searchServices(
  ctx: Context,
  services: readonly ServiceLink[],
  question: string,
): Promise<Found> {
  const query = toQuery(question);
  if (query === '') return { services: [], meant: null };
  const vectors = services.map((service) =>
    toVector([
      { text: service.task, weight: 'A' },
      { text: service.work.replaceAll('-', ' '), weight: 'B' },
      { text: service.summary, weight: 'C' },
    ]),
  );
  const found = await sql`
    select at from unnest(${vectors}::text[]) with ordinality as service (vector, at)
    where vector::tsvector @@ ${query}::tsquery
    order by ts_rank(vector::tsvector, ${query}::tsquery) desc, at`.execute(ctx.tx);
  const hits = found.rows.flatMap((row) => services[Hit.parse(row).at - 1] ?? []);
  if (hits.length > 0) return { services: hits, meant: null };
  const words = new Set(services.flatMap(({ task, summary }) => vocabulary(`${task} ${summary}`)));
  return { services: [], meant: didYouMean(question, words) };
}

const monthsCounted = 3;

/** The services that were used most lately; empty where none has been used. */
export async function listPopularServices(
  ctx: Context,
  services: readonly ServiceLink[],
  most: number,
): Promise<readonly ServiceLink[]> {
  const since = new Date(ctx.now);
  since.setUTCMonth(since.getUTCMonth() - monthsCounted);
  const works = await listPopular(ctx.tx, getOrganisation(ctx), { since: isoDay(since), most });
  return works.flatMap((work) => services.find((service) => service.work === work) ?? []);
}

/** How many services each subject has, in the order of the subjects; those without any are left out. */
export function countSubjects(
  services: readonly ServiceLink[],
): readonly { readonly subject: PublicSubject; readonly count: number }[] {
  return publicSubjects
    .map((subject) => ({ subject, count: services.filter((service) => service.subject === subject).length }))
    .filter(({ count }) => count > 0);
}
