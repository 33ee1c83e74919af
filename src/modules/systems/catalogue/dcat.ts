import { sheetFormats, type SheetFormat } from '../sheets/write.ts';

const media: Readonly<Record<SheetFormat, string>> = {
  csv: 'http://www.iana.org/assignments/media-types/text/csv',
  xlsx: 'http://www.iana.org/assignments/media-types/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'http://www.iana.org/assignments/media-types/application/json',
};

type Described = {
  readonly origin: string;
  /** The page of the catalogue. */
  readonly page: string;
  /** Address of the description itself. */
  readonly self: string;
  readonly file: (format: SheetFormat) => string;
  readonly api: string;
  /** ISO 8601. */
  readonly changed: string;
};

const texts = (sv: string, en: string) => [
  { '@language': 'sv', '@value': sv },
  { '@language': 'en', '@value': en },
];
const id = (address: string) => ({ '@id': address });

/** The catalogue as a dataset by DCAT-AP-SE (docs.dataportal.se/dcat), in JSON-LD, for Sveriges dataportal to harvest. */
export function describeDataset({ origin, page, self, file, api, changed }: Described): unknown {
  const publisher = id(`${self}#publisher`);
  const licence = id('http://creativecommons.org/publicdomain/zero/1.0/');
  const dataset = {
    '@id': `${self}#dataset`,
    '@type': 'dcat:Dataset',
    'dcterms:title': texts('System för kommuner och regioner', 'Systems for municipalities and regions'),
    'dcterms:description': texts(
      'Produkter som kommuner och regioner kan använda: vad de gör, vem som levererar dem, hur de driftas och vilka standarder de stöder. Ingenting om vem som använder dem.',
      'Products that municipalities and regions can use: what they do, who supplies them, how they are hosted and which standards they support. Nothing about who uses them.',
    ),
    'dcterms:publisher': publisher,
    'dcat:contactPoint': { '@type': 'vcard:Organization', 'vcard:fn': 'Kommons', 'vcard:hasURL': id(origin) },
    'dcat:landingPage': id(page),
    'dcat:theme': id('http://publications.europa.eu/resource/authority/data-theme/GOVE'),
    'dcterms:accessRights': id('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
    'dcterms:accrualPeriodicity': id('http://publications.europa.eu/resource/authority/frequency/CONT'),
    'dcterms:language': [
      id('http://publications.europa.eu/resource/authority/language/SWE'),
      id('http://publications.europa.eu/resource/authority/language/ENG'),
    ],
    'dcterms:modified': { '@type': 'xsd:dateTime', '@value': changed },
    'dcat:distribution': sheetFormats.map((format) => ({
      '@id': `${self}#${format}`,
      '@type': 'dcat:Distribution',
      'dcterms:title': texts(
        `Hela listan som ${format.toUpperCase()}`,
        `The whole list as ${format.toUpperCase()}`,
      ),
      'dcat:accessURL': id(file(format)),
      'dcat:downloadURL': id(file(format)),
      'dcat:mediaType': id(media[format]),
      'dcterms:license': licence,
    })),
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcterms: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': self,
    '@type': 'dcat:Catalog',
    'dcterms:title': texts('Kommons öppna data', 'The open data of Kommons'),
    'dcterms:description': texts(
      'Det som Kommons delar med alla om system för kommuner.',
      'What Kommons shares with everybody about systems for municipalities.',
    ),
    'dcterms:publisher': { ...publisher, '@type': 'foaf:Organization', 'foaf:name': 'Kommons' },
    'dcterms:license': licence,
    'foaf:homepage': id(page),
    'dcat:dataset': [dataset],
    'dcat:service': [
      {
        '@id': `${self}#api`,
        '@type': 'dcat:DataService',
        'dcterms:title': texts('Kommons API', 'The API of Kommons'),
        'dcat:endpointURL': id(api),
        'dcat:endpointDescription': id(`${origin}/api/v1/openapi.json`),
        'dcat:servesDataset': id(`${self}#dataset`),
        'dcterms:publisher': publisher,
      },
    ],
  };
}
