import type { Language } from '../../../platform/http/index.ts';
import { plural } from '../../../platform/text/index.ts';

const sv = {
  title: 'Skapa ett nytt verk',
  crumb: 'Nytt verk',
  works: 'Våra verk',
  lede: 'Ni äger det ni skapar. Ingen annan ser det förrän ni publicerar.',
  empty: 'Börja från en mall',
  kind: 'Vad vill ni börja från?',
  name: 'Vad heter det?',
  nameEn: 'Namnet på engelska',
  id: 'Namn i adresser',
  idHelp:
    'Små bokstäver a till z, siffror och bindestreck. Lämna tomt, så gör vi ett av namnet. Det ändras aldrig.',
  create: 'Skapa verket',
  file: 'Börja från en fil',
  fileWhat: 'Du ser vad som följer med innan något sparas.',
  format: 'Format',
  own: 'Verk från Kommons (JSON)',
  choose: 'Filen',
  read: 'Läs filen',
  noKind: 'Välj vad ni vill börja från.',
  noName: 'Skriv vad verket heter.',
  noFile: 'Välj en fil.',
  notJson: (line: number, column: number) =>
    `Filen går inte att läsa som JSON. Det tar stopp på rad ${line}, tecken ${column}.`,
  notText: 'Filen är inte en textfil. Exportera den som JSON och försök igen.',
  notDefinition: 'Filen är inget verk:',
  notForm: (message: string) => `Filen kunde inte läsas in: ${message}.`,
  notYours: 'Verk av det slaget gör en kollega. Fråga er administratör vem.',
  unknownKind: (kind: string) => `Verk av slaget ”${kind}” finns inte här.`,
  taken: (name: string, owner: string) =>
    `Namnet ${name} är redan taget${owner === '' ? '' : ` av ${owner}`}. Välj ett annat namn i adresser.`,
  invalid: 'Så kan verket inte se ut:',
  found: (title: string) => `Läst från filen: ${title}`,
  losses: (n: number) => `${plural(n, 'sak', 'saker')} följde inte med helt`,
  lossesNone: 'Allt följde med.',
  lossColumns: { path: 'Var', what: 'Vad', kept: 'Vad som behölls' },
  issues: (n: number) => `${plural(n, 'sak', 'saker')} att rätta efteråt`,
  message: (name: string) => `Skapades från filen ${name}.`,
  begunFrom: (kind: string, template: string) => `${kind}: ${template.toLowerCase()}`,
  started: (template: string) => `Skapades av mallen ”${template}”.`,
};
export type Texts = typeof sv;

const en: Texts = {
  title: 'Create a new work',
  crumb: 'New work',
  works: 'Our works',
  lede: 'You own what you create. Nobody else sees it until you publish.',
  empty: 'Begin from a template',
  kind: 'What do you want to begin from?',
  name: 'What is it called, in Swedish?',
  nameEn: 'The name in English',
  id: 'Name in addresses',
  idHelp:
    'Small letters a to z, digits and hyphens. Leave empty and we make one of the name. It never changes.',
  create: 'Create the work',
  file: 'Begin from a file',
  fileWhat: 'You see what comes along before anything is saved.',
  format: 'Format',
  own: 'Work from Kommons (JSON)',
  choose: 'The file',
  read: 'Read the file',
  noKind: 'Choose what to begin from.',
  noName: 'Write what the work is called.',
  noFile: 'Choose a file.',
  notJson: (line, column) =>
    `The file cannot be read as JSON. It stops at line ${line}, character ${column}.`,
  notText: 'The file is not a text file. Export it as JSON and try again.',
  notDefinition: 'The file is no work:',
  notForm: (message) => `The file could not be read: ${message}.`,
  notYours: 'A colleague makes works of that kind. Ask your administrator who.',
  unknownKind: (kind) => `There are no works of the kind “${kind}” here.`,
  taken: (name, owner) =>
    `The name ${name} is taken${owner === '' ? '' : ` by ${owner}`}. Choose another name in addresses.`,
  invalid: 'A work cannot look like this:',
  found: (title) => `Read from the file: ${title}`,
  losses: (n) => `${plural(n, 'thing', 'things')} did not come along whole`,
  lossesNone: 'Everything came along.',
  lossColumns: { path: 'Where', what: 'What', kept: 'What was kept' },
  issues: (n) => `${plural(n, 'thing', 'things')} to correct afterwards`,
  message: (name) => `Made from the file ${name}.`,
  begunFrom: (kind, template) => `${kind}: ${template.toLowerCase()}`,
  started: (template) => `Made of the template “${template}”.`,
};

export const createTexts = (language: Language): Texts => (language === 'sv' ? sv : en);
