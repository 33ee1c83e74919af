import { z } from 'zod';
import type { Context, Page, Reply } from '../../../platform/http/index.ts';
import { getOrganisation, link, missing, open, route } from '../../../platform/http/index.ts';
import type { Profile } from '../../organisations/index.ts';
import { findPlace } from '../../organisations/index.ts';
import type { Fact } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';
import { AccessibilityPage, ContactPage } from '../pages/about-pages.tsx';
import { ListPage } from '../pages/list-page.tsx';
import { ServicePage } from '../pages/service-page.tsx';
import { StartPage } from '../pages/start-page.tsx';
import { findService } from '../running.ts';
import { accessibilityStatement } from '../texts/accessibility.ts';
import { texts } from '../texts/index.ts';
import { at } from './addresses.ts';
import { listView } from './list-view.ts';
import { serviceView } from './service-view.ts';
import { startView } from './start-view.ts';

const page = (title: string, content: Page['content'], tasks: readonly string[] = []): Reply => ({
  kind: 'page',
  title,
  frame: { kind: 'public' },
  content,
  tasks,
});

const placeOf = (ctx: Context) => findPlace(ctx.tx, getOrganisation(ctx));

const showStart = route({
  method: 'GET',
  path: at.start.path,
  access: open,
  handle: async (ctx) => {
    if ((await placeOf(ctx)) === null) return missing;
    return page(texts(ctx.language).start.title, <StartPage {...await startView(ctx)} />);
  },
});

const ListQuery = z.object({
  sok: z.string().max(200).default(''),
  amne: z.string().max(40).default(''),
  sida: z.coerce.number().int().min(1).max(1000).default(1),
});

const showServices = route({
  method: 'GET',
  path: at.services.path,
  access: open,
  query: ListQuery,
  handle: async (ctx, { query }) => {
    if ((await placeOf(ctx)) === null) return missing;
    const wanted = { question: query.sok.trim(), subject: query.amne, page: query.sida };
    return page(texts(ctx.language).list.title, <ListPage {...await listView(ctx, wanted)} />);
  },
});

const showService = route({
  method: 'GET',
  path: at.service.path,
  access: open,
  handle: async (ctx, { params }) => {
    const service = await findService(ctx, params.service);
    if (service === null) return missing;
    const view = await serviceView(ctx, service);
    return page(view.title, <ServicePage {...view} />, [`form:${service.work}`]);
  },
});

/** How the municipality is reached, as it has filled in. */
function contactFacts(words: Texts, profile: Profile): readonly Fact[] {
  return [
    ...(profile.phone === null ? [] : [{ term: words.contact.phone, value: profile.phone }]),
    ...(profile.email === null ? [] : [{ term: words.contact.email, value: profile.email }]),
  ];
}

const showContact = route({
  method: 'GET',
  path: at.contact.path,
  access: open,
  handle: async (ctx) => {
    const place = await placeOf(ctx);
    if (place === null) return missing;
    const words = texts(ctx.language);
    const name = place.organisation.publicName;
    return page(
      words.contact.title,
      <ContactPage words={words} name={name} facts={contactFacts(words, place.profile)} />,
    );
  },
});

const showAccessibility = route({
  method: 'GET',
  path: at.accessibility.path,
  access: open,
  handle: async (ctx) => {
    const place = await placeOf(ctx);
    if (place === null) return missing;
    const statement = accessibilityStatement(ctx.language, place.organisation.publicName);
    const contactTo = link(at.contact, { organisation: getOrganisation(ctx) });
    return page(
      statement.title,
      <AccessibilityPage statement={statement} words={texts(ctx.language)} contactTo={contactTo} />,
    );
  },
});

export const siteRoutes = [showStart, showServices, showService, showContact, showAccessibility] as const;
