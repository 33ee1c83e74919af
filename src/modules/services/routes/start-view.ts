import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation, link } from '../../../platform/http/index.ts';
import { formatShortDate } from '../../../platform/text/index.ts';
import { addresses as cases, findOwnCases } from '../../cases/index.ts';
import { textOf } from '../definition/index.ts';
import { findDraftsOf } from '../drafts/store.ts';
import type { StartView } from '../pages/start-page.tsx';
import { getPinnedService } from '../running.ts';
import { countSubjects, listPopularServices, listServices } from '../site/catalogue.ts';
import { texts } from '../texts/index.ts';
import { at } from './addresses.ts';
import { itemOf } from './list-view.ts';
import { resumeAddress } from './wayfinding.ts';

/** So many that are used the most stand out; where there are no more, all are simply shown. */
const mostPopular = 6;
/** Shown where nobody has used anything yet. */
const mostFirst = 8;
const mostOwn = 3;

/** What it is, in one breath; the rest stands on the service's own page. */
const firstSentence = (text: string): string => /^.+?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text;

type OwnDrafts = NonNullable<StartView['own']>['drafts'];

async function ownDrafts(ctx: Context, organisation: string, person: string): Promise<OwnDrafts> {
  const drafts = await findDraftsOf(ctx.tx, person, { organisation, now: ctx.now });
  const shown: OwnDrafts[number][] = [];
  for (const { id, work, pin, keptUntil } of drafts.slice(0, mostOwn)) {
    const { definition } = await getPinnedService(ctx, work, pin);
    shown.push({
      id,
      title: textOf(definition.title, ctx.language),
      to: resumeAddress({ organisation, work, key: id }),
      keptUntil: formatShortDate(keptUntil, ctx.language),
    });
  }
  return shown;
}

/** The start page of the path's municipality, for whoever asks. */
export async function startView(ctx: Context): Promise<StartView> {
  const organisation = getOrganisation(ctx);
  const words = texts(ctx.language);
  const services = await listServices(ctx);
  const used = services.length > mostPopular ? await listPopularServices(ctx, services, mostPopular) : [];
  const shown = used.length > 0 ? used : services.slice(0, mostFirst);
  return {
    words,
    count: services.length,
    searchTo: link(at.services, { organisation }),
    contactTo: link(at.contact, { organisation }),
    popular: {
      heading: used.length > 0 ? words.start.popular : words.start.services,
      items: shown.map((service) =>
        itemOf(organisation, { ...service, summary: firstSentence(service.summary) }),
      ),
    },
    subjects: countSubjects(services).map(({ subject, count }) => ({
      id: subject,
      title: words.subjects[subject],
      to: link(at.services, { organisation }, { amne: subject }),
      count,
    })),
    own: ctx.actor.kind === 'anonymous' ? null : await ownOf(ctx, organisation, ctx.actor.person),
  };
}

const dayOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

async function ownOf(
  ctx: Context,
  organisation: string,
  person: string,
): Promise<NonNullable<StartView['own']>> {
  const all = (await findOwnCases(ctx)).filter((one) => one.organisation === organisation);
  return {
    cases: all
      .filter((one) => !one.done)
      .slice(0, mostOwn)
      .map(({ id, title, address, number, state, asked }) => ({
        id,
        title,
        to: address,
        state: `${number}. ${state}.`,
        asked:
          asked === null ? null : { what: asked.what, by: formatShortDate(dayOf(asked.by), ctx.language) },
      })),
    drafts: await ownDrafts(ctx, organisation, person),
    all: { to: link(cases.ownCases, { organisation }), count: all.length },
  };
}
