import type { ToolWords } from '../../commons/index.ts';
import type { FieldType, FileFormat, TextPattern } from '../definition/index.ts';

const w = (sv: string, en: string): ToolWords => ({ sv, en });

/** What the types of questions are called, in the order that they are offered. */
export const typeWords: Readonly<Record<FieldType, ToolWords>> = {
  'short-text': w('Kort text', 'Short text'),
  'long-text': w('Lång text', 'Long text'),
  'yes-no': w('Ja eller nej', 'Yes or no'),
  choice: w('Välj ett', 'Choose one'),
  choices: w('Välj flera', 'Choose several'),
  number: w('Tal', 'Number'),
  date: w('Datum', 'Date'),
  email: w('E-postadress', 'E-mail address'),
  phone: w('Telefonnummer', 'Telephone number'),
  'personal-number': w('Personnummer', 'Personal identity number'),
  address: w('Adress', 'Address'),
  file: w('Bilaga', 'Attachment'),
  information: w('Informationstext', 'Information text'),
  group: w('Upprepad frågegrupp', 'Repeating group of questions'),
  unsupported: w('Okänd del från en import', 'Unknown part of an import'),
};

export const patternWords: Readonly<Record<TextPattern, ToolWords>> = {
  'organisation-number': w('organisationsnummer', 'organisation number'),
  'postal-code': w('postnummer', 'postal code'),
  property: w('fastighetsbeteckning', 'property designation'),
  vehicle: w('registreringsnummer', 'registration number'),
  'web-address': w('webbadress', 'web address'),
  digits: w('bara siffror', 'digits only'),
};

export const stateWords: Readonly<Record<string, ToolWords>> = {
  received: w('inkommet', 'received'),
  working: w('handläggs', 'being handled'),
  waiting: w('väntar på komplettering', 'waiting for completion'),
  decided: w('beslutat', 'decided'),
  closed: w('avslutat', 'closed'),
};

export const outcomeWords: Readonly<Record<string, ToolWords>> = {
  approved: w('bifall', 'approved'),
  partly: w('delvis bifall', 'partly approved'),
  rejected: w('avslag', 'rejected'),
  closed: w('avslutas utan prövning', 'closed without a decision'),
};

export const formatWord = (format: FileFormat): ToolWords => w(format.toUpperCase(), format.toUpperCase());

export const say = {
  name: w('Tjänstens namn', 'Name of the service'),
  task: w('Som uppgift, till exempel ”Ansök om skolskjuts”', 'As a task, for example “Apply for transport”'),
  signIn: w('Inloggning', 'Sign-in'),
  signInRequired: w('krävs', 'required'),
  signInOptional: w('frivillig', 'optional'),
  casePrefix: w(
    'Ärendenumrets början, två till fem stora bokstäver',
    'Beginning of the case number, two to five capitals',
  ),
  concerns: w('Vem eller vad ärendet gäller', 'Whom or what the case concerns'),
  concernsHelp: w(
    'Svaren står i beslutet, kvittensen och handläggarnas lista. Välj så få frågor som möjligt.',
    'The answers stand in the decision, the receipt and the list of the case workers. Choose as few as you can.',
  ),
  pageText: w('Text överst på sidan', 'Text at the top of the page'),
  showIf: w('Visas bara om', 'Shown only if'),
  conditionHelp: w(
    'Ett villkor, till exempel: vardnadshavare = true. Lämna tomt för att alltid visa.',
    'A condition, for example: vardnadshavare = true. Leave empty to show it always.',
  ),
  question: w('Frågan', 'The question'),
  noun: w(
    'Benämning i felmeddelanden, till exempel ”avståndet”',
    'Name in messages, for example “the distance”',
  ),
  required: w('Måste besvaras', 'Must be answered'),
  maxLength: w('Högsta antal tecken', 'Greatest number of characters'),
  maxWords: w('Högsta antal ord', 'Greatest number of words'),
  pattern: w('Form på svaret', 'Form of the answer'),
  anyForm: w('Vilken text som helst', 'Any text'),
  min: w('Minst', 'Least'),
  max: w('Högst', 'Most'),
  decimals: w('Antal decimaler', 'Number of decimals'),
  unit: w('Enhet', 'Unit'),
  earliest: w('Tidigaste dag', 'Earliest day'),
  latest: w('Senaste dag', 'Latest day'),
  dayHelp: w(
    'Ett datum som 2027-04-30, eller today för dagen i dag.',
    'A date such as 2027-04-30, or today.',
  ),
  coordination: w('Samordningsnummer går också bra', 'A coordination number will do too'),
  abroad: w('Adressen får vara utomlands', 'The address may be abroad'),
  accept: w('Filtyper', 'File types'),
  maxMegabytes: w('Största filstorlek i megabyte', 'Greatest file size in megabytes'),
  minFiles: w('Minst antal filer', 'Least number of files'),
  maxFiles: w('Högst antal filer', 'Greatest number of files'),
  itemTitle: w('Vad en rad kallas, till exempel ”Barn”', 'What a row is called, for example “Child”'),
  pages: w('Sidor', 'Pages'),
  pageName: w('Sidans rubrik', 'Title of the page'),
  questions: w('Frågor', 'Questions'),
  checks: w('Kontroller av svaren tillsammans', 'Checks of several answers'),
  checkName: w('Meddelande när svaren inte går ihop', 'Message when the answers do not fit'),
  check: w('Kontroll', 'Check'),
  refuseIf: w('Stoppa den som svarar om', 'Stop the one who answers if'),
  message: w('Meddelande', 'Message'),
  atField: w('Visas vid frågan', 'Shown at the question'),
  parameterHelp: w(
    'Sådant som skiljer mellan kommuner. Skriv {id} i en text för att visa värdet.',
    'What differs between municipalities. Write {id} in a text to show the value.',
  ),
  before: w('Bra att ha till hands', 'Good to have at hand'),
  beforeName: w('Vad den sökande behöver', 'What the applicant needs'),
  process: w('Handläggning', 'Casework'),
  states: w('Steg i ärendet', 'Steps of the case'),
  stateName: w('Vad steget kallas', 'What the step is called'),
  role: w('Vem som handlägger', 'Who handles it'),
  timeLimit: w('Tidsgräns i dagar', 'Time limit in days'),
  completionDays: w('Tid att komplettera, i dagar', 'Time to complete, in days'),
  stateHelp: w('Vägledning till handläggaren', 'Guidance to the case worker'),
  decisions: w('Beslut', 'Decisions'),
  decisionName: w('Vad beslutet kallas', 'What the decision is called'),
  outcome: w('Utfall', 'Outcome'),
  decisionText: w('Beslutstext', 'Text of the decision'),
  appeal: w('Hur man överklagar', 'How to appeal'),
  otherAppeals: w('När man överklagar på ett annat sätt', 'When one appeals in another way'),
  otherAppeal: w('Så överklagar man då', 'How one appeals then'),
  otherAppealIf: w('Gäller i stället om', 'Holds instead if'),
  receipt: w('Kvittens', 'Receipt'),
  sections: w('Avsnitt i steglistan', 'Sections of the list of steps'),
  section: w('Avsnitt', 'Section'),
  examples: w('Exempel som provar tjänsten', 'Samples that test the service'),
  exampleName: w('Vad exemplet visar', 'What the sample shows'),
  today: w('Dagens datum i exemplet', 'The day of the sample'),
  settings: w('Lokala uppgifter i exemplet', 'Local facts of the sample'),
  answers: w('Svar', 'Answers'),
  expect: w('Förväntat resultat', 'Expected result'),
  new: w('Ny fråga', 'New question'),
} as const;
