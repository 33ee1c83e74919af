/** What goes for the systems of a task area wherever they are used. All of it is invented. */
export type AreaWords = {
  /** The unit that works in them. */
  readonly unit: string;
  readonly owner: string;
  /** "Systemförvaltare, skola". */
  readonly contact: string;
  /** Before the at sign. */
  readonly mailbox: string;
  readonly personalData: 'none' | 'ordinary' | 'sensitive';
  readonly subjects: readonly string[];
  readonly categories: readonly string[];
  readonly archive: 'keep' | 'discard' | 'both' | 'none';
  /** Confidentiality, integrity and availability, from 0 to 4. */
  readonly classes: readonly [number, number, number];
  readonly criticality: 'low' | 'medium' | 'high' | 'society';
};

const staff = ['Medarbetare'] as const;
const contacts = ['Namn', 'Kontaktuppgifter'] as const;
const care = ['Namn', 'Personnummer', 'Hälsa', 'Sociala förhållanden'] as const;

const itSupport: AreaWords = {
  unit: 'Kommunstyrelseförvaltningen',
  owner: 'It-chefen',
  contact: 'Systemförvaltare, it',
  mailbox: 'systemforvaltning.it',
  personalData: 'ordinary',
  subjects: staff,
  categories: contacts,
  archive: 'discard',
  classes: [2, 2, 3],
  criticality: 'high',
};

const office: AreaWords = {
  ...itSupport,
  owner: 'Kanslichefen',
  contact: 'Systemförvaltare, kansli',
  mailbox: 'systemforvaltning.kansli',
  archive: 'both',
  classes: [1, 2, 1],
  criticality: 'medium',
};

const social: AreaWords = {
  unit: 'Socialförvaltningen',
  owner: 'Socialchefen',
  contact: 'Systemförvaltare, socialtjänst',
  mailbox: 'systemforvaltning.social',
  personalData: 'sensitive',
  subjects: ['Personer med insatser', 'Anhöriga', 'Medarbetare'],
  categories: care,
  archive: 'both',
  classes: [3, 3, 3],
  criticality: 'society',
};

const school: AreaWords = {
  unit: 'Utbildningsförvaltningen',
  owner: 'Skolchefen',
  contact: 'Systemförvaltare, skola',
  mailbox: 'systemforvaltning.skola',
  personalData: 'ordinary',
  subjects: ['Barn och elever', 'Vårdnadshavare', 'Medarbetare'],
  categories: ['Namn', 'Personnummer', 'Omdömen', 'Närvaro'],
  archive: 'both',
  classes: [2, 2, 2],
  criticality: 'medium',
};

const technical: AreaWords = {
  unit: 'Tekniska förvaltningen',
  owner: 'Tekniska chefen',
  contact: 'Systemförvaltare, teknik',
  mailbox: 'systemforvaltning.teknik',
  personalData: 'ordinary',
  subjects: ['Kunder', 'Medarbetare'],
  categories: contacts,
  archive: 'both',
  classes: [1, 2, 2],
  criticality: 'medium',
};

const building: AreaWords = {
  ...technical,
  unit: 'Samhällsbyggnadsförvaltningen',
  owner: 'Samhällsbyggnadschefen',
  contact: 'Systemförvaltare, samhällsbyggnad',
  mailbox: 'systemforvaltning.bygg',
  archive: 'keep',
};

const leisure: AreaWords = {
  ...technical,
  unit: 'Kultur- och fritidsförvaltningen',
  owner: 'Kultur- och fritidschefen',
  contact: 'Systemförvaltare, kultur och fritid',
  mailbox: 'systemforvaltning.kultur',
  subjects: ['Låntagare och besökare', 'Medarbetare'],
  archive: 'discard',
  classes: [1, 1, 1],
  criticality: 'low',
};

const personnel: AreaWords = {
  ...office,
  owner: 'HR-chefen',
  contact: 'Systemförvaltare, HR',
  mailbox: 'systemforvaltning.hr',
  subjects: ['Medarbetare', 'Sökande till arbete'],
  categories: ['Namn', 'Personnummer', 'Lön', 'Frånvaro'],
  classes: [2, 3, 2],
  criticality: 'high',
};

const finance: AreaWords = {
  ...office,
  owner: 'Ekonomichefen',
  contact: 'Systemförvaltare, ekonomi',
  mailbox: 'systemforvaltning.ekonomi',
  subjects: ['Kunder och leverantörer', 'Medarbetare'],
  classes: [2, 3, 2],
  criticality: 'high',
};

const security: AreaWords = {
  ...itSupport,
  owner: 'Säkerhetschefen',
  contact: 'Säkerhetssamordnare',
  mailbox: 'sakerhet',
  classes: [3, 3, 3],
};

const byArea: Readonly<Record<string, AreaWords>> = {
  aldreomsorg: social,
  'arbetsmarknad-vuxenutbildning': school,
  'arende-och-arkiv': { ...office, archive: 'keep', classes: [2, 3, 2], criticality: 'high' },
  'bygg-och-plan': building,
  'demokrati-styrning': office,
  ekonomi: finance,
  fastighet: technical,
  'halsa-vard': social,
  'it-drift': itSupport,
  'kartor-geodata': { ...building, personalData: 'none', subjects: [], categories: [] },
  'klimat-energi': { ...technical, personalData: 'none', subjects: [], categories: [], archive: 'discard' },
  'kommunikation-webb': { ...office, personalData: 'none', subjects: [], categories: [], archive: 'keep' },
  'kultur-fritid': leisure,
  maltid: { ...school, unit: 'Måltidsenheten', personalData: 'sensitive', archive: 'discard' },
  medborgarservice: {
    ...office,
    subjects: ['Invånare', 'Medarbetare'],
    classes: [2, 2, 3],
    criticality: 'high',
  },
  'miljo-halsa': building,
  naringsliv: office,
  personal: personnel,
  raddning: { ...security, unit: 'Räddningstjänsten', criticality: 'society' },
  sakerhet: security,
  'skola-forskola': school,
  socialtjanst: social,
  'trafik-gata': technical,
  upphandling: { ...finance, contact: 'Upphandlare', mailbox: 'upphandling' },
  'va-avfall': technical,
};

export function wordsOf(area: string): AreaWords {
  const found = byArea[area];
  if (found === undefined) throw new Error(`nothing is invented for the task area ${area}`);
  return found;
}
