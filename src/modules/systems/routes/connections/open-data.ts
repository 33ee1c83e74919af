import {
  link,
  open,
  route,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import { openCatalogue as at } from '../../addresses.ts';
import { describeDataset } from '../../catalogue/dcat.ts';
import { changedAt } from '../../catalogue/log.ts';
import { atomOf } from '../../connections/feed/atom.ts';
import { listLatestChanges } from '../../connections/feed/catalogue.ts';
import { chooseSyntax, mediaTypes, writeGraph, type Syntax } from '../../connections/rdf/write.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { connectionTexts } from '../../texts/connections.ts';

const endings: Readonly<Record<Syntax, string>> = { xml: 'rdf', turtle: 'ttl', json: 'jsonld' };

/** What the routes need that no request brings. */
type Given = { readonly contact: string };

async function described({ tx, origin }: Context, syntax: Syntax, { contact }: Given): Promise<Reply> {
  const absolute = (path: string): string => `${origin}${path}`;
  const { first, last } = await changedAt(tx);
  const graph = describeDataset({
    origin,
    page: absolute(link(at.search, {})),
    self: absolute(link(at.dcat, {})),
    file: (format) => absolute(link(at.export, {}, { format })),
    api: absolute('/api/v1'),
    email: contact,
    issued: first.toISOString(),
    changed: last.toISOString(),
  });
  return {
    kind: 'file',
    name: `dcat.${endings[syntax]}`,
    type: `${mediaTypes[syntax]}; charset=utf-8`,
    bytes: new TextEncoder().encode(writeGraph(syntax, graph)),
  };
}

/** The syntax that whoever asks takes most gladly; each has an address of its own too. */
const negotiated = (given: Given) =>
  route({
    method: 'GET',
    path: at.dcat.path,
    access: open,
    handle: (context) => described(context, chooseSyntax(context.accept), given),
  });

type DescribedAt = (typeof at)['dcatXml' | 'dcatTurtle' | 'dcatJson'];

const inSyntax = (given: Given, { path }: DescribedAt, syntax: Syntax): AnyRoute =>
  route({
    method: 'GET',
    path,
    access: open,
    handle: (context) => described(context, syntax, given),
  });

/** As many as a reader of news keeps up with. */
const latest = 50;

const atom = route({
  method: 'GET',
  path: at.atom.path,
  access: open,
  handle: async ({ tx, origin, language }) => {
    const catalogue = await readCatalogue(tx);
    const text = atomOf({
      origin,
      language,
      words: connectionTexts(language).atom,
      changes: await listLatestChanges(tx, latest),
      catalogue,
    });
    return {
      kind: 'file',
      name: 'andringar.atom',
      type: 'application/atom+xml; charset=utf-8',
      bytes: new TextEncoder().encode(text),
    };
  },
});

/** What of the catalogue is described for those who gather open data, and what has changed in it. */
export const openDataRoutes = (given: Given): readonly AnyRoute[] => [
  negotiated(given),
  inSyntax(given, at.dcatXml, 'xml'),
  inSyntax(given, at.dcatTurtle, 'turtle'),
  inSyntax(given, at.dcatJson, 'json'),
  atom,
];
