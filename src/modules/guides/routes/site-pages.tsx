import {
  getOrganisation,
  missing,
  type Context,
  type Frame,
  type Reply,
} from '../../../platform/http/index.ts';
import { findPlace } from '../../organisations/index.ts';
import { mediaOf } from '../media/store.ts';
import { GuidePage } from '../pages/reading/guide-page.tsx';
import { ListPage } from '../pages/reading/list-page.tsx';
import { SearchPage } from '../pages/reading/search-page.tsx';
import { StepPage } from '../pages/reading/step-page.tsx';
import { chosenIn } from '../reading/quiz.ts';
import { findShownGuide, showUnadopted, type ShownGuide } from '../reading/shown.ts';
import { findPassed, findPlaces, savePlace } from '../store/reading.ts';
import { shippedManual } from '../support/shipped.ts';
import { readingTexts } from '../texts/reading.ts';
import { siteOf, type Site } from './addresses.ts';
import type { ListFields } from './fields.ts';
import { guideView } from './guide-view.ts';
import { listView } from './list-view.ts';
import { mediaReply } from './media.ts';
import { personOf } from './reader.ts';
import { searchView } from './search-view.ts';
import { sceneOf, stepView } from './step-view.ts';

/* The same pages for those at work and for everybody; only guides for everyone are open. */

export type SiteKind = Site['kind'];

export const frames: Readonly<Record<SiteKind, Frame>> = {
  work: { kind: 'work', area: 'guides' },
  open: { kind: 'public' },
};

export const siteIn = (context: Context, kind: SiteKind): Site => siteOf(kind, getOrganisation(context));

/** The guide that the path names, if whoever asks may read it there. */
export async function openGuide(context: Context, site: Site, work: string): Promise<ShownGuide | null> {
  const shown = await findShownGuide({ tx: context.tx, organisation: site.organisation }, work);
  return shown !== null && mayRead(shown, site) ? shown : null;
}

const mayRead = ({ guide }: ShownGuide, site: Site): boolean =>
  site.kind === 'work' || guide.readers === 'everyone';

export async function listReply(context: Context, kind: SiteKind, fields: ListFields): Promise<Reply> {
  const site = siteIn(context, kind);
  if (kind === 'open' && (await findPlace(context.tx, site.organisation)) === null) return missing;
  const { title } = readingTexts(context.language);
  const frame = frames[kind];
  const question = fields.sok.trim();
  if (question !== '') {
    const found = await searchView(context, site, { question, page: fields.sida });
    return {
      kind: 'page',
      title: `${question}, ${title.toLowerCase()}`,
      frame,
      content: <SearchPage {...found} />,
    };
  }
  const wanted = { subject: fields.amne, changed: fields.visa === 'andrade', page: fields.sida };
  return { kind: 'page', title, frame, content: <ListPage {...await listView(context, site, wanted)} /> };
}

export async function guideReply(context: Context, kind: SiteKind, work: string): Promise<Reply> {
  const site = siteIn(context, kind);
  const shown = await openGuide(context, site, work);
  if (shown === null) return missing;
  const person = personOf(context, site);
  const { organisation } = site;
  const places = person === null ? null : await findPlaces(context.tx, { organisation, person });
  const view = guideView(await sceneOf(context, site, shown), places?.get(work)?.step ?? null);
  return { kind: 'page', title: view.title, frame: frames[kind], content: <GuidePage {...view} /> };
}

type StepAsked = {
  readonly work: string;
  readonly step: string;
  readonly fields: Readonly<Record<string, string>>;
  /** It is shown again since its text was changed while it was read. */
  readonly changed?: boolean;
};

/** A step; at work the place is remembered. */
export async function stepReply(context: Context, kind: SiteKind, asked: StepAsked): Promise<Reply> {
  const { work, step, fields } = asked;
  const site = siteIn(context, kind);
  const shown = await openGuide(context, site, work);
  if (shown === null) return missing;
  const person = personOf(context, site);
  const passed = person === null ? new Map() : await findPassed(context.tx, person, work);
  const scene = await sceneOf(context, site, shown);
  const view = await stepView(scene, step, {
    chosen: chosenIn(fields),
    quiz: fields['prov'] ?? null,
    said: fields['sagt'] ?? '',
    about: fields['om'] ?? '',
    changed: asked.changed === true,
    passed,
  });
  if (view === null) return missing;
  if (person !== null) {
    const { organisation } = site;
    await savePlace(context.tx, { organisation, person, work }, { step, at: context.now });
  }
  const title = `${view.title.text}, ${view.contents.title}`;
  return { kind: 'page', title, frame: frames[kind], content: <StepPage {...view} /> };
}

/** What the path names, or Kommons's manual as it ships where the organisation has no version of it. */
async function openAsHelped(context: Context, site: Site, work: string): Promise<ShownGuide | null> {
  const own = await findShownGuide({ tx: context.tx, organisation: site.organisation }, work);
  if (own !== null) return mayRead(own, site) ? own : null;
  const guide = shippedManual().find((one) => one.work === work);
  const shown = guide === undefined ? null : showUnadopted(site.organisation, guide);
  return shown !== null && mayRead(shown, site) ? shown : null;
}

export async function showMedia(
  context: Context,
  kind: SiteKind,
  asked: { readonly work: string; readonly hash: string },
): Promise<Reply> {
  const shown = await openAsHelped(context, siteIn(context, kind), asked.work);
  return shown === null ? missing : mediaReply(mediaOf(context), shown, asked.hash);
}
