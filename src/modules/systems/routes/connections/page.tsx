import { getOrganisation, hasRole, link, route, type AnyRoute } from '../../../../platform/http/index.ts';
import { settingsPages } from '../../../organisations/index.ts';
import { connections as at, openCatalogue, sheets } from '../../addresses.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { listWebhooks } from '../../connections/webhooks/store.ts';
import type { Webhook } from '../../connections/webhooks/webhook.ts';
import {
  ConnectionsPage,
  type AddressRow,
  type ConnectionsView,
  type FileRow,
} from '../../pages/connections/connections-page.tsx';
import { connectionTexts, type ConnectionTexts } from '../../texts/connections.ts';
import { frame, navOf, readGround, type Ground } from '../own-ground.ts';

const api = (organisation: string, rest: string): string => `/api/v1/organisations/${organisation}/${rest}`;

const row = (id: string, address: string, gives: string): AddressRow => ({ id, address, gives });

function addressesOf({ organisation }: Ground, words: ConnectionTexts) {
  return {
    api: [
      row('own', api(organisation, 'usages'), words.api.own),
      row('everybody', api(organisation, 'everybody/usages'), words.api.everybody),
      row('products', '/api/v1/products', words.api.products),
      row('all', '/api/v1/openapi.json', words.api.all),
    ],
    feeds: [
      row('own', api(organisation, 'usages/changes'), words.feed.own),
      row('everybody', api(organisation, 'everybody/usages/changes'), words.feed.everybody),
      row('catalogue', '/api/v1/catalogue/changes', words.feed.catalogue),
      row('atom', link(openCatalogue.atom, {}), words.feed.atom),
    ],
  };
}

const listed = (format: string): string => link(openCatalogue.export, {}, { format });

function filesOf({ organisation }: Ground, words: ConnectionTexts): readonly FileRow[] {
  const { files } = words;
  const named = { organisation };
  return [
    {
      id: 'own',
      title: files.own,
      links: [
        { title: 'Excel', to: link(sheets.xlsx, named) },
        { title: 'ODS', to: link(sheets.ods, named) },
        { title: 'CSV', to: link(sheets.csv, named) },
        { title: 'JSON', to: link(sheets.json, named) },
      ],
    },
    { id: 'map', title: files.archimate, links: [{ title: 'ArchiMate', to: link(at.archimate, named) }] },
    {
      id: 'catalogue',
      title: files.catalogue,
      links: [
        { title: 'Excel', to: listed('xlsx') },
        { title: 'ODS', to: listed('ods') },
        { title: 'CSV', to: listed('csv') },
        { title: 'JSON', to: listed('json') },
      ],
    },
    {
      id: 'dcat',
      title: files.dcat,
      links: [
        { title: 'RDF/XML', to: link(openCatalogue.dcatXml, {}) },
        { title: 'Turtle', to: link(openCatalogue.dcatTurtle, {}) },
        { title: 'JSON-LD', to: link(openCatalogue.dcatJson, {}) },
      ],
    },
  ];
}

export const kindsInWords = (words: ConnectionTexts, { kinds }: Pick<Webhook, 'kinds'>): string =>
  kinds
    .map((kind, n) => (n === 0 ? words.kinds[kind].name : words.kinds[kind].name.toLowerCase()))
    .join(', ');

const showConnections = route({
  method: 'GET',
  path: at.page.path,
  access: landscapeAccess,
  handle: async (context) => {
    const ground = await readGround(context);
    const organisation = getOrganisation(context);
    const words = connectionTexts(context.language);
    const webhooks = ground.canChange ? await listWebhooks(context.tx, organisation) : [];
    const { api: asked, feeds } = addressesOf(ground, words);
    const view: ConnectionsView = {
      shell: {
        words: ground.words,
        views: ground.views,
        nav: navOf(ground, 'connections'),
        head: { title: words.title, summary: words.lede },
      },
      words,
      api: asked,
      feeds,
      example: `curl --header "Authorization: Bearer $KEY" "${context.origin}${asked[0]?.address ?? ''}?status=in-use&limit=100"`,
      base: words.api.base(context.origin),
      keysTo: hasRole(context, organisation, 'admin') ? link(settingsPages.programs, { organisation }) : null,
      token: context.demo ? words.api.token(`strategist@${organisation}`) : null,
      webhooks: webhooks.map((webhook) => ({
        id: webhook.id,
        to: link(at.webhook, { organisation, webhook: webhook.id }),
        place: webhook.address.replace(/^https?:\/\//u, ''),
        kinds: kindsInWords(words, webhook),
        resting: webhook.restingSince !== null,
      })),
      addTo: ground.canChange ? link(at.newWebhook, { organisation }) : null,
      files: filesOf(ground, words),
    };
    return { kind: 'page', title: words.title, frame, content: <ConnectionsPage {...view} /> };
  },
});

export const connectionsPageRoutes: readonly AnyRoute[] = [showConnections];
