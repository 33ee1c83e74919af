import type { Lack } from '../landscape/lacks.ts';
import type { PlanKind } from '../landscape/plan.ts';
import { countingIn } from './counting.ts';

const { digits, plural } = countingIn('sv');

const systems = (n: number): string => plural(n, 'system', 'system');

const lackNames: Readonly<Record<Lack, string>> = {
  'contract-ended': 'Avtalet har slutat',
  'notice-passed': 'Uppsägningsdagen har passerat',
  assessment: 'Konsekvensbedömning behövs',
  'legal-basis': 'Ändamål eller rättslig grund',
  processor: 'Personuppgiftsbiträde',
  'accessibility-fails': 'Uppfyller inte kraven på tillgänglighet',
  'risk-analysis': 'Risker vid hög klassning',
  owner: 'Ägare',
  contact: 'Vem man kan fråga',
  'contract-end': 'När avtalet slutar',
  classification: 'Informationsklassning',
  'assessment-old': 'Konsekvensbedömningen är gammal',
  'accessibility-unknown': 'Tillgängligheten är inte granskad',
  archive: 'Bevara eller gallra',
  stale: 'Inte bekräftat på ett år',
};

const lackReasons: Readonly<Record<Lack, string>> = {
  'contract-ended':
    'Systemet används efter avtalets slut. Skriv det nya slutdatumet, eller avsluta systemet.',
  'notice-passed': 'Avtalet kan ha förlängts av sig självt. Skriv det nya slutdatumet om det har det.',
  assessment: 'Känsliga uppgifter i stor omfattning kräver oftast en (dataskyddsförordningen artikel 35).',
  'legal-basis': 'Ska finnas i registret över behandlingar (artikel 30 och artikel 6.1).',
  processor: 'Den som driver systemet åt er behandlar uppgifterna för er räkning (artikel 28).',
  'accessibility-fails': 'Tillgänglighetsredogörelsen ska säga vad som brister (lagen 2018:1937).',
  'risk-analysis': 'Klass 3 eller 4 betyder allvarlig skada. Skriv vilka risker ni känner till.',
  owner: 'Någon behöver besluta om systemet och bekräfta uppgifterna.',
  contact: 'Andra kommuner behöver veta vem som kan svara.',
  'contract-end': 'Behövs för årsplanen, och för att kunna köpa tillsammans med andra.',
  classification: 'Konfidentialitet, riktighet och tillgänglighet, 0 till 4.',
  'assessment-old': 'Det är mer än tre år sedan den gjordes eller sågs över.',
  'accessibility-unknown': 'Gäller det som medborgare eller medarbetare använder på webben.',
  archive: 'Vad som bevaras och gallras ska vara beslutat (arkivlagen).',
  stale: 'Stämmer uppgifterna fortfarande?',
};

const planNames: Readonly<Record<PlanKind, string>> = {
  notice: 'Säg upp eller förläng senast',
  ends: 'Avtalet slutar',
  assessment: 'Se över konsekvensbedömningen',
  accessibility: 'Granska tillgängligheten',
  confirm: 'Bekräfta uppgifterna',
  starts: 'Börjar användas',
  stops: 'Slutar användas',
};

export const viewsSv = {
  system: 'System',
  supplier: 'Leverantör',
  areas: {
    title: 'System efter område',
    lede: 'Samma indelning i områden och funktioner i alla kommuner, så att det går att jämföra.',
    caption: 'Era system efter område',
    does: 'Funktioner',
    count: systems,
    none: 'Utan område',
    noneText: 'Produkten säger inte vad den gör. Välj funktioner för systemet.',
    missing: (n: number) => plural(n, 'område utan system', 'områden utan system'),
  },
  suppliers: {
    title: 'System efter leverantör',
    lede: 'Med vem ni har avtal, och vad som händer om den inte levererar.',
    caption: 'Era leverantörer',
    systems: 'System',
    critical: 'Viktigaste systemet',
    next: 'Första avtalet slutar',
    price: 'Pris per år',
    none: 'Ingen leverantör angiven',
    sum: (n: number, paid: string, partly: string) =>
      `${plural(n, 'leverantör', 'leverantörer')}, ${paid} per år (${partly} system).`,
    partly: (known: number, all: number) => `för ${digits(known)} av ${digits(all)}`,
  },
  units: {
    title: 'System efter enhet',
    lede: 'Vilka system varje enhet arbetar i. Ett system kan finnas hos flera.',
    caption: 'Era system efter enhet',
    none: 'Utan enhet',
    users: 'Användare',
    owner: 'Ägare',
    count: systems,
  },
  flows: {
    title: 'Flöden mellan system',
    lede: 'Vad som går från ett system till ett annat. Pilarna går åt höger där det går.',
    label: (flows: number, nodes: number) =>
      `${plural(flows, 'flöde', 'flöden')} mellan ${systems(nodes)}. Samma flöden finns i tabellen nedanför.`,
    caption: 'Flöden mellan era system',
    from: 'Från',
    to: 'Till',
    what: 'Vad',
    often: 'Hur ofta',
    empty: 'Inga flöden är beskrivna än',
    emptyText:
      'Öppna ett system och lägg till vad det tar emot och lämnar. Börja med det som gör mest skada om det stannar.',
    filters: 'Visa',
    automatic: 'Går av sig självt',
    manual: 'Förs över för hand',
    count: (from: number, to: number, of: number) => `${digits(from)}–${digits(to)} av ${digits(of)}`,
  },
  lacks: {
    title: 'Det som saknas',
    lede: (n: number) =>
      n === 0
        ? 'Alla system har det som behövs.'
        : `${systems(n)} behöver kompletteras. Det som kostar pengar eller bryter mot lag står först.`,
    others: 'Bra att fylla i',
    names: lackNames,
    why: lackReasons,
    count: systems,
    more: (n: number) => `Visa alla ${digits(n)}`,
    weights: { money: 'Kan kosta pengar', law: 'Krav i lag' },
    nothing: 'Inget saknas',
    none: 'Inga system ännu',
    noneText: 'Här står sedan vad som saknas om dem. Lägg först till de system som ni använder.',
    nothingText: 'Titta hit igen när något har ändrats, eller en gång om året.',
  },
  plan: {
    title: 'Årsplan',
    lede: 'Det som behöver göras med era system, månad för månad.',
    late: 'Försenat',
    nothing: 'Inget behöver göras det närmaste året.',
    names: planNames,
    caption: (month: string) => `Att göra i ${month}`,
    day: 'Dag',
    what: 'Vad',
    count: (n: number) => plural(n, 'sak', 'saker'),
    chart: (n: number) =>
      `${plural(n, 'sak', 'saker')} att göra under tolv månader. Samma saker står i listan nedanför.`,
  },
  due: {
    title: 'Bekräfta uppgifterna',
    lede: (n: number) =>
      n === 0
        ? 'Allt är bekräftat det senaste året.'
        : `${systems(n)} har inte bekräftats på ett år. Läs raden och välj. Det tar ungefär två minuter.`,
    fine: 'Stämmer',
    fineOf: (name: string) => `${name} stämmer`,
    change: 'Ändra',
    changeOf: (name: string) => `Ändra ${name}`,
    all: (n: number) => `Alla ${digits(n)} på sidan stämmer`,
    confirmed: (n: number) => `${n === 1 ? 'Ett system är' : `${digits(n)} system är`} bekräftade i dag.`,
    caption: 'System att bekräfta',
    last: 'Senast bekräftat',
    done: 'Klart för i år',
    doneText: 'Vi hör av oss när det är dags igen.',
    left: (n: number) => `${digits(n)} kvar`,
    soon: (n: number, day: string) => `Nästa gång är ${day}, för ${systems(n)}.`,
  },
  processing: {
    title: 'Register över behandling av personuppgifter',
    lede: 'Görs av det som står om era system. Den som är personuppgiftsansvarig ska ha ett sådant register (dataskyddsförordningen artikel 30).',
    controller: 'Personuppgiftsansvarig',
    name: 'Namn',
    contact: 'Kontakt',
    noContact: 'Kontaktuppgifter saknas. De skrivs in under Inställningar.',
    made: (day: string) => `Framtaget ${day}`,
    count: (n: number) => plural(n, 'behandling', 'behandlingar'),
    all: 'Behandlingar',
    complete: 'allt är ifyllt',
    lacking: (n: number) => plural(n, 'uppgift saknas', 'uppgifter saknas'),
    missing: 'Saknas',
    empty: 'Inget system är registrerat med personuppgifter',
    emptyText: 'Skriv för varje system om det finns personuppgifter i det.',
    unanswered: 'Inte besvarat',
    unansweredText: (n: number) =>
      n === 1
        ? 'För ett system har ingen svarat på om det finns personuppgifter i det.'
        : `För ${digits(n)} system har ingen svarat på om det finns personuppgifter i dem.`,
    pdf: 'Hämta som PDF',
    csv: 'Hämta som kalkylblad',
    change: 'Ändra',
    file: 'register-over-personuppgifter',
    article: (point: string) => `artikel ${point}`,
    foot: (organisation: string) => `Register enligt artikel 30 i dataskyddsförordningen, ${organisation}`,
    busy: 'Många dokument görs just nu. Försök igen om en stund.',
    system: 'System',
    security: 'Säkerhet',
    securityClass: (k: string, r: string, t: string) => `K${k} R${r} T${t} enligt Klassa`,
  },
  letters: {
    confirmSubject: (n: number) => `Stämmer uppgifterna om ${systems(n)}?`,
    confirmText: (organisation: string, names: readonly string[], address: string) =>
      [
        'Hej!',
        '',
        `Det har gått ett år sedan uppgifterna bekräftades om de här systemen i ${organisation}:`,
        '',
        ...names.map((name) => `– ${name}`),
        '',
        'Titta igenom dem och välj ”Stämmer” eller ”Ändra”. Det tar ungefär två minuter:',
        address,
      ].join('\n'),
    noticeSubject: (name: string, days: number) =>
      `${name}: säg upp eller förläng inom ${plural(days, 'dag', 'dagar')}`,
    noticeText: (about: {
      readonly name: string;
      readonly organisation: string;
      readonly noticeBy: string;
      readonly ends: string;
      readonly address: string;
    }) =>
      [
        'Hej!',
        '',
        `Avtalet om ${about.name} i ${about.organisation} slutar ${about.ends}. Ska det sägas upp, förlängas eller upphandlas på nytt behöver ni bestämma det senast ${about.noticeBy}.`,
        '',
        'Se avtalet, och vilka andra som har samma system:',
        about.address,
      ].join('\n'),
  },
};

export type ViewTexts = typeof viewsSv;
