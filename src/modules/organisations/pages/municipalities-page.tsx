import type { VNode } from 'preact';
import { link, type Language } from '../../../platform/http/index.ts';
import {
  Chips,
  Columns,
  EmptyState,
  Link,
  PageHead,
  Pagination,
  SearchField,
  Table,
  TileMap,
  Legend,
  Stack,
} from '../../../ui/index.ts';
import { publicSite } from '../addresses.ts';
import { getCountyName, municipalities } from '../facts/facts.ts';
import { perPage } from '../store.ts';
import type { Organisation } from '../model.ts';
import { texts } from '../texts/index.ts';

export type MunicipalitiesView = {
  readonly language: Language;
  readonly search: string;
  /** The network that the list is narrowed to. */
  readonly network: Organisation | null;
  readonly networks: readonly Organisation[];
  readonly page: number;
  readonly total: number;
  readonly rows: readonly (Organisation & { readonly networks: readonly string[] })[];
  /** Whether a search or a network leaves something out. */
  readonly narrowed: boolean;
  /** Every municipality that the search finds, on all pages. */
  readonly matching: ReadonlySet<string>;
  /** Every municipality in some network. */
  readonly inNetworks: ReadonlySet<string>;
  readonly address: (query: {
    readonly network?: string;
    readonly page?: number;
    readonly search?: string;
  }) => string;
};

/** Who is in the list; without a search, who works in a network. */
function Map({ view }: { readonly view: MunicipalitiesView }): VNode {
  const words = texts(view.language).list;
  const [inside, outside] = view.narrowed ? [words.inList, words.notInList] : [words.inNetwork, words.alone];
  const filled = view.narrowed ? view.matching : view.inNetworks;
  const tiles = municipalities.map(({ id, column, row, name }) => {
    const state = filled.has(id) ? ('owns' as const) : ('none' as const);
    return { id, column, row, state, title: `${name}, ${filled.has(id) ? inside : outside}` };
  });
  return (
    <Stack>
      <TileMap
        tiles={tiles}
        label={view.narrowed ? words.mapOfList(filled.size) : words.mapOfNetworks(filled.size)}
      />
      <Legend
        stacked
        items={[
          { kind: 'map', state: 'owns', word: inside },
          { kind: 'map', state: 'none', word: outside },
        ]}
      />
    </Stack>
  );
}

function Filters({ view }: { readonly view: MunicipalitiesView }): VNode {
  const words = texts(view.language).list;
  const { network, networks, search, address, total } = view;
  const chosen =
    network === null
      ? {
          id: 'network',
          title: `${words.networks}: ${words.everywhere}`,
          options: networks.map(({ id, name }) => ({ title: name, to: address({ network: id, search }) })),
        }
      : { id: 'network', title: `${words.networks}: ${network.name}`, clear: address({ search }) };
  return <Chips chips={[chosen]} count={words.found(total)} />;
}

function List({ view }: { readonly view: MunicipalitiesView }): VNode {
  const words = texts(view.language).list;
  if (view.rows.length === 0) return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>;
  return (
    <Table
      caption={words.caption}
      rows={view.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          title: words.name,
          cell: ({ id, publicName }) => <Link to={link(publicSite, { organisation: id })}>{publicName}</Link>,
        },
        {
          id: 'county',
          title: words.county,
          cell: ({ county }) => (county === null ? '' : getCountyName(county)),
        },
        { id: 'networks', title: words.networks, cell: ({ networks }) => networks.join(', ') },
      ]}
    />
  );
}

/** The list of municipalities beside the map of the same ones. */
export function MunicipalitiesPage({ view }: { readonly view: MunicipalitiesView }): VNode {
  const words = texts(view.language).list;
  const { network, search, page, total, address } = view;
  return (
    <Stack loose>
      <PageHead title={words.title} lede={words.lede} />
      <Columns kind="map" aside={<Map view={view} />} asideLabel={words.mapAside}>
        <Stack>
          <SearchField
            action="/kommuner"
            label={words.search}
            name="sok"
            value={search}
            {...(network === null ? {} : { hidden: { natverk: network.id } })}
          />
          <Filters view={view} />
          <List view={view} />
          <Pagination
            page={page}
            pages={Math.ceil(total / perPage)}
            to={(to) => address({ search, page: to, ...(network === null ? {} : { network: network.id }) })}
          />
        </Stack>
      </Columns>
    </Stack>
  );
}
