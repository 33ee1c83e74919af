import { fieldIds, isField, type FieldId } from '../model/fields.ts';
import { wordsOf } from '../texts/fields.ts';
import { bare } from './words.ts';

/** What a column says of a system: a field, or what tells which system it is. */
export type Target = FieldId | 'product' | 'supplier' | 'secret' | 'id' | 'revision';

/** The columns of our own sheets besides the fields, in their order. */
export const ownHeads = {
  product: { sv: 'Produkt', en: 'Product' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
  secret: { sv: 'Visas inte för andra', en: 'Not shown to others' },
  id: { sv: 'Kommons-id (ändra inte)', en: 'Kommons id (do not change)' },
  revision: { sv: 'Kommons-revision (ändra inte)', en: 'Kommons revision (do not change)' },
} as const;

const targets: readonly Target[] = ['product', 'supplier', ...fieldIds, 'secret', 'id', 'revision'];

export const isTarget = (text: string): text is Target => isField(text) || Object.hasOwn(ownHeads, text);

export const headOf = (target: Target, language: 'sv' | 'en'): string =>
  isField(target) ? wordsOf(language, target).name : ownHeads[target][language];

/**
 * What columns are called in lists of systems, bare, the likeliest first. Where two columns want the same place, the
 * earlier word has it.
 */
const heads: { readonly [T in Target]?: readonly string[] } = {
  product: ['produkt', 'produktnamn', 'product', 'product name', 'programvara', 'software', 'applikation', 'applikationsnamn', 'application', 'application name', 'system', 'it system', 'systemnamn', 'systemets namn', 'namn på system', 'namn på systemet', 'verksamhetssystem', 'system name', 'it stöd', 'program', 'app', 'tjänst', 'namn', 'name', 'benämning', 'titel', 'title'],
  supplier: ['leverantör', 'systemleverantör', 'leverantörsnamn', 'leverantörens namn', 'supplier', 'vendor', 'tillverkare', 'företag', 'bolag'],
  localName: ['lokalt namn', 'ert namn', 'vårt namn', 'vi kallar det', 'smeknamn', 'internt namn', 'local name', 'our name', 'alias'],
  status: ['status', 'livscykel', 'livscykelstatus', 'driftstatus', 'systemstatus', 'lifecycle', 'life cycle', 'state'],
  from: ['startdatum', 'infört', 'införd', 'införandedatum', 'driftsatt', 'driftstart', 'driftsättning', 'i drift sedan', 'i drift från', 'togs i drift', 'start date', 'in use from', 'go live'],
  until: ['avvecklingsdatum', 'avvecklas', 'avvecklat', 'slutdatum system', 'används till och med', 'in use until', 'end of use', 'end date system'],
  version: ['version', 'systemversion', 'versionsnummer', 'release'],
  purpose: ['syfte', 'beskrivning', 'användningsområde', 'används till', 'funktion beskrivning', 'systembeskrivning', 'kort beskrivning', 'vad används det till', 'purpose', 'description', 'used for'],
  components: ['funktion', 'funktionsområde', 'referenskomponent', 'referenskomponenter', 'komponent', 'systemtyp', 'kategori', 'function', 'component', 'components', 'category'],
  units: ['förvaltning', 'förvaltningar', 'enhet', 'verksamhet', 'nämnd', 'avdelning', 'sektor', 'organisation', 'verksamhetsområde', 'unit', 'department'],
  users: ['användare', 'antal licenser', 'antal anv', 'antal', 'number of users', 'users', 'licenser'],
  owner: ['systemägare', 'ägare', 'objektägare', 'informationsägare', 'system owner', 'owner', 'ansvarig chef', 'ansvarig'],
  contact: ['systemförvaltare', 'förvaltare', 'kontaktperson', 'kontakt', 'förvaltningsledare', 'systemansvarig', 'systemadministratör', 'kontaktperson system', 'vem kan vi fråga', 'contact', 'contact person', 'system manager', 'administrator'],
  contactEmail: ['e post', 'epost', 'mejl', 'mail', 'email', 'e mail', 'e postadress', 'kontakt e post', 'kontaktpersonens e post', 'e post kontaktperson', 'e post förvaltare', 'contact email'],
  hosting: ['drift', 'driftform', 'driftsform', 'driftmiljö', 'driftleverantör', 'hosting', 'placering', 'leveransform', 'moln eller lokalt', 'operation'],
  accessibility: ['digital tillgänglighet', 'tillgänglighetskrav', 'wcag', 'dos lagen', 'tillgänglighetsstatus', 'accessibility', 'web accessibility'],
  accessibilityOn: ['tillgänglighet granskad', 'senaste tillgänglighetsgranskning', 'granskningsdatum wcag', 'accessibility checked'],
  usesAi: ['ai', 'använder ai', 'innehåller ai', 'har ai', 'uses ai', 'ai functions'],
  aiRisk: ['ai risk', 'ai riskklass', 'risknivå ai', 'ai risk class'],
  aiUse: ['ai användning', 'vad ai används till', 'ai use'],
  criticality: ['kritikalitet', 'prioritet', 'samhällsviktigt', 'samhällsviktig', 'verksamhetskritiskt', 'verksamhetskritisk', 'viktighet', 'systemprioritet', 'criticality', 'business criticality', 'priority'],
  confidentiality: ['konfidentialitet', 'k', 'klass k', 'sekretess k', 'confidentiality', 'konfidentialitet 0 4'],
  integrity: ['riktighet', 'r', 'klass r', 'integrity', 'riktighet 0 4'],
  availability: ['tillgänglighet t', 't', 'klass t', 'availability', 'tillgänglighet 0 4'],
  risks: ['risker', 'risk', 'kända risker', 'riskbedömning', 'risks'],
  personalData: ['personuppgifter', 'personuppgift', 'behandlar personuppgifter', 'innehåller personuppgifter', 'gdpr', 'personal data'],
  processingPurpose: ['ändamål med behandlingen', 'ändamål med personuppgiftsbehandling', 'behandlingens ändamål', 'processing purpose'],
  legalBasis: ['rättslig grund', 'laglig grund', 'legal basis'],
  dataSubjects: ['registrerade', 'kategorier av registrerade', 'data subjects'],
  dataCategories: ['kategorier av personuppgifter', 'typ av personuppgifter', 'personuppgiftskategorier', 'data categories'],
  recipients: ['mottagare', 'mottagare av personuppgifter', 'recipients'],
  processors: ['personuppgiftsbiträde', 'biträde', 'biträden', 'pub', 'processor', 'processors'],
  transfers: ['tredjelandsöverföring', 'tredje land', 'överföring till tredje land', 'third country', 'transfers'],
  dataRetention: ['lagringstid', 'gallringstid personuppgifter', 'hur länge sparas personuppgifterna', 'retention'],
  assessment: ['dpia', 'konsekvensbedömning dpia', 'konsekvensbedömning gjord', 'impact assessment'],
  assessmentOn: ['konsekvensbedömning datum', 'dpia datum', 'assessment date'],
  archiveDuty: ['bevaras gallras', 'bevarande gallring', 'bevarande', 'gallras', 'arkivering', 'archiving'],
  archiveHow: ['gallring', 'gallringsfrist', 'gallringsfrister', 'gallringsbeslut', 'arkivlösning', 'hur arkiveras det', 'retention schedule'],
  contractSupplier: ['avtalspart', 'avtalsleverantör', 'motpart', 'contract party', 'contract with'],
  contractReference: ['avtalsnummer', 'avtalsnr', 'avtals id', 'diarienummer', 'dnr', 'diarienr', 'diarienummer avtal', 'contract number', 'contract reference'],
  contractEnds: ['avtalsslut', 'avtal slut', 'avtal t o m', 'avtal tom', 'avtal till', 'avtalet gäller till', 'avtalet löper ut', 'avtalet upphör', 'avtalets slutdatum', 'avtal slutdatum', 'slutdatum avtal', 'avtalstid t o m', 'avtalstid till', 'avtalsperiod slut', 'giltigt till', 'giltigt t o m', 'löper ut', 'slutdatum', 'contract ends', 'contract end', 'contract end date', 'contract expires', 'end date', 'expires'],
  noticeMonths: ['uppsägningstid', 'uppsägningstid mån', 'uppsägningstid månader', 'uppsägning', 'notice period', 'notice months', 'notice'],
  extensions: ['förlängningar', 'antal förlängningar', 'förlängningsoptioner', 'antal optioner', 'optioner', 'extensions', 'extension options'],
  extensionMonths: ['förlängning månader', 'förlängning mån', 'förlängningstid', 'optionens längd', 'extension months'],
  framework: ['ramavtal', 'upphandling', 'avropat från', 'framework', 'framework agreement'],
  price: ['pris', 'kostnad', 'årskostnad', 'kostnad per år', 'pris per år', 'årsavgift', 'licenskostnad', 'avtalskostnad', 'årlig kostnad', 'kostnad kr', 'kostnad kr år', 'kostnad sek', 'price', 'yearly cost', 'annual cost', 'cost'],
  priceBasis: ['prismodell', 'licensmodell', 'betalningsmodell', 'price basis', 'price model'],
  cost: ['övriga kostnader', 'driftkostnad', 'driftskostnad', 'förvaltningskostnad', 'other costs', 'operating cost'],
  satisfaction: ['nöjdhet', 'betyg', 'omdöme 1 5', 'nöjd', 'satisfaction', 'rating'],
  satisfactionWhy: ['omdöme', 'kommentar nöjdhet', 'why'],
  secret: ['hemligt', 'dolt', 'hemlig', 'secret'],
}; // prettier-ignore

/** Words that only hint at a field: with them alone, one has to be asked. */
export const hints: readonly (readonly [RegExp, Target])[] = [
  [/^(?:tillgänglighet)$/u, 'accessibility'],
  [/^(?:ändamål)$/u, 'processingPurpose'],
  [/\b(?:avtal|contract)\p{L}*.*\b(?:slut|till|tom|upphör|ends?|expires)/u, 'contractEnds'],
  [/\b(?:avtalstid|avtalsperiod|avtalsdatum)/u, 'contractEnds'],
  [/\b(?:uppsägning)/u, 'noticeMonths'],
  [/\b(?:option|förläng)/u, 'extensions'],
  [/\b(?:kostnad|pris|avgift)/u, 'price'],
  [/\b(?:moln|drift|server)/u, 'hosting'],
  [/\b(?:pub avtal|biträdesavtal)/u, 'processors'],
  [/\b(?:systemnamn|applikation|it system)/u, 'product'],
  [/\bleverantör/u, 'supplier'],
  [/\b(?:ägare)/u, 'owner'],
  [/\b(?:förvaltare|kontakt)/u, 'contact'],
  [/\b(?:antal användare|anv)\b/u, 'users'],
];

/** Where each bare head leads, and how far down its list it stands. */
export const headIndex: ReadonlyMap<string, { readonly target: Target; readonly rank: number }> = new Map([
  ...targets.flatMap((target) =>
    (heads[target] ?? []).map((word, rank) => [word, { target, rank: rank + 1 }] as const),
  ),
  ...targets.flatMap((target) =>
    ([target, headOf(target, 'en'), headOf(target, 'sv')] as const).map(
      (word) => [bare(word), { target, rank: 0 }] as const,
    ),
  ),
]);
