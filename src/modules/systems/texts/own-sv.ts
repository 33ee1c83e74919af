import { addSv } from './own-add-sv.ts';
import { changeSv } from './own-changes-sv.ts';
import { joinList } from '../../../platform/text/index.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('sv');

/** Whole years that have gone in so many days. */
const years = (days: number): string =>
  `${words(Math.floor(days / 365))}\u00A0år`.replace('en\u00A0', 'ett\u00A0');

const systems = (n: number): string => plural(n, 'system', 'system');

export const ownSv = {
  title: 'Era system',
  systems,
  saved: 'Sparat.',
  example: 'Systemen är exempel, inte kommunens egna uppgifter.',
  nav: {
    label: 'Era system',
    register: 'Era system',
    views: 'Visa efter',
    care: 'Att göra',
    all: 'Alla system',
    table: 'Fyll i som tabell',
    sheet: 'Från kalkylblad',
    batches: 'Ändringar',
    removed: 'Borttagna',
    areas: 'Område',
    suppliers: 'Leverantör',
    units: 'Enhet',
    flows: 'Flöden',
    lacks: 'Det som saknas',
    due: 'Bekräfta',
    claims: 'Leverantörer säger',
    plan: 'Årsplan',
    processing: 'Personuppgifter',
    policy: 'Vem ser vad',
    connections: 'Kopplingar',
  },
  list: {
    summary: (all: number, lacking: number) =>
      all === 0
        ? 'Ni har inte lagt in något system än.'
        : lacking === 0
          ? `${systems(all)}. Inget saknas.`
          : `${systems(all)}. ${lacking === 1 ? 'Ett behöver' : `${digits(lacking)} behöver`} kompletteras.`,
    add: 'Lägg till system',
    search: 'Sök bland era system',
    filters: 'Visa',
    area: 'Område',
    supplier: 'Leverantör',
    unit: 'Enhet',
    status: 'Status',
    lack: 'Saknas',
    order: {
      namn: 'I bokstavsordning',
      avtal: 'Avtal som slutar först',
      bekraftat: 'Längst sedan bekräftat',
    },
    count: (from: number, to: number, of: number) => `${digits(from)}–${digits(to)} av ${digits(of)}`,
    caption: 'Era system',
    choose: 'Välj',
    chooseOne: (name: string) => `Välj ${name}`,
    system: 'System',
    does: 'Område',
    whom: 'Fråga',
    ends: 'Avtalet slutar',
    notice: (day: string) => `säg upp senast ${day}`,
    noticeGone: (day: string) => `uppsägningsdagen var ${day}`,
    confirmed: 'Bekräftat',
    nobody: 'Ingen angiven',
    noEnd: 'Inte angivet',
    noArea: 'Utan område',
    lacking: (n: number) => plural(n, 'sak saknas', 'saker saknas'),
    secret: 'Syns bara för er',
    registeredBy: (name: string) => `Registrerat av ${name}`,
    several: 'Ändra flera på en gång',
    chosen: 'Ändra de valda',
    empty: 'Inga system ännu',
    emptyText:
      'Börja med de tio som verksamheten inte klarar sig utan. Du behöver bara namnen, resten kan ni fylla i sedan.',
    noHits: 'Inget system stämmer med det ni söker',
    clear: 'Visa alla',
    begin: (names: readonly string[]) =>
      names.length === 1
        ? `Börja med ${names[0]}, som behöver mest.`
        : `Börja med de ${words(names.length)} som behöver mest: ${joinList(names, 'sv')}.`,
    beginTo: 'Fyll i dem i tabellen',
  },
  ago: (days: number) =>
    days === 0
      ? 'i dag'
      : days === 1
        ? 'i går'
        : days < 365
          ? `${digits(days)}\u00A0dagar sedan`
          : `mer än ${years(days)} sedan`,
  confidence: {
    byOwner: (days: number) =>
      days === 0
        ? 'Bekräftad av ägaren i dag'
        : days === 1
          ? 'Bekräftad av ägaren i går'
          : `Bekräftad av ägaren för ${days < 365 ? `${digits(days)} dagar` : `mer än ${years(days)}`} sedan`,
    confirmed: 'Uppgifterna är färska',
    ageing: 'Uppgifterna börjar bli gamla',
    stale: 'Uppgifterna är gamla',
  },
  one: {
    group: 'Ändra',
    fill: 'Fyll i',
    nothing: 'Inget ifyllt än',
    shownTo: (who: string) => `Syns ${who}`,
    partlyShown: (all: string, some: string) => `${all}, en del ${some}`,
    ask: 'Stämmer uppgifterna fortfarande?',
    askText: 'Gå igenom dem en gång om året. Det tar en minut.',
    confirm: 'Ja, allt stämmer',
    others: 'Se vilka fler som har det',
    wrongProduct: 'Är det en annan produkt?',
    changeProduct: 'Byt produkt',
    product: 'Produkt',
    supplier: 'Leverantör',
    does: 'Funktioner',
    members: 'Registrerat för',
    lacks: 'Det här saknas',
    flows: 'Flöden till och från',
    noFlows: 'Inga flöden är beskrivna.',
    flow: (what: string, frequency: string) => `${what}, ${frequency}`,
    through: (name: string) => `genom ${name}`,
    addFlow: 'Lägg till ett flöde',
    direction: 'Riktning',
    to: 'Uppgifter går härifrån till',
    from: 'Uppgifter kommer hit från',
    other: 'Det andra systemet',
    chooseOther: 'Välj system',
    what: 'Vad som förs över',
    whatHelp: 'Till exempel elever och klasser.',
    how: 'Genom vilket gränssnitt',
    noInterface: 'Vet inte, eller inget i katalogen',
    often: 'Hur ofta',
    saveFlow: 'Spara flödet',
    removeFlow: 'Ta bort',
    removeFlowOf: (name: string) => `Ta bort flödet med ${name}`,
    history: 'Historik',
    remove: 'Ta bort systemet',
    removeText:
      'Systemet försvinner ur era listor och för alla andra. Det går att återställa, med allt som stod där.',
    secret: 'Vem som ser att ni har det',
    secretOn: 'Bara ni ser att ni har det här systemet.',
    secretOff: 'Andra i offentlig sektor ser att ni har det, och de uppgifter som ni har valt att visa.',
    hide: 'Visa det bara för oss',
    show: 'Visa det för andra igen',
    policy: 'Välj vem som ser vad',
    removed: (name: string) => `${name} är borttaget.`,
    restored: 'Systemet är återställt.',
    confirmedNow: 'Tack. Uppgifterna är bekräftade i dag.',
    joint: (name: string) => `${name} har registrerat det här för er. Det är de som ändrar.`,
  },
  product: {
    title: (name: string) => `Byt produkt för ${name}`,
    lede: 'Om systemet är registrerat på fel produkt, eller har gått över till en annan. Allt annat som står om systemet är kvar, och bytet går att ångra.',
    choose: 'Byt',
    chooseName: (name: string) => `Byt till ${name}`,
    changed: (name: string) =>
      `Produkten är nu ${name}. Kontrollera att version och avtal fortfarande stämmer.`,
    stale: 'Någon har ändrat systemet sedan du öppnade sidan. Se vad som gäller nu och välj igen.',
  },
  frequencies: {
    live: 'i samma stund',
    hourly: 'varje timme',
    daily: 'varje dygn',
    weekly: 'varje vecka',
    'by-hand': 'för hand',
  },
  flowFaults: {
    other: 'Välj det andra systemet.',
    what: 'Skriv vad som förs över.',
  },
  audiences: {
    'public-sector': 'för hela offentliga sektorn',
    municipalities: 'för kommuner och kommunalförbund',
    networks: 'för dem ni har nätverk med',
    own: 'bara för er',
  },
  history: {
    made: 'La till systemet',
    changed: (fields: string) => `Ändrade ${fields}`,
    confirmed: 'Bekräftade att allt stämmer',
    removed: 'Tog bort systemet',
    restored: 'Återställde systemet',
    fromTo: (field: string, from: string, to: string) => `${field}: ${from} blev ${to}`,
    empty: 'inget',
    other: { product: 'Produkt', secret: 'Vem som ser systemet', members: 'Medlemmar', flow: 'Flöde' },
    seen: { own: 'bara ni', others: 'andra också' },
    flow: (from: string, to: string, what: string) => `${from} → ${to}: ${what}`,
    flowMade: 'Beskrev ett flöde',
    flowDropped: 'Tog bort ett flöde',
    somebody: 'Någon som inte längre har en roll',
    kommons: 'Kommons',
    more: 'Hela historiken',
  },
  form: {
    title: (name: string) => `Ändra ${name}`,
    groups: 'Delar',
    save: 'Spara',
    saveNext: (group: string) => `Spara och fortsätt till ”${group}”`,
    unknown: 'Vet inte',
    lines: 'Skriv en på varje rad.',
    members: 'Registrerat för',
    otherEdition: 'Ur en annan utgåva',
    membersHelp: 'Medlemmarna ser det bland sina egna system, men ändrar det inte.',
    noUnits: 'Ni har inga enheter än. De läggs till under Inställningar.',
    conflict: (value: string) =>
      value === ''
        ? 'Någon har tömt det här sedan du öppnade sidan. Skriv det som ska gälla och spara igen.'
        : `Någon har skrivit ”${value}” här sedan du öppnade sidan. Skriv det som ska gälla och spara igen.`,
  },
  faults: {
    'too-long': (longest: number) => `Skriv högst ${digits(longest)} tecken.`,
    'no-day': 'Skriv en dag som finns, till exempel 31 12 2027.',
    'no-number': 'Skriv med hela siffror, till exempel 120 000.',
    'out-of-range': (least: number, most: number) =>
      `Skriv ett tal mellan ${digits(least)} och ${digits(most)}.`,
    'no-option': 'Välj något av alternativen.',
    'too-many': (most: number) => `Skriv högst ${digits(most)}.`,
    'one-value': 'Skriv bara en sak.',
    'unknown-name': (name: string) =>
      `Vi hittar inte ”${name}”, eller hittar flera. Kontrollera stavningen eller välj i listan.`,
    'no-email': 'Skriv en e-postadress, till exempel it@kommun.se.',
  },
  policy: {
    title: 'Vem ser vad',
    lede: 'Ni bestämmer för varje uppgift. Leverantörer ser aldrig vad ni använder, vad ni än väljer här.',
    choice: {
      'public-sector': 'Hela offentliga sektorn',
      municipalities: 'Kommuner och kommunalförbund',
      networks: 'De ni har nätverk med',
      own: 'Bara ni',
    },
    ceilings: {
      'public-sector': '',
      municipalities: 'Visas som mest för kommuner och kommunalförbund.',
      own: 'Uppgifter om säkerhet visas aldrig för andra. De kan hjälpa den som vill skada er.',
    },
    always: 'Visas aldrig för andra.',
    near: 'De ni har nätverk med är de organisationer som är med i samma nätverk som ni, till exempel ett gemensamt projekt.',
    save: 'Spara vem som ser vad',
    saved: 'Sparat. Det gäller från och med nu.',
    standard: 'Vanligt val',
    reset: 'Återställ allt till det vanliga valet',
    caption: 'Välj för varje uppgift',
    field: 'Uppgift',
    who: 'Vem som ser den',
  },
  ...addSv,
  ...changeSv,
};

export type OwnTexts = typeof ownSv;
