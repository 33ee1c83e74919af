import { mostMegabytes } from '../../../platform/files/index.ts';
import type { NoPlace } from '../sheets/from/format.ts';
import type { RowFault } from '../sheets/planned.ts';
import type { SheetReading } from '../sheets/reading.ts';
import { bounds } from '../sheets/sheet.ts';
import type { Why } from '../catalogue/recognise.ts';
import { countingIn } from './counting.ts';

const { digits, plural } = countingIn('sv');

type SheetRefused = Extract<SheetReading, { ok: false }>['failure'];
type FaultKind = RowFault['fault']['kind'];

const systems = (n: number): string => plural(n, 'system', 'system');
const rows = (n: number): string => plural(n, 'rad', 'rader');

/** What is said of a cell that does not fit: what is wrong, and what to do. */
const faults: Readonly<Record<FaultKind, string>> = {
  'too-long': 'Texten är för lång. Korta den.',
  'no-day': 'Det är ingen hel dag. Skriv till exempel 2027-12-31.',
  'no-number': 'Det är inget helt tal. Skriv bara siffror.',
  'out-of-range': 'Talet är för litet eller för stort.',
  'no-option': 'Det är inget av svaren som går att välja.',
  'too-many': 'Det är för många i en och samma cell.',
  'one-value': 'Här får bara en sak stå.',
  'formula-error': 'Formeln i cellen ger ett fel. Skriv värdet i stället.',
  'unknown-name': 'Namnet finns inte här. Kontrollera stavningen.',
  'no-email': 'Det är ingen e-postadress.',
  'no-product': 'Raden säger inte vilket system det är.',
  twice: 'Systemet står redan på en annan rad. Har ni det flera gånger: ge dem var sitt namn.',
  'unknown-id':
    'Systemet med det här id:t finns inte hos er, eller är borttaget. Töm cellen så blir det ett nytt.',
  several: 'Ni har flera av den produkten. Skriv ert namn på systemet, så att vi vet vilket ni menar.',
};

const whys: Readonly<Record<Why, string>> = {
  name: 'Heter så',
  alias: 'Kallas också så',
  'former-name': 'Hette så förut',
  'supplier-and-name': 'Leverantör och namn',
  'word-order': 'Samma ord i annan ordning',
  spelling: 'Stavas nästan så',
  part: 'Namnet ingår i texten',
};

const noPlace: Readonly<Record<NoPlace, string>> = {
  'not-kept': 'finns inte i Kommons',
  'about-the-record': 'gäller posten i det andra registret',
  'in-the-catalogue': 'hör till produkten och står i katalogen',
  'other-taxonomy': 'följer ett annat lands indelning',
  'other-list': 'är en egen lista där och läses in för sig',
};

const mark = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell);

export const sheetsSv = {
  register: 'Era system',
  title: 'Läs in ett kalkylblad',
  lede: 'Klistra in raderna eller välj en fil. Ni ser vad som händer innan något sparas.',
  pasted: 'Klistra in från kalkylbladet',
  pastedHelp:
    'Markera raderna med rubrikerna överst, kopiera och klistra in. En lista med bara namn går också bra.',
  oneIsEnough: 'eller en fil nedan',
  file: 'Eller välj en fil',
  fileHelp: `Excel (xlsx), ods eller csv, högst ${mostMegabytes} megabyte. Filen själv sparas inte.`,
  read: 'Läs in',
  out: 'Ändra era system i Excel',
  outText: 'Ta ut dem, ändra och läs in filen igen. Då ändras bara det ni har ändrat.',
  outXlsx: 'Ta ut som Excel',
  outCsv: 'Ta ut som csv',
  waiting: 'Inlästa men inte intagna',
  waitingNote: 'De tas bort efter 30 dagar.',
  pastedName: 'Inklistrat',
  from: (name: string, when: string) => `${name}, ${when}`,
  nothingGiven: 'Klistra in något, eller välj en fil.',
  refused: {
    'no-sheet': 'Filen är inget kalkylblad. Spara som xlsx, ods eller csv och försök igen.',
    'old-format':
      'Filen är i ett äldre format, eller låst med lösenord. Öppna den och spara den som xlsx utan lösenord.',
    locked: 'Filen är låst med lösenord. Spara den utan lösenord och försök igen.',
    damaged:
      'Filen är skadad eller har något som vi inte läser. Spara om den som xlsx eller csv och försök igen.',
    'too-large': `Kalkylbladet är för stort. Filen får vara högst ${mostMegabytes} megabyte. Dela upp den.`,
    'too-long': `Kalkylbladet har för många rader. Högst ${digits(bounds.rows)} går att läsa på en gång.`,
    'too-wide': `Kalkylbladet har fler än ${bounds.columns} kolumner. Ta bort dem som inte behövs.`,
    'too-many-sheets': `Filen har fler än ${bounds.sheets} blad. Spara det som ska läsas in för sig.`,
    empty: 'Det står inget i kalkylbladet.',
    infected: 'Virusskyddet hittade något i filen, så den togs inte emot.',
    'not-scanned': 'Filen gick inte att kontrollera mot virus just nu. Försök igen om en stund.',
  } satisfies Record<SheetRefused, string>,

  whichSheet: 'Vilket blad är det?',
  sheetOption: (name: string, n: number) => `${name}, ${rows(n)}`,
  next: 'Fortsätt',
  rowsOf: (name: string, n: number) => `${name}, ${rows(n)}`,

  columnsTitle: 'Vad betyder kolumnerna?',
  columnsLede: 'Vi frågar bara om det som inte är självklart. Svaren gäller också nästa gång.',
  noProduct: 'Vilken kolumn säger vilket system det är? Välj Produkt för den.',
  column: (head: string, letter: string) => (head === '' ? `Kolumn ${letter}` : mark(head)),
  sample: (cells: readonly string[]) => `Till exempel: ${cells.map(mark).join(' · ')}`,
  leaveOut: 'Tas inte med',
  which: 'Vilket system',
  others: 'Så läses de andra kolumnerna',
  twiceColumn: 'Två kolumner kan inte betyda samma sak. Välj något annat för en av dem.',

  productsTitle: 'Vilka system menas?',
  productsLede: (n: number) =>
    n === 1 ? 'Ett namn känner vi inte igen.' : `${digits(n)} namn känner vi inte igen säkert.`,
  onRows: (all: readonly number[]) =>
    all.length === 1
      ? `Rad ${all[0]}`
      : `Rad ${all.slice(0, 5).join(', ')}${all.length > 5 ? ' med flera' : ''}`,
  product: (name: string, supplier: string | null) => (supplier === null ? name : `${name}, ${supplier}`),
  whys,
  isNew: 'Ett nytt system i katalogen',
  isNewHelp:
    'Katalogen är alla kommuners. Lägg bara in produkter som fler kan ha. Är det något eget, som en lista i Excel: sök i stället efter programmet, till exempel Microsoft 365. Det ni skrev blir ert namn på det. Vad ni använder syns inte i katalogen.',
  skip: 'Ta inte med',
  lookUp: 'Sök efter en annan produkt',
  lookUpIn: (name: string) => `Sök i katalogen efter det som ”${mark(name)}” är`,
  lookUpHelp: 'Skriv produktens eller leverantörens namn.',
  search: 'Sök',
  found: 'Hittad i katalogen',
  notFound: 'Katalogen har ingen sådan produkt.',
  chooseOne: 'Välj vad som menas, eller ta inte med det.',
  more: (left: number) => `${digits(left)} namn till efter de här.`,

  summaryTitle: 'Det här händer',
  fresh: (n: number) => (n === 1 ? '1 nytt system' : `${digits(n)} nya system`),
  changed: (n: number) => `${systems(n)} ändras`,
  same: (n: number) => `${systems(n)} står redan så`,
  faulty: (n: number) => `${rows(n)} kan inte tas in`,
  skipped: (n: number) => `${rows(n)} tas inte med`,
  asked: (n: number) => `${systems(n)} har ändrats sedan ni tog ut bladet`,
  take: (n: number, faulty: number) =>
    faulty === 0 ? `Ta in ${systems(n)}` : `Ta in ${systems(n)}, hoppa över ${rows(faulty)}`,
  nothingToTake: 'Det finns inget att ta in.',
  nothingNew: 'Allt i kalkylbladet står redan så i registret.',
  discard: 'Släng det inlästa',
  seeColumns: 'Ändra vad kolumnerna betyder',
  seen: 'Något har ändrats sedan ni såg sidan. Se efter igen innan ni tar in det.',
  caption: 'Rader som tas in',
  row: 'Rad',
  system: 'System',
  what: 'Vad som händer',
  isMade: 'Nytt system',
  newInCatalogue: 'Ny i katalogen',
  facts: (n: number) => plural(n, 'uppgift', 'uppgifter'),
  readingsLede:
    'Under varje system står hur vi har läst det som inte var skrivet på vårt sätt. Ändra i kalkylbladet om något är fel.',
  readAs: (column: string, cell: string, read: string) => `${column}: ${cell} lästes som ${read}`,
  readYear: (column: string, cell: string, read: string) =>
    `${column}: ”${cell}” lästes som ${read}, årets sista dag`,
  edit: (field: string, was: string, becomes: string) => `${field}: ${was} → ${becomes}`,
  nothing: 'inget',
  newProduct: (name: string) => `Produkt: ${name}`,
  hidden: (is: boolean): string => (is ? 'Visas inte längre för andra' : 'Visas för andra igen'),

  faultsTitle: 'Rader som inte kan tas in',
  faultsLede: 'Rätta dem i kalkylbladet och läs in det igen, eller ta med raderna utan det som är fel.',
  faultsLeft: 'Uppgifter som utelämnas',
  faultColumn: 'Kolumn',
  faultCell: 'Står nu',
  faultWhat: 'Vad som är fel',
  faults,
  cell: (cell: string) => `”${mark(cell)}”`,
  options: (all: readonly string[]) => `Välj bland ${all.join(', ')}.`,
  range: (least: number, most: number) => `Det ska vara mellan ${digits(least)} och ${digits(most)}.`,
  longest: (most: number) => `Högst ${digits(most)} tecken.`,
  otherRow: (n: number) => `Det står på rad ${digits(n)}.`,
  download: 'Hämta felen som csv',
  faultsFile: 'rader-att-ratta',
  moreFaults: (n: number) => `och ${digits(n)} till. Alla finns i filen.`,
  without: (n: number, total: number) =>
    `Ta med ${n === 1 ? 'raden' : 'raderna'} utan det som är fel: ${systems(total)}`,
  withFaults: 'Låt raderna vara',
  wholeRow: 'Hela raden',

  staleTitle: 'Ändrat av någon annan sedan bladet togs ut',
  staleLede: 'Vi skriver inte över. Välj vad som ska gälla för vart och ett.',
  staleKeep: 'Behåll det som står i registret',
  staleTake: 'Ta det som står i kalkylbladet',
  staleSave: 'Spara valen',

  goneTitle: (n: number) => `${systems(n)} står inte i kalkylbladet`,
  goneText: 'De är kvar i registret. Inget tas bort av sig självt.',
  andMore: (n: number) => `och ${digits(n)} till`,

  lossTitle: 'Vad som följer med',
  lossFrom: (name: string) => `Bladet ser ut att komma från ${name}.`,
  lossTaken: 'Tas med',
  lossLeft: 'Tas inte med',
  lossChanged: 'Skrivs om',
  noPlace,
  noMeaning: 'ingen motsvarighet vald',
  translated: (from: string, to: string, n: number) => `${from} → ${to === '' ? 'tomt' : to} (${rows(n)})`,

  doneTitle: (n: number) => `${systems(n)} är intagna`,
  doneNothing: 'Inget behövde ändras',
  doneText: (made: number, changed: number, left: number) =>
    [
      made === 0 ? '' : `${made === 1 ? '1 nytt' : `${digits(made)} nya`}.`,
      changed === 0 ? '' : `${digits(changed)} ändrade.`,
      left === 0 ? '' : `${rows(left)} togs inte med.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  toList: 'Se era system',
  toBatch: 'Se allt som ändrades, eller ångra',
  another: 'Läs in ett kalkylblad till',
  takingTitle: 'Systemen tas in',
  taking: (percent: number) => `${digits(percent)} procent är klart. Ni kan lämna sidan.`,
  reload: 'Se hur långt det har kommit',
  givenUpTitle: 'Inget togs in',
  givenUp:
    'Någon ändrade i ett av systemen under tiden, så systemen är som de var. Produkter och enheter som lades till finns kvar. Läs in kalkylbladet igen.',
  sheetName: 'system',
};
export type SheetsTexts = typeof sheetsSv;
