/** A word or a head as it is compared: without case, signs and doubled spaces. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const yes = ['ja', 'j', 'x', 'yes', 'y', 'sant', 'true', '1', 'finns'];
const no = ['nej', 'n', 'no', 'falskt', 'false', '0', 'ingen', 'inte'];

/**
 * What people write for the options of a choice, besides the words that forms show. By field and option; bare words.
 */
export const optionWords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  status: {
    planned: ['planerad', 'planerat', 'planeras', 'under inforande', 'under införande', 'införs', 'upphandlas', 'beställd', 'kommande', 'planned'],
    pilot: ['pilot', 'test', 'testas', 'prövas', 'provdrift', 'försök', 'piloting'],
    'in-use': ['i drift', 'drift', 'används', 'aktiv', 'aktivt', 'aktuell', 'i bruk', 'produktion', 'i produktion', 'förvaltning', 'i förvaltning', 'ja', 'in use', 'active', 'in operation', 'live'],
    'phasing-out': ['avvecklas', 'under avveckling', 'avveckling', 'på väg ut', 'fasas ut', 'phasing out', 'retiring', 'byts ut'],
    ended: ['avvecklad', 'avvecklat', 'upphört', 'har upphört', 'avslutad', 'avslutat', 'ej i drift', 'inaktiv', 'nej', 'retired', 'ended', 'inactive'],
  },
  hosting: {
    own: ['egen', 'egen drift', 'egen server', 'on prem', 'on premise', 'on premises', 'onprem', 'lokalt', 'lokal', 'intern', 'internt', 'kommunen', 'it avdelningen', 'internal'],
    joint: ['gemensam', 'gemensam drift', 'samdrift', 'it nämnd', 'kommunalförbund', 'gemensam nämnd', 'joint'],
    supplier: ['leverantör', 'leverantören', 'hos leverantör', 'extern', 'extern drift', 'externt', 'saas', 'hosted', 'asp', 'molntjänst', 'external'],
    'public-cloud': ['publikt moln', 'moln', 'molnet', 'cloud', 'azure', 'aws', 'public cloud', 'google cloud', 'microsoft 365'],
  },
  accessibility: {
    meets: ['ja', 'uppfyller', 'godkänd', 'ok', 'yes', 'wcag 2 1 aa', 'conforms'],
    partly: ['delvis', 'brister', 'partly', 'partial'],
    fails: ['nej', 'uppfyller inte', 'ej', 'underkänd', 'no'],
    exempt: ['omfattas inte', 'undantag', 'ej aktuellt', 'inte aktuellt', 'exempt'],
    unknown: ['okänt', 'ej granskat', 'inte granskad', 'vet ej', 'ej testat', 'unknown'],
  },
  usesAi: { yes, no },
  aiRisk: {
    minimal: ['minimal', 'ingen', 'låg', 'low'],
    limited: ['begränsad', 'limited', 'medel'],
    high: ['hög', 'högrisk', 'high'],
  },
  criticality: {
    low: ['låg', 'ej kritisk', 'inte kritiskt', 'liten', '1', 'low', 'not critical', 'nej'],
    medium: ['medel', 'medium', 'normal', 'måttlig', 'viktig', 'viktigt', '2'],
    high: ['hög', 'kritisk', 'verksamhetskritisk', 'verksamhetskritiskt', 'mycket viktig', '3', 'high', 'critical', 'business critical', 'ja'],
    society: ['samhällsviktig', 'samhällsviktigt', 'samhällskritisk', 'mycket hög', '4', 'society critical', 'very high'],
  },
  personalData: {
    none: ['nej', 'inga', 'ingen', 'no', 'none', 'saknas'],
    ordinary: ['ja', 'vanliga', 'personuppgifter', 'yes', 'x', 'ordinary', 'ej känsliga', 'harmlösa'],
    sensitive: ['känsliga', 'känsliga personuppgifter', 'ja känsliga', 'särskilda kategorier', 'skyddsvärda', 'sensitive'],
  },
  legalBasis: {
    consent: ['samtycke', 'consent', 'a'],
    contract: ['avtal', 'contract', 'b'],
    'legal-duty': ['rättslig förpliktelse', 'rättslig skyldighet', 'lag', 'legal obligation', 'legal duty', 'c'],
    'vital-interest': ['grundläggande intresse', 'grundläggande intressen', 'vital interest', 'vital interests', 'd'],
    'public-interest': ['allmänt intresse', 'myndighetsutövning', 'uppgift av allmänt intresse', 'public interest', 'public task', 'e'],
    'legitimate-interest': ['berättigat intresse', 'intresseavvägning', 'legitimate interest', 'legitimate interests', 'f'],
  },
  assessment: {
    'not-needed': ['behövs inte', 'nej', 'ej aktuellt', 'behövs ej', 'not needed', 'inte aktuellt'],
    needed: ['behövs', 'ska göras', 'saknas', 'ej gjord', 'inte gjord', 'needed'],
    begun: ['påbörjad', 'pågår', 'pågående', 'begun', 'ongoing', 'started'],
    done: ['gjord', 'klar', 'genomförd', 'ja', 'done', 'completed', 'finns', 'yes'],
  },
  archiveDuty: {
    keep: ['bevaras', 'bevara', 'arkiveras', 'keep', 'preserve'],
    discard: ['gallras', 'gallra', 'discard', 'dispose'],
    both: ['både och', 'delvis', 'bevaras gallras', 'bevara och gallra', 'gallras bevaras', 'both'],
    none: ['inga', 'nej', 'inga handlingar', 'none', 'ej aktuellt'],
  },
  priceBasis: {
    fixed: ['fast', 'fast pris', 'fixed', 'årsavgift'],
    inhabitant: ['invånare', 'per invånare', 'inhabitant'],
    user: ['användare', 'per användare', 'licens', 'per licens', 'user', 'per user'],
    pupil: ['elev', 'per elev', 'barn', 'per barn', 'pupil'],
    employee: ['anställd', 'per anställd', 'medarbetare', 'employee'],
    transaction: ['ärende', 'per ärende', 'transaktion', 'transaction', 'händelse'],
    hour: ['timme', 'per timme', 'hour'],
  },
}; // prettier-ignore

/** What says that nothing is known, in any cell. */
export const blanks: ReadonlySet<string> = new Set(['-', '–', '—', '?', '??', 'n/a', 'N/A', '#N/A']);

/** What says so in a cell that asks for a day, a number or a choice. */
export const unknowns: ReadonlySet<string> = new Set(
  'na, okänt, okänd, vet ej, vet inte, saknas, oklart, ej angivet, ingen uppgift, unknown, tbd, tillsvidare, tills vidare, löpande'.split(
    ', ',
  ),
);
