import type { VNode } from 'preact';
import { link, suppliesAt, worksAt } from '../platform/http/index.ts';
import {
  FrontFrame,
  PanelFrame,
  PublicFrame,
  styles,
  WorkFrame,
  type BarLink,
  type DocumentProps,
  type PublicFrameProps,
  type WorkBarProps,
} from '../ui/index.ts';
import { addresses } from './addresses.ts';
import type { FrameData, Place } from './parts.ts';
import type { Texts } from './texts/sv.ts';
import { texts } from './texts/index.ts';

/** Back to where one was; from a start page on to what is one's own. */
function signInFrom(address: string): string {
  const organisation = /^\/k\/([a-z0-9-]+)\/?(?:\?|$)/.exec(address)?.[1];
  if (organisation !== undefined) {
    return link(addresses.signIn, {}, { till: link(addresses.ownCases, { organisation }) });
  }
  return link(addresses.signIn, {}, { till: /^\/(?:\?|$)/.test(address) ? undefined : address });
}

const openSystems = (title: string): BarLink => ({
  id: 'systems',
  title,
  to: link(addresses.openSystems, {}),
});

function areasOf({ workplace, mayOpen }: FrameData, words: Texts): readonly BarLink[] {
  const library = { id: 'library', title: words.areas.library, to: link(addresses.library, {}) };
  if (workplace === null) return [library, openSystems(words.areas.systems)];
  const organisation = workplace.slug;
  if (workplace.supplies) {
    const own = {
      id: 'supplier',
      title: words.areas.supplier,
      to: link(addresses.supplier, { organisation }),
    };
    return [own, openSystems(words.areas.catalogue)];
  }
  const ours = (
    id: 'today' | 'cases' | 'services' | 'guides' | 'systems',
    address: WorkAddress,
  ): readonly BarLink[] =>
    mayOpen(address, organisation)
      ? [{ id, title: words.areas[id], to: link(address, { organisation }) }]
      : [];
  return [
    ...ours('today', addresses.today),
    ...ours('cases', addresses.cases),
    library,
    ...ours('guides', addresses.guides),
    ...ours('systems', addresses.systems),
    ...ours('services', addresses.works),
  ];
}

type WorkAddress = { readonly path: `/arbete/:organisation/${string}` };

function personOf(data: FrameData, words: Texts): WorkBarProps['person'] {
  const { actor, workplace, address, mayOpen, unread } = data;
  if (actor.kind === 'anonymous') return { kind: 'out', signIn: signInFrom(address) };
  const organisation = workplace?.slug ?? null;
  const ours = [
    { id: 'notices', title: words.noticesWith(unread ?? 0), address: addresses.notices },
    { id: 'site', title: words.publicSite, address: addresses.publicSite },
    { id: 'settings', title: words.settings, address: addresses.settings },
  ];
  const colleagues = { id: 'colleagues', title: words.colleagues, address: addresses.colleagues };
  const links = (workplace?.supplies === true ? [colleagues] : ours).flatMap(({ id, title, address: to }) =>
    organisation !== null && mayOpen(to, organisation) ? [{ id, title, to: link(to, { organisation }) }] : [],
  );
  return {
    kind: 'in',
    title: actor.name.split(', ')[0] ?? actor.name,
    waiting: unread === null || unread === 0 ? null : { count: unread, label: words.unread(unread) },
    links: [...links, { id: 'account', title: words.account, to: link(addresses.account, {}) }],
    signOut: link(addresses.signOut, {}),
  };
}

function othersOf(data: FrameData): WorkBarProps['others'] {
  const { actor, workplace } = data;
  if (actor.kind === 'anonymous') return [];
  const ids = [...new Set(actor.mandates.map((mandate) => mandate.organisation))];
  return ids.filter((id) => id !== workplace?.slug).map((id) => ({ id, title: data.nameOf(id) }));
}

/** On a municipality's public site, also in a panel there. */
const isOnSite = ({ page, place }: FrameData): boolean =>
  place !== null &&
  (page.frame.kind === 'public' || (page.frame.kind === 'panel' && page.frame.embedded === 'anywhere'));

/** What a page has beside the sheet of its look: where works are made, in the register, where components are shown. */
function sheetsBeside({ page: { frame: asked }, address }: FrameData): readonly string[] {
  const { craft, guides, register } = styles();
  if (/^\/exempel(\/|\?|$)/u.test(address)) return [craft.path, register.path];
  if (asked.kind !== 'work') return [];
  switch (asked.area) {
    case 'services':
      return [craft.path];
    case 'guides':
      return [guides.path];
    case 'systems':
    case 'supplier':
      return [craft.path, register.path];
    case 'today':
    case 'cases':
    case 'library':
    case 'none':
      return [];
  }
}

function documentOf(data: FrameData, words: Texts): DocumentProps {
  const sheets = styles();
  const isPublic = isOnSite(data);
  const theme = isPublic && data.place?.theme ? [data.place.theme] : [];
  return {
    language: data.language,
    title: data.page.title,
    failed: data.page.failed ?? false,
    stylesheets: [isPublic ? sheets.public.path : sheets.work.path, ...sheetsBeside(data), ...theme],
    printSheet: sheets.print.path,
    preload: sheets.preload,
    favicon: sheets.favicon,
    address: data.address,
    newKey: data.newKey,
    ...(data.demo ? { banner: words.demoBanner } : {}),
    content: data.page.content,
    ...(data.support === null ? {} : { support: data.support }),
  };
}

const currentOf = (address: string): PublicFrameProps['header']['current'] => {
  if (/\/tjanster(\/|\?|$)/.test(address)) return 'services';
  if (/\/mina-arenden(\/|\?|$)/.test(address)) return 'cases';
  if (/\/guider(\/|\?|$)/.test(address)) return 'guides';
  return /\/kontakt(\?|$)/.test(address) ? 'contact' : null;
};

function publicFrame(data: FrameData, place: Place, words: Texts): VNode {
  const at = { organisation: place.slug };
  const home = link(addresses.publicSite, at);
  const staff = worksAt(data.actor, place.slug);
  return (
    <PublicFrame
      {...documentOf(data, words)}
      header={{
        name: place.publicName,
        home,
        services: link(addresses.publicServices, at),
        cases: link(addresses.ownCases, at),
        guides: place.openGuides ? link(addresses.publicGuides, at) : null,
        contact: link(addresses.contact, at),
        current: currentOf(data.address),
        session:
          data.actor.kind === 'anonymous'
            ? { kind: 'out', signIn: signInFrom(data.address) }
            : { kind: 'in', signOut: link(addresses.signOut, {}) },
      }}
      footer={{
        contact: place.contact ?? place.publicName,
        accessibility: link(addresses.accessibility, at),
        links: [
          ...(data.actor.kind === 'anonymous'
            ? []
            : [{ title: words.ownAccount, to: link(addresses.account, {}) }]),
          ...(staff ? [{ title: words.atWork, to: link(addresses.workplace, at) }] : []),
        ],
        ...(data.demo ? { note: words.exampleNote } : {}),
      }}
    />
  );
}

/** The library has its own, large search, and suppliers have no business there. */
const searchOf = ({ address, workplace }: FrameData, words: Texts): WorkBarProps['search'] =>
  workplace?.supplies === true || /^\/bibliotek(\?|$)/.test(address)
    ? null
    : { action: link(addresses.library, {}), label: words.searchLibrary, name: 'q' };

function workFrame(data: FrameData, area: string, words: Texts): VNode {
  const { place, workplace, actor } = data;
  const isOurs = place !== null && (worksAt(actor, place.slug) || suppliesAt(actor, place.slug));
  const shown = isOurs ? place : workplace;
  return (
    <WorkFrame
      {...documentOf(data, words)}
      links={footerLinks(data, words)}
      bar={{
        workplace: shown?.name ?? null,
        others: othersOf({ ...data, workplace: shown }),
        switchTo: link(addresses.switchTo, {}),
        areas: areasOf({ ...data, workplace: shown }, words),
        current: area,
        search: searchOf({ ...data, workplace: shown }, words),
        person: personOf({ ...data, workplace: shown }, words),
      }}
    />
  );
}

function footerLinks(data: FrameData, words: Texts) {
  return [
    { title: words.municipalities, to: link(addresses.municipalities, {}) },
    { title: words.api, to: link(addresses.apiGuide, {}) },
    ...(data.demo ? [{ title: words.mailbox, to: link(addresses.mailbox, {}) }] : []),
  ];
}

/** The whole document of a page, in the frame that it names. */
export function frame(data: FrameData): VNode {
  const words = texts(data.language);
  const asked = data.page.frame;
  if (asked.kind === 'public' && data.place !== null) return publicFrame(data, data.place, words);
  if (asked.kind === 'panel')
    return <PanelFrame {...documentOf(data, words)} look={isOnSite(data) ? 'public' : 'work'} />;
  if (asked.kind === 'work') return workFrame(data, asked.area, words);
  return (
    <FrontFrame
      {...documentOf(data, words)}
      links={footerLinks(data, words)}
      bar={{ areas: areasOf(data, words), current: null, person: personOf(data, words) }}
    />
  );
}
