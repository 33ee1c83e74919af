import type { Chip } from '../../../ui/index.ts';
import { publicSubjects, type PublicSubject } from '../../../kernel/index.ts';
import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation, link } from '../../../platform/http/index.ts';
import type { ListView } from '../pages/list-page.tsx';
import type { ServiceItem } from '../pages/start-page.tsx';
import type { ServiceLink } from '../site/catalogue.ts';
import { countSubjects, listServices, searchServices } from '../site/catalogue.ts';
import type { Texts } from '../texts/index.ts';
import { texts } from '../texts/index.ts';
import { at } from './addresses.ts';

const perPage = 25;

/** A service as lists link to it. */
export const itemOf = (organisation: string, service: ServiceLink): ServiceItem => ({
  id: service.work,
  to: link(at.service, { organisation, service: service.work }),
  task: service.task,
  note: service.summary,
});

const isSubject = (text: string): text is PublicSubject => publicSubjects.some((subject) => subject === text);

type Wanted = { readonly question: string; readonly subject: string; readonly page: number };

function chipsOf(
  words: Texts,
  services: readonly ServiceLink[],
  place: { organisation: string; wanted: Wanted },
): readonly Chip[] {
  const { organisation, wanted } = place;
  const address = (amne: string | undefined): string =>
    link(at.services, { organisation }, { sok: wanted.question === '' ? undefined : wanted.question, amne });
  if (isSubject(wanted.subject)) {
    return [{ id: 'subject', title: words.subjects[wanted.subject], clear: address(undefined) }];
  }
  const options = countSubjects(services).map(({ subject, count }) => ({
    title: `${words.subjects[subject]} (${count})`,
    to: address(subject),
  }));
  return options.length < 2 ? [] : [{ id: 'subject', title: words.list.allSubjects, options }];
}

/** The list of services, as searched. */
export async function listView(ctx: Context, wanted: Wanted): Promise<ListView> {
  const organisation = getOrganisation(ctx);
  const words = texts(ctx.language);
  const all = await listServices(ctx);
  const found =
    wanted.question === '' ? { services: all, meant: null } : await searchServices(ctx, all, wanted.question);
  const matching = isSubject(wanted.subject)
    ? found.services.filter((service) => service.subject === wanted.subject)
    : found.services;
  const from = (wanted.page - 1) * perPage;
  const items = matching.slice(from, from + perPage);
  const amne = isSubject(wanted.subject) ? wanted.subject : undefined;
  const sok = wanted.question === '' ? undefined : wanted.question;
  return {
    words,
    searchTo: link(at.services, { organisation }),
    allTo: link(at.services, { organisation }),
    wanted: wanted.question,
    subject: { id: amne ?? null, chips: chipsOf(words, all, { organisation, wanted }) },
    items: items.map((service) => itemOf(organisation, service)),
    total: matching.length,
    range: words.list.range(from + 1, from + items.length, matching.length),
    meant:
      found.meant === null
        ? null
        : { text: found.meant, to: link(at.services, { organisation }, { sok: found.meant }) },
    page: wanted.page,
    pages: Math.ceil(matching.length / perPage),
    pageTo: (sida) => link(at.services, { organisation }, { sok, amne, sida }),
  };
}
