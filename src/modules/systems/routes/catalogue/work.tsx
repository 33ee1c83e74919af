import { getOrganisation, link, route, type AnyRoute } from '../../../../platform/http/index.ts';
import { PageHead } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { ProductList } from '../../pages/catalogue/list.tsx';
import { findStandard } from '../../catalogue/standards.ts';
import { noteAsked } from '../../supplying/asked.ts';
import { readTaxonomy } from '../../taxonomy/store.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { ListPage, listView } from './list-view.ts';
import { careRoutes } from './care.tsx';
import { logRoutes } from './history.tsx';
import { cataloguePage } from './work-frame.tsx';

const at = addresses.catalogue;

const showList = route({
  method: 'GET',
  path: at.list.path,
  access: landscapeAccess,
  query: ListPage,
  handle: async (context, { query }) => {
    const organisation = getOrganisation(context);
    const words = catalogueTexts(context.language).work;
    const { standard, page } = query;
    if (standard !== undefined && findStandard(standard) !== null && page === 1)
      await noteAsked(context.tx, standard, context.now);
    const view = await listView(context, {
      query,
      taxonomy: await readTaxonomy(context.tx, organisation),
      address: (asked) => link(at.list, { organisation }, asked),
    });
    const content = (
      <>
        <PageHead title={words.title} summary={words.summary} />
        <ProductList view={view} />
      </>
    );
    return cataloguePage(context, { part: 'list', title: words.title, content });
  },
});

export const workRoutes: readonly AnyRoute[] = [showList, ...careRoutes, ...logRoutes];
