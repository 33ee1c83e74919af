import type { Resource, Value } from '../connections/rdf/graph.ts';
import { sheetFormats, type SheetFormat } from '../sheets/write.ts';

const media: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
};

type Described = {
  readonly origin: string;
  /** The page of the catalogue. */
  readonly page: string;
  /** Address of the description itself. */
  readonly self: string;
  readonly file: (format: SheetFormat) => string;
  readonly api: string;
  /** Who answers for the installation. */
  readonly email: string;
  /** ISO 8601: when the catalogue was first filled, and when it was last changed. */
  readonly issued: string;
  readonly changed: string;
};

const iri = (...addresses: readonly string[]): readonly Value[] =>
  addresses.map((address) => ({ kind: 'iri', iri: address }));
const plain = (text: string): readonly Value[] => [{ kind: 'text', text }];
const texts = (sv: string, en: string): readonly Value[] => [
  { kind: 'text', text: sv, language: 'sv' },
  { kind: 'text', text: en, language: 'en' },
];
const day = (at: string): readonly Value[] => [{ kind: 'typed', text: at.slice(0, 10), type: 'xsd:date' }];
const moment = (at: string): readonly Value[] => [{ kind: 'typed', text: at, type: 'xsd:dateTime' }];

const eu = 'http://publications.europa.eu/resource/authority';
const sweden = 'http://sws.geonames.org/2661886';
/** CC0 1.0. */
const licence = 'http://creativecommons.org/publicdomain/zero/1.0/';
const languages = [`${eu}/language/SWE`, `${eu}/language/ENG`];
const keywords: readonly Value[] = [
  ...texts('it-system', 'IT system'),
  ...texts('leverantör', 'supplier'),
  ...texts('upphandling', 'procurement'),
];

/** The catalogue as a dataset by DCAT-AP-SE 3.0 (docs.dataportal.se/dcat/), for Sveriges dataportal to gather. */
export function describeDataset(described: Described): readonly Resource[] {
  const { origin, page, self, file, api, email, issued, changed } = described;
  const at = (name: string): string => `${self}#${name}`;
  return [
    {
      id: at('catalogue'),
      type: 'dcat:Catalog',
      properties: [
        ['dcterms:title', texts('Kommons öppna data', 'The open data of Kommons')],
        [
          'dcterms:description',
          texts(
            'Det som Kommons delar med alla om system för kommuner.',
            'What Kommons shares with everybody about systems for municipalities.',
          ),
        ],
        ['dcterms:publisher', iri(at('publisher'))],
        ['dcterms:license', iri(licence)],
        ['dcterms:issued', day(issued)],
        ['dcterms:modified', moment(changed)],
        ['dcterms:language', iri(...languages)],
        ['dcterms:spatial', iri(sweden)],
        ['dcat:themeTaxonomy', iri(`${eu}/data-theme`)],
        ['foaf:homepage', iri(page)],
        ['dcat:dataset', iri(at('dataset'))],
        ['dcat:service', iri(at('api'))],
      ],
    },
    {
      id: at('publisher'),
      type: 'foaf:Agent',
      properties: [
        ['foaf:name', plain('Kommons')],
        ['dcterms:type', iri('http://purl.org/adms/publishertype/LocalAuthority')],
        [
          'dcterms:description',
          texts(
            'Kommuner och regioner som delar arbete och kunskap om system.',
            'Municipalities and regions that share work and knowledge about systems.',
          ),
        ],
      ],
    },
    {
      id: at('contact'),
      type: 'vcard:Organization',
      properties: [
        ['vcard:fn', plain('Kommons')],
        ['vcard:hasEmail', iri(`mailto:${email}`)],
        ['vcard:hasURL', iri(origin)],
      ],
    },
    {
      id: at('dataset'),
      type: 'dcat:Dataset',
      properties: [
        [
          'dcterms:title',
          texts('System för kommuner och regioner', 'Systems for municipalities and regions'),
        ],
        [
          'dcterms:description',
          texts(
            'Produkter som kommuner och regioner kan använda: vad de gör, vem som levererar dem, hur de driftas och vilka standarder de stöder. Ingenting om vem som använder dem.',
            'Products that municipalities and regions can use: what they do, who supplies them, how they are hosted and which standards they support. Nothing about who uses them.',
          ),
        ],
        ['dcterms:publisher', iri(at('publisher'))],
        ['dcat:contactPoint', iri(at('contact'))],
        ['dcat:keyword', keywords],
        ['dcat:theme', iri(`${eu}/data-theme/GOVE`)],
        ['dcterms:issued', day(issued)],
        ['dcterms:modified', moment(changed)],
        ['dcterms:spatial', iri(sweden)],
        ['dcterms:accessRights', iri(`${eu}/access-right/PUBLIC`)],
        ['dcterms:accrualPeriodicity', iri(`${eu}/frequency/CONT`)],
        ['dcterms:language', iri(...languages)],
        ['dcat:landingPage', iri(page)],
        ['dcat:distribution', iri(...sheetFormats.map(at))],
      ],
    },
    ...sheetFormats.map((format): Resource => ({
      id: at(format),
      type: 'dcat:Distribution',
      properties: [
        [
          'dcterms:title',
          texts(`Hela listan som ${format.toUpperCase()}`, `The whole list as ${format.toUpperCase()}`),
        ],
        ['dcterms:description', texts('Alla produkter, en på varje rad.', 'All products, one on each row.')],
        ['dcat:accessURL', iri(file(format))],
        ['dcat:downloadURL', iri(file(format))],
        ['dcterms:format', plain(media[format])],
        ['dcterms:license', iri(licence)],
        ['dcatap:availability', iri(`${eu}/planned-availability/STABLE`)],
      ],
    })),
    {
      id: at('api'),
      type: 'dcat:DataService',
      properties: [
        ['dcterms:title', texts('Kommons API', 'The API of Kommons')],
        ['dcat:endpointURL', iri(api)],
        ['dcat:endpointDescription', iri(`${origin}/api/v1/openapi.json`)],
        ['dcterms:format', plain('application/json')],
        ['dcterms:publisher', iri(at('publisher'))],
        ['dcat:contactPoint', iri(at('contact'))],
        ['dcat:keyword', keywords],
        ['dcterms:license', iri(licence)],
        ['dcterms:accessRights', iri(`${eu}/access-right/PUBLIC`)],
        ['dcat:servesDataset', iri(at('dataset'))],
      ],
    },
  ];
}
