import type { FieldWords, GroupWords } from './fields.ts';

const yesNo = { yes: 'Ja', no: 'Nej' } as const;

export const groupsSv: GroupWords = {
  use: 'Användning',
  people: 'Vem som vet mer',
  operation: 'Drift och tillgänglighet',
  risk: 'Säkerhet och risker',
  'personal-data': 'Personuppgifter',
  archive: 'Arkiv och gallring',
  contract: 'Avtal och kostnad',
  opinion: 'Vad ni tycker',
};

export const fieldsSv: FieldWords = {
  localName: {
    name: 'Ert namn på systemet',
    hint: 'Bara om ni kallar det något annat än produkten heter.',
  },
  status: {
    name: 'Status',
    hint: 'Används det redan, eller är det på väg in eller ut?',
    options: {
      planned: 'Planeras',
      pilot: 'Prövas',
      'in-use': 'Används',
      'phasing-out': 'Avvecklas',
      ended: 'Har upphört',
    },
  },
  from: { name: 'Används sedan', hint: 'Dagen då ni började använda systemet, eller räknar med att börja.' },
  until: { name: 'Används till', hint: 'Dagen då ni slutade, eller räknar med att sluta.' },
  version: { name: 'Version', hint: 'Den version som är i drift hos er, om ni vet.' },
  purpose: {
    name: 'Vad ni använder det till',
    hint: 'En eller två meningar, så att en kollega i en annan kommun förstår.',
  },
  components: {
    name: 'Funktioner',
    hint: 'Bara om ni använder det till annat än produkten brukar användas till.',
  },
  units: { name: 'Enheter', hint: 'Förvaltningar eller enheter som arbetar i systemet.' },
  users: {
    name: 'Antal användare',
    hint: 'Ungefär hur många som loggar in.',
    options: {
      '1-9': '1–9',
      '10-49': '10–49',
      '50-199': '50–199',
      '200-999': '200–999',
      '1000-4999': '1 000–4 999',
      '5000-': '5 000 eller fler',
    },
  },

  owner: {
    name: 'Ägare',
    hint: 'Den roll eller person som beslutar om systemet, till exempel förvaltningschefen.',
  },
  contact: { name: 'Vem man kan fråga', hint: 'Namn eller roll, till exempel systemförvaltaren.' },
  contactEmail: {
    name: 'E-post till den man kan fråga',
    hint: 'Gärna en funktionsbrevlåda, så att den håller när någon slutar.',
  },

  hosting: {
    name: 'Drift',
    hint: 'Var systemet körs.',
    options: {
      own: 'I egen drift',
      joint: 'I gemensam drift med andra i offentlig sektor',
      supplier: 'Hos leverantören',
      'public-cloud': 'I publikt moln',
    },
  },
  accessibility: {
    name: 'Digital tillgänglighet',
    hint: 'Uppfyller det kraven i lagen om tillgänglighet till digital offentlig service (2018:1937)?',
    options: {
      meets: 'Uppfyller kraven',
      partly: 'Uppfyller kraven delvis',
      fails: 'Uppfyller inte kraven',
      exempt: 'Omfattas inte av lagen',
      unknown: 'Inte granskat',
    },
  },
  accessibilityOn: { name: 'Tillgängligheten granskad', hint: 'Dagen för den senaste granskningen.' },
  usesAi: {
    name: 'Använder AI',
    hint: 'Finns det funktioner som är ett AI-system enligt AI-förordningen, (EU) 2024/1689?',
    options: yesNo,
  },
  aiRisk: {
    name: 'Risknivå enligt AI-förordningen',
    hint: 'Hög risk är bland annat AI som bedömer elever, sökande till arbete eller rätt till stöd (artikel 6 och bilaga III).',
    options: { minimal: 'Minimal risk', limited: 'Begränsad risk, med krav på öppenhet', high: 'Hög risk' },
  },
  aiUse: { name: 'Vad AI används till', hint: 'Vad den gör, och vem som kontrollerar resultatet.' },

  criticality: {
    name: 'Hur viktigt systemet är',
    hint: 'Vad ett längre avbrott skulle leda till.',
    options: {
      low: 'Verksamheten klarar sig utan en tid',
      medium: 'Viktigt för verksamheten',
      high: 'Verksamheten stannar utan det',
      society: 'Samhällsviktigt',
    },
  },
  confidentiality: {
    name: 'Konfidentialitet (K)',
    hint: 'Klassning från 0 till 4 enligt Klassa. 0 är ingen skada och 4 synnerligen allvarlig skada om någon obehörig ser uppgifterna.',
  },
  integrity: {
    name: 'Riktighet (R)',
    hint: 'Klassning från 0 till 4 enligt Klassa. 0 är ingen skada och 4 synnerligen allvarlig skada om uppgifterna är fel.',
  },
  availability: {
    name: 'Tillgänglighet (T)',
    hint: 'Klassning från 0 till 4 enligt Klassa. 0 är ingen skada och 4 synnerligen allvarlig skada om systemet inte går att nå.',
  },
  risks: { name: 'Risker', hint: 'Kända risker och vad ni gör åt dem.' },

  personalData: {
    name: 'Personuppgifter',
    hint: 'Känsliga är bland annat uppgifter om hälsa, etniskt ursprung och tro (artikel 9 i dataskyddsförordningen).',
    options: {
      none: 'Inga personuppgifter',
      ordinary: 'Personuppgifter, inga känsliga',
      sensitive: 'Känsliga personuppgifter',
    },
  },
  processingPurpose: {
    name: 'Ändamål med behandlingen',
    hint: 'Varför ni behandlar personuppgifterna. Ska stå i registret enligt artikel 30.',
  },
  legalBasis: {
    name: 'Rättslig grund',
    hint: 'Enligt artikel 6.1 i dataskyddsförordningen. För kommuner oftast allmänt intresse eller rättslig förpliktelse.',
    options: {
      consent: 'Samtycke',
      contract: 'Avtal med den registrerade',
      'legal-duty': 'Rättslig förpliktelse',
      'vital-interest': 'Skydd för grundläggande intressen',
      'public-interest': 'Allmänt intresse eller myndighetsutövning',
      'legitimate-interest': 'Berättigat intresse',
    },
  },
  dataSubjects: {
    name: 'Registrerade',
    hint: 'Vilka uppgifterna gäller, till exempel elever, vårdnadshavare, anställda.',
  },
  dataCategories: {
    name: 'Kategorier av uppgifter',
    hint: 'Till exempel namn, personnummer, frånvaro, hälsa.',
  },
  recipients: { name: 'Mottagare', hint: 'Vilka som får ta del av uppgifterna, till exempel Skatteverket.' },
  processors: {
    name: 'Personuppgiftsbiträden',
    hint: 'De som behandlar uppgifterna för er räkning, enligt avtal (artikel 28).',
  },
  transfers: {
    name: 'Överföring utanför EU och EES',
    hint: 'Landet och vad överföringen stöds på, till exempel ”USA, beslut om adekvat skyddsnivå” (kapitel V).',
  },
  dataRetention: { name: 'Hur länge uppgifterna sparas', hint: 'När de gallras, eller varför de bevaras.' },
  assessment: {
    name: 'Konsekvensbedömning',
    hint: 'Krävs om behandlingen sannolikt leder till en hög risk för människors fri- och rättigheter (artikel 35).',
    options: {
      'not-needed': 'Behövs inte',
      needed: 'Behövs, men är inte påbörjad',
      begun: 'Påbörjad',
      done: 'Gjord',
    },
  },
  assessmentOn: { name: 'Konsekvensbedömningen gjord', hint: 'Dagen då den senast gjordes eller sågs över.' },

  archiveDuty: {
    name: 'Bevara eller gallra',
    hint: 'Vad som gäller för allmänna handlingar i systemet enligt arkivlagen och era gallringsbeslut.',
    options: {
      keep: 'Handlingarna bevaras',
      discard: 'Handlingarna gallras',
      both: 'En del bevaras, en del gallras',
      none: 'Inga allmänna handlingar',
    },
  },
  archiveHow: {
    name: 'Hur det går till',
    hint: 'Gallringsfrister, och hur det som bevaras tas ut till arkivet.',
  },

  contractSupplier: {
    name: 'Avtalspart',
    hint: 'Bara om avtalet är med någon annan än produktens leverantör.',
  },
  contractReference: { name: 'Avtalets nummer', hint: 'Diarienummer eller avtalsnummer.' },
  contractEnds: { name: 'Avtalet slutar', hint: 'Dagen då den avtalsperiod som gäller nu tar slut.' },
  noticeMonths: {
    name: 'Uppsägningstid i månader',
    hint: 'Hur många hela månader före slutet ni senast säger upp eller förlänger.',
  },
  extensions: {
    name: 'Antal förlängningar kvar',
    hint: 'Hur många gånger avtalet kan förlängas. 0 om det inte går.',
  },
  extensionMonths: { name: 'Månader per förlängning', hint: 'Hur länge varje förlängning varar.' },
  framework: {
    name: 'Ramavtal',
    hint: 'Det ramavtal eller den gemensamma upphandling som ni har köpt från.',
  },
  price: { name: 'Pris per år', hint: 'Hela kronor utan moms, enligt avtalet.' },
  priceBasis: {
    name: 'Vad priset räknas på',
    hint: 'Det som avgör vad ni betalar.',
    options: {
      fixed: 'Fast pris',
      inhabitant: 'Per invånare',
      user: 'Per användare',
      pupil: 'Per elev eller barn',
      employee: 'Per anställd',
      transaction: 'Per ärende eller händelse',
      hour: 'Per timme',
    },
  },
  cost: {
    name: 'Övriga kostnader per år',
    hint: 'Drift och förvaltning utöver avtalet, i hela kronor utan moms.',
  },

  satisfaction: { name: 'Hur nöjda ni är', hint: 'Från 1, inte alls, till 5, mycket.' },
  satisfactionWhy: { name: 'Varför', hint: 'Vad som fungerar bra, och vad ni önskar var annorlunda.' },
};
