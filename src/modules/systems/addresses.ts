import { connectionsPage } from '../organisations/index.ts';

const base = '/arbete/:organisation/system';

/** One's own systems, for those who answer for them. */
export const own = {
  list: { path: base },
  add: { path: `${base}/lagg-till` },
  addMany: { path: `${base}/lagg-till/flera` },
  addNew: { path: `${base}/lagg-till/ny` },
  usage: { path: `${base}/:usage` },
  change: { path: `${base}/:usage/andra` },
  changeProduct: { path: `${base}/:usage/produkt` },
  proposals: { path: `${base}/:usage/forslag` },
  confirm: { path: `${base}/:usage/stammer` },
  remove: { path: `${base}/:usage/ta-bort` },
  restore: { path: `${base}/:usage/aterstall` },
  secret: { path: `${base}/:usage/hemligt` },
  flowAdd: { path: `${base}/:usage/floden` },
  flowRemove: { path: `${base}/:usage/floden/:flow/ta-bort` },
  removed: { path: `${base}/borttagna` },
  table: { path: `${base}/tabell` },
  columns: { path: `${base}/tabell/kolumner` },
  several: { path: `${base}/flera` },
  batches: { path: `${base}/andringar` },
  batch: { path: `${base}/andringar/:batch` },
  undo: { path: `${base}/andringar/:batch/angra` },
  policy: { path: `${base}/vem-ser-vad` },
  areas: { path: `${base}/omraden` },
  suppliers: { path: `${base}/leverantorer` },
  units: { path: `${base}/enheter` },
  flows: { path: `${base}/floden` },
  lacks: { path: `${base}/brister` },
  processing: { path: `${base}/personuppgifter` },
  processingPdf: { path: `${base}/personuppgifter/register.pdf` },
  processingSheet: { path: `${base}/personuppgifter/register` },
  plan: { path: `${base}/arsplan` },
  due: { path: `${base}/bekrafta` },
  claims: { path: `${base}/leverantorer-sager` },
  claim: { path: `${base}/leverantorer-sager/:claim` },
  claimSilence: { path: `${base}/leverantorer-sager/tyst` },
} as const;

/** The catalogue of products, for everybody. Nothing of who uses them. */
export const openCatalogue = {
  search: { path: '/system' },
  export: { path: '/system/lista' },
  dcat: { path: '/system/dcat' },
  dcatJson: { path: '/system/dcat.jsonld' },
  dcatTurtle: { path: '/system/dcat.ttl' },
  dcatXml: { path: '/system/dcat.rdf' },
  atom: { path: '/system/andringar.atom' },
  suppliers: { path: '/system/leverantorer' },
  supplier: { path: '/system/leverantorer/:supplier' },
  product: { path: '/system/:product' },
  publiccode: { path: '/system/:product/publiccode.yml' },
} as const;

const catalogueAt = '/arbete/:organisation/katalog';

/** The catalogue at work: what is missing is added, curators clean, and its words are chosen. */
export const catalogue = {
  list: { path: catalogueAt },
  addProduct: { path: `${catalogueAt}/produkter/ny` },
  fromPubliccode: { path: `${catalogueAt}/produkter/publiccode` },
  changeProduct: { path: `${catalogueAt}/produkter/:product/andra` },
  addSupplier: { path: `${catalogueAt}/leverantorer/ny` },
  changeSupplier: { path: `${catalogueAt}/leverantorer/:supplier/andra` },
  duplicates: { path: `${catalogueAt}/dubbletter` },
  setApart: { path: `${catalogueAt}/dubbletter/olika` },
  merge: { path: `${catalogueAt}/sla-ihop` },
  log: { path: `${catalogueAt}/historik` },
  entry: { path: `${catalogueAt}/historik/:number` },
  undo: { path: `${catalogueAt}/historik/:number/angra` },
  taxonomy: { path: `${catalogueAt}/begrepp` },
  component: { path: `${catalogueAt}/begrepp/:component` },
  edition: { path: `${catalogueAt}/utgavor/:edition` },
  accounts: { path: `${catalogueAt}/leverantorskonton` },
  newAccount: { path: `${catalogueAt}/leverantorskonton/nytt` },
  reviews: { path: `${catalogueAt}/funktioner` },
  lookedOver: { path: `${catalogueAt}/funktioner/:number/granskad` },
} as const;

const supplyingAt = '/arbete/:organisation/leverantor';

/** A supplier's own side: its products, its answers and what it says of its customers. */
export const supplying = {
  start: { path: supplyingAt },
  products: { path: `${supplyingAt}/produkter` },
  standards: { path: `${supplyingAt}/produkter/:product/standarder` },
  claims: { path: `${supplyingAt}/kunder` },
  newClaim: { path: `${supplyingAt}/kunder/ny` },
  takeBack: { path: `${supplyingAt}/kunder/:claim/ta-tillbaka` },
  news: { path: `${supplyingAt}/nytt` },
  newsSeen: { path: `${supplyingAt}/nytt/sett` },
} as const;

const everybodyAt = '/arbete/:organisation/allas-system';
const callsAt = '/arbete/:organisation/upprop';
const questionsAt = '/arbete/:organisation/systemfragor';

/** What others use, read with the organisation's eyes. */
export const everybody = {
  search: { path: everybodyAt },
  map: { path: `${everybodyAt}/karta` },
  product: { path: `${everybodyAt}/produkter/:product` },
  compare: { path: '/arbete/:organisation/jamfor' },
  choose: { path: '/arbete/:organisation/jamfor/valj' },
  horizon: { path: '/arbete/:organisation/avtalshorisont' },
  calls: { path: callsAt },
  newCall: { path: `${callsAt}/nytt` },
  call: { path: `${callsAt}/:call` },
  answerCall: { path: `${callsAt}/:call/svar` },
  endCall: { path: `${callsAt}/:call/avsluta` },
  questions: { path: questionsAt },
  newQuestion: { path: `${questionsAt}/ny` },
  question: { path: `${questionsAt}/:question` },
  answerQuestion: { path: `${questionsAt}/:question/svar` },
} as const;

const sheetsAt = `${base}/fran-kalkylblad` as const;

/** Systems from spreadsheets, and to them. */
export const sheets = {
  begin: { path: sheetsAt },
  sheet: { path: `${sheetsAt}/:sheet` },
  choose: { path: `${sheetsAt}/:sheet/blad` },
  columns: { path: `${sheetsAt}/:sheet/kolumner` },
  products: { path: `${sheetsAt}/:sheet/produkter` },
  answers: { path: `${sheetsAt}/:sheet/svar` },
  take: { path: `${sheetsAt}/:sheet/ta-in` },
  remove: { path: `${sheetsAt}/:sheet/ta-bort` },
  faults: { path: `${sheetsAt}/:sheet/fel.csv` },
  csv: { path: `${base}/export.csv` },
  xlsx: { path: `${base}/export.xlsx` },
  json: { path: `${base}/export.json` },
  ods: { path: `${base}/export.ods` },
} as const;

const webhookAt = `${connectionsPage.path}/webhooks/:webhook` as const;

/** How other programs read the register and are told of it. */
export const connections = {
  page: connectionsPage,
  archimate: { path: `${connectionsPage.path}/archimate.xml` },
  newWebhook: { path: `${connectionsPage.path}/webhooks/ny` },
  webhook: { path: webhookAt },
  changeWebhook: { path: `${webhookAt}/andra` },
  showSecret: { path: `${webhookAt}/visa` },
  renewSecret: { path: `${webhookAt}/hemlighet` },
  testWebhook: { path: `${webhookAt}/prov` },
  wakeWebhook: { path: `${webhookAt}/vack` },
  removeWebhook: { path: `${webhookAt}/ta-bort` },
} as const;
