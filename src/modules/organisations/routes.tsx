import { z } from 'zod';
import { link, open, route, type AnyRoute } from '../../platform/http/index.ts';
import { apiRoutes } from './api.ts';
import { networkKinds, type Organisation } from './model.ts';
import { MunicipalitiesPage } from './pages/municipalities-page.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import {
  findOrganisation,
  listMatching,
  listNetworkMembers,
  listOrganisations,
  networkNamesOf,
} from './store.ts';
import { texts } from './texts/index.ts';

const municipality = ['municipality'] as const;
const pageNumber = z.coerce.number().int().min(1).max(1000).default(1);

export const showMunicipalities = route({
  method: 'GET',
  path: '/kommuner',
  access: open,
  query: z.object({
    sok: z.string().max(100).default(''),
    natverk: z.string().max(60).optional(),
    sida: pageNumber,
  }),
  handle: async ({ tx, language }, { query }) => {
    const { sok: search, natverk, sida: page } = query;
    const network: Organisation | null = natverk === undefined ? null : await findOrganisation(tx, natverk);
    const wanted = { search, kinds: municipality, network: network?.id ?? null };
    const found = await listOrganisations(tx, { ...wanted, page });
    const names = await networkNamesOf(
      tx,
      found.rows.map(({ id }) => id),
    );
    const networks = await listOrganisations(tx, { search: '', kinds: networkKinds, network: null, page: 1 });
    return {
      kind: 'page',
      title: texts(language).list.title,
      frame: { kind: 'front' },
      content: (
        <MunicipalitiesPage
          view={{
            language,
            search,
            network,
            networks: networks.rows,
            page,
            total: found.total,
            rows: found.rows.map((row) => ({ ...row, networks: names.get(row.id) ?? [] })),
            narrowed: search !== '' || network !== null,
            inNetworks: new Set(await listNetworkMembers(tx)),
            matching: new Set(await listMatching(tx, wanted)),
            address: (to) =>
              link(
                showMunicipalities,
                {},
                { sok: to.search === '' ? undefined : to.search, natverk: to.network, sida: to.page },
              ),
          }}
        />
      ),
    };
  },
});

export const routes: readonly AnyRoute[] = [showMunicipalities, ...settingsRoutes, ...apiRoutes];
