import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, route } from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { listVariants } from '../actions/read.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { kindsToMake } from '../makers.ts';
import { pageSize } from '../model/library.ts';
import { WorksPage } from '../pages/variant/works-page.tsx';
import { variantTexts } from '../texts/variant.ts';
import { colleagues, frame, pageNumber } from './access.ts';

export const showWorks = route({
  method: 'GET',
  path: addresses.variants.path,
  access: colleagues,
  query: z.object({ q: z.string().trim().max(200).default(''), sida: pageNumber }),
  handle: async (context, { query: { q, sida: page } }) => {
    const a = acting(context);
    const all = await listVariants(a);
    const wanted = q.toLocaleLowerCase('sv');
    const found = all.filter((row) =>
      pickText(row.title, a.language).toLocaleLowerCase('sv').includes(wanted),
    );
    const rows = found.slice((page - 1) * pageSize, page * pageSize);
    const names = await findNames(
      a.tx,
      rows.flatMap((row) =>
        [row.base, row.recalled].flatMap((one) => (one === null ? [] : [one.organisation])),
      ),
    );
    const at = { organisation: a.organisation };
    return {
      kind: 'page',
      title: variantTexts(a.language).list.title,
      frame,
      content: (
        <WorksPage
          view={{
            organisation: a.organisation,
            rows,
            names,
            language: a.language,
            search: q,
            page,
            pages: Math.max(1, Math.ceil(found.length / pageSize)),
            total: all.length,
            makes: kindsToMake(context),
            at: (to) => link(addresses.variants, at, { q: q === '' ? undefined : q, sida: to }),
          }}
        />
      ),
    };
  },
});
