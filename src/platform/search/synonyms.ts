import { stem } from './stem.ts';
import { telling, words } from './tokens.ts';

/** What people write, and the word that the services use. Each line: the word, then ways to say it. */
const lines: readonly (readonly [string, ...string[]])[] = [
  [
    'skolskjuts',
    'buss till skolan',
    'skolbuss',
    'skoltaxi',
    'taxi till skolan',
    'resa till skolan',
    'resor skolan',
    'skolkort',
    'busskort skola',
  ],
  [
    'bygglov',
    'bygga hus',
    'bygga till',
    'bygga ut',
    'tillbyggnad',
    'bygga altan',
    'attefallshus',
    'bygga garage',
    'bygga',
  ],
  [
    'försörjningsstöd',
    'socialbidrag',
    'ekonomiskt bistånd',
    'soc bidrag',
    'pengar till mat',
    'hjälp med hyran',
  ],
  [
    'serveringstillstånd',
    'utskänkningstillstånd',
    'alkoholtillstånd',
    'krogtillstånd',
    'sälja alkohol',
    'servera alkohol',
    'servera öl',
    'servera vin',
    'ölservering',
  ],
  [
    'felanmälan',
    'trasig gatlampa',
    'trasig lampa',
    'potthål',
    'hål i vägen',
    'hål i gatan',
    'klotter',
    'rapportera fel',
    'anmäla fel',
    'lyktstolpe',
    'nedskräpning',
  ],
  ['förskola', 'dagis', 'barnomsorg', 'daghem', 'dagmamma'],
  ['fritidshem', 'fritids'],
  ['hemtjänst', 'hjälp hemma', 'hjälp i hemmet', 'hemhjälp'],
  ['äldreboende', 'ålderdomshem', 'servicehus', 'särskilt boende', 'vårdboende'],
  ['parkeringstillstånd', 'parkeringskort', 'handikapparkering', 'handikapptillstånd'],
  ['färdtjänst', 'sjuktaxi', 'handikapptaxi'],
  ['avfall', 'sopor', 'skräp', 'soptunna', 'sophämtning', 'renhållning', 'sopkärl'],
  ['återvinningscentral', 'soptipp', 'tippen', 'återvinning', 'miljöstation'],
  ['orosanmälan', 'barn far illa', 'anmäla oro', 'orolig för barn', 'oro för barn'],
  ['bostadsanpassningsbidrag', 'bostadsanpassning', 'ramp hemma', 'stödhandtag', 'anpassa bostad'],
  ['god man', 'förvaltare', 'överförmyndare'],
  ['vigsel', 'gifta sig', 'bröllop', 'giftermål', 'gifta'],
  ['modersmålsundervisning', 'hemspråk', 'hemspråksundervisning', 'modersmål'],
  ['specialkost', 'allergikost', 'allergi mat', 'matallergi'],
  ['eldstad', 'kamin', 'öppen spis', 'braskamin', 'eldstäder'],
  ['avlopp', 'trekammarbrunn', 'infiltration'],
  ['värmepump', 'bergvärme', 'jordvärme'],
  ['torghandel', 'torgplats', 'sälja på torget', 'torgstånd', 'matvagn'],
  ['föreningsbidrag', 'bidrag till förening', 'stöd till förening'],
  ['vuxenutbildning', 'komvux', 'läsa som vuxen'],
  ['skolval', 'byta skola', 'välja skola', 'skolbyte'],
  ['synpunkt', 'klagomål', 'klaga', 'beröm', 'tyck till'],
  ['medborgarförslag', 'eget förslag'],
  ['snöröjning', 'plogning', 'plogbil', 'snöplog', 'halka', 'sandning'],
  ['trygghetslarm', 'larmknapp', 'larm hemma'],
  ['tobaksförsäljning', 'sälja tobak', 'cigaretter', 'snus'],
  ['livsmedelsanläggning', 'öppna café', 'öppna restaurang', 'starta restaurang', 'kafé'],
  ['matförgiftning', 'magsjuk av mat', 'dålig mat'],
  ['nybyggnadskarta', 'tomtkarta'],
  ['strandskyddsdispens', 'bygga nära vatten', 'bygga brygga', 'strandskydd'],
  ['fakturafråga', 'betala räkning', 'räkning'],
  ['inloggning', 'lösenord', 'användarnamn', 'login', 'logga på'],
  ['samma person', 'dubblett', 'dubbletter', 'dubbelregistrering'],
  ['driftstopp', 'krasch', 'kraschat', 'systemet nere'],
  ['behörighet', 'åtkomst', 'rättigheter'],
];

export type Synonym = { readonly asked: readonly string[]; readonly target: readonly string[] };

const stems = (text: string): readonly string[] => telling(words(text)).map(stem);

/** Longest question first, so that "buss till skolan" is read before "buss". */
export const synonyms: readonly Synonym[] = lines
  .flatMap(([target, ...ways]) => ways.map((way) => ({ asked: stems(way), target: stems(target) })))
  .toSorted((left, right) => right.asked.length - left.asked.length);
