import { z } from 'zod';
import { missing, route } from '../../../../platform/http/index.ts';
import { everybody as at } from '../../addresses.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { Filter, page } from '../../everybody/search/filter.ts';
import { searchUsages } from '../../everybody/search/search.ts';
import { SearchPage } from '../../pages/everybody/search-page.tsx';
import { connectionTexts } from '../../texts/connections.ts';
import { mostFileRows } from '../connections/save-as.ts';
import { frame, groundOf } from './ground.ts';
import { searchView } from './search-view.ts';

const Query = z.object({
  ...Filter.shape,
  sida: page,
  /** The list was more than a file holds. */
  fil: z.literal('for-stor').optional().catch(undefined),
});

const showSearch = route({
  method: 'GET',
  path: at.search.path,
  access: landscapeAccess,
  query: Query,
  handle: async (context, { query: { sida, fil, ...filter } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const found = await searchUsages(context.tx, ground.reader, { filter, page: sida });
    const tooLarge =
      fil === undefined ? null : connectionTexts(context.language).lists.tooLarge(mostFileRows);
    return {
      kind: 'page',
      title: ground.words.title,
      frame,
      content: <SearchPage {...searchView(ground, found, filter)} tooLarge={tooLarge} />,
    };
  },
});

export const searchRoutes = [showSearch] as const;
