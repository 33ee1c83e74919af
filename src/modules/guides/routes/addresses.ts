import { link } from '../../../platform/http/index.ts';

/** Where staff read the organisation's guides. */
export const work = {
  list: { path: '/arbete/:organisation/guider' },
  guide: { path: '/arbete/:organisation/guider/:work' },
  step: { path: '/arbete/:organisation/guider/:work/steg/:step' },
  quiz: { path: '/arbete/:organisation/guider/:work/steg/:step/prov/:quiz' },
  media: { path: '/arbete/:organisation/guider/:work/media/:hash' },
} as const;

/** Where everybody reads those that are open. */
export const open = {
  list: { path: '/k/:organisation/guider' },
  guide: { path: '/k/:organisation/guider/:work' },
  step: { path: '/k/:organisation/guider/:work/steg/:step' },
  media: { path: '/k/:organisation/guider/:work/media/:hash' },
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
};

export function siteOf(kind: 'work' | 'open', organisation: string): Site {
  const at = { work, open }[kind];
  return {
    kind,
    organisation,
    list: (query = {}) => link(at.list, { organisation }, query),
    guide: (id) => link(at.guide, { organisation, work: id }),
    step: (id, step) => link(at.step, { organisation, work: id, step }),
    media: (id, hash) => link(at.media, { organisation, work: id, hash }),
  };
}
