import { link } from '../../../platform/http/index.ts';

/** Where staff read the organisation's guides. */
export const work = {
  list: { path: '/arbete/:organisation/guider' },
  guide: { path: '/arbete/:organisation/guider/:work' },
  step: { path: '/arbete/:organisation/guider/:work/steg/:step' },
  quiz: { path: '/arbete/:organisation/guider/:work/steg/:step/prov/:quiz' },
  media: { path: '/arbete/:organisation/guider/:work/media/:hash' },
  print: { path: '/arbete/:organisation/guider/:work/utskrift' },
  pdf: { path: '/arbete/:organisation/guider/:work/guide.pdf' },
  file: { path: '/arbete/:organisation/guider/:work/guide.html' },
  support: { path: '/arbete/:organisation/sa-gor-vi' },
  helped: { path: '/arbete/:organisation/guider/:work/steg/:step/hjalpte' },
  note: { path: '/arbete/:organisation/guider/:work/steg/:step/anteckning' },
} as const;

/** Where pictures and files of a draft are worked on, beside the editor of the draft. */
export const draft = {
  media: { path: '/arbete/:organisation/verk/:work/anpassa/media/:hash' },
  picture: { path: '/arbete/:organisation/verk/:work/anpassa/bild' },
  word: { path: '/arbete/:organisation/verk/:work/anpassa/word' },
  fetch: { path: '/arbete/:organisation/verk/:work/anpassa/hamta' },
  fetched: { path: '/arbete/:organisation/verk/:work/anpassa/hamtat' },
} as const;

/** Where everybody reads those that are open. */
export const open = {
  list: { path: '/k/:organisation/guider' },
  guide: { path: '/k/:organisation/guider/:work' },
  step: { path: '/k/:organisation/guider/:work/steg/:step' },
  media: { path: '/k/:organisation/guider/:work/media/:hash' },
  print: { path: '/k/:organisation/guider/:work/utskrift' },
  pdf: { path: '/k/:organisation/guider/:work/guide.pdf' },
  file: { path: '/k/:organisation/guider/:work/guide.html' },
  support: { path: '/k/:organisation/sa-gor-vi' },
  helped: { path: '/k/:organisation/guider/:work/steg/:step/hjalpte' },
  note: { path: '/k/:organisation/guider/:work/steg/:step/anteckning' },
} as const;

/** Where those who answer for guides keep them alive. */
export const care = {
  list: { path: '/arbete/:organisation/guider/skotsel' },
  notes: { path: '/arbete/:organisation/guider/skotsel/anteckningar' },
  answer: { path: '/arbete/:organisation/guider/skotsel/anteckningar/:note/svar' },
  sendOn: { path: '/arbete/:organisation/guider/skotsel/anteckningar/:note/vidare' },
  guide: { path: '/arbete/:organisation/guider/:work/skotsel' },
  reviewed: { path: '/arbete/:organisation/guider/:work/skotsel/granskad' },
} as const;

/** Where networks vote for the guide of the month. */
export const month = {
  show: { path: '/arbete/:organisation/guider/manadens' },
  vote: { path: '/arbete/:organisation/guider/manadens/:network/rost' },
  prize: { path: '/arbete/:organisation/guider/manadens/pris' },
} as const;

export type ListQuery = {
  readonly sok?: string | undefined;
  readonly amne?: string | undefined;
  readonly visa?: string | undefined;
  readonly sida?: number | undefined;
};

/** The same pages in two places: for those at work, with what they have read, and for everybody. */
export type Site = {
  readonly kind: 'work' | 'open';
  readonly organisation: string;
  readonly list: (query?: ListQuery) => string;
  readonly guide: (work: string) => string;
  readonly step: (work: string, step: string) => string;
  readonly media: (work: string, hash: string) => string;
  /** What a reader takes along. */
  readonly print: (work: string) => string;
  readonly pdf: (work: string) => string;
  readonly file: (work: string) => string;
  /** What helps with the tasks, for a panel beside them. */
  readonly support: (tasks: readonly string[]) => string;
};

export function siteOf(kind: 'work' | 'open', organisation: string): Site {
  const at = { work, open }[kind];
  return {
    kind,
    organisation,
    list: (query = {}) => link(at.list, { organisation }, query),
    guide: (id) => link(at.guide, { organisation, work: id }),
    step: (id, step) => link(at.step, { organisation, work: id, step }),
    support: (tasks) => link(at.support, { organisation }, { uppgift: tasks.join(',') }),
    media: (id, hash) => link(at.media, { organisation, work: id, hash }),
    print: (id) => link(at.print, { organisation, work: id }),
    pdf: (id) => link(at.pdf, { organisation, work: id }),
    file: (id) => link(at.file, { organisation, work: id }),
  };
}
