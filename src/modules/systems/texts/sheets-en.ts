import { mostMegabytes } from '../../../platform/files/index.ts';
import { bounds } from '../sheets/sheet.ts';
import type { SheetsTexts } from './sheets-sv.ts';
import { countingIn } from './counting.ts';

const { digits, plural } = countingIn('en');

const systems = (n: number): string => plural(n, 'system', 'systems');
const rows = (n: number): string => plural(n, 'row', 'rows');
const mark = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell);

export const sheetsEn: SheetsTexts = {
  register: 'Your systems',
  title: 'Read a spreadsheet',
  lede: 'Paste the rows or choose a file. You see what happens before anything is saved.',
  pasted: 'Paste from the spreadsheet',
  pastedHelp: 'Select the rows with the heads on top, copy and paste. A list of names alone is fine too.',
  oneIsEnough: 'or a file below',
  file: 'Or choose a file',
  fileHelp: `Excel (xlsx), ods or csv, at most ${mostMegabytes} megabytes. The file itself is not kept.`,
  read: 'Read',
  out: 'Edit your systems in Excel',
  outText: 'Take them out, edit and read the file again. Only what you have edited changes.',
  outXlsx: 'Take out as Excel',
  outCsv: 'Take out as csv',
  waiting: 'Read but not taken in',
  waitingNote: 'They are removed after 30 days.',
  pastedName: 'Pasted',
  from: (name, when) => `${name}, ${when}`,
  nothingGiven: 'Paste something, or choose a file.',
  refused: {
    'no-sheet': 'The file is no spreadsheet. Save it as xlsx, ods or csv and try again.',
    'old-format':
      'The file is in an older format, or locked. Open it and save it as xlsx without a password.',
    locked: 'The file is locked with a password. Save it without one and try again.',
    damaged:
      'The file is damaged or has something that we do not read. Save it anew as xlsx or csv and try again.',
    'too-large': `The spreadsheet is too large. The file may have at most ${mostMegabytes} megabytes. Divide it.`,
    'too-long': `The spreadsheet has too many rows. At most ${digits(bounds.rows)} can be read at once.`,
    'too-wide': `The spreadsheet has more than ${bounds.columns} columns. Remove those that are not needed.`,
    'too-many-sheets': `The file has more than ${bounds.sheets} sheets. Save the one to be read by itself.`,
    empty: 'The spreadsheet is empty.',
    infected: 'The virus scanner found something in the file, so it was not received.',
    'not-scanned': 'The file could not be scanned for viruses just now. Try again in a while.',
  },

  whichSheet: 'Which sheet is it?',
  sheetOption: (name, n) => `${name}, ${rows(n)}`,
  next: 'Continue',
  rowsOf: (name, n) => `${name}, ${rows(n)}`,

  columnsTitle: 'What do the columns mean?',
  columnsLede: 'We only ask about what is not plain. The answers hold next time too.',
  noProduct: 'Which column says what system it is? Choose Product for it.',
  column: (head, letter) => (head === '' ? `Column ${letter}` : mark(head)),
  sample: (cells) => `For example: ${cells.map(mark).join(' · ')}`,
  leaveOut: 'Left out',
  which: 'Which system',
  others: 'How the other columns are read',
  twiceColumn: 'Two columns cannot mean the same. Choose something else for one of them.',

  productsTitle: 'Which systems are meant?',
  productsLede: (n) =>
    n === 1 ? 'One name is not known to us.' : `${digits(n)} names are not surely known to us.`,
  onRows: (all) =>
    all.length === 1
      ? `Row ${all[0]}`
      : `Rows ${all.slice(0, 5).join(', ')}${all.length > 5 ? ' and more' : ''}`,
  product: (name, supplier) => (supplier === null ? name : `${name}, ${supplier}`),
  whys: {
    name: 'Is called so',
    alias: 'Is also called so',
    'former-name': 'Was called so before',
    'supplier-and-name': 'Supplier and name',
    'word-order': 'The same words in another order',
    spelling: 'Is spelt almost so',
    part: 'The name is in the text',
  },
  isNew: 'A new system in the catalogue',
  isNewHelp:
    'The catalogue is everybody’s. Add only products that others may have. Is it something of your own, such as a list in Excel: look up the program instead, for example Microsoft 365. What you wrote becomes your name for it. What you use is not shown in the catalogue.',
  skip: 'Leave it out',
  lookUp: 'Look up another product',
  lookUpIn: (name) => `Search the catalogue for what “${mark(name)}” is`,
  lookUpHelp: 'Write the name of the product or the supplier.',
  search: 'Search',
  found: 'Found in the catalogue',
  notFound: 'The catalogue has no such product.',
  chooseOne: 'Choose what is meant, or leave it out.',
  more: (left) => `${digits(left)} more names after these.`,

  summaryTitle: 'This will happen',
  fresh: (n) => (n === 1 ? '1 new system' : `${digits(n)} new systems`),
  changed: (n) => (n === 1 ? '1 system changes' : `${digits(n)} systems change`),
  same: (n) => (n === 1 ? '1 system is so already' : `${digits(n)} systems are so already`),
  faulty: (n) => `${rows(n)} cannot be taken in`,
  skipped: (n) => `${rows(n)} left out`,
  asked: (n) => `${systems(n)} changed since you took out the sheet`,
  take: (n, faulty) =>
    faulty === 0 ? `Take in ${systems(n)}` : `Take in ${systems(n)}, skip ${rows(faulty)}`,
  nothingToTake: 'There is nothing to take in.',
  nothingNew: 'Everything in the spreadsheet stands so in the register already.',
  discard: 'Discard what was read',
  seeColumns: 'Change what the columns mean',
  seen: 'Something has changed since you saw the page. Look again before you take it in.',
  caption: 'Rows that are taken in',
  row: 'Row',
  system: 'System',
  what: 'What happens',
  isMade: 'New system',
  newInCatalogue: 'New in the catalogue',
  facts: (n) => plural(n, 'fact', 'facts'),
  readingsLede:
    'Below each system stands how we read what was not written our way. Change it in the spreadsheet if something is wrong.',
  readAs: (column, cell, read) => `${column}: ${cell} was read as ${read}`,
  readYear: (column, cell, read) => `${column}: “${cell}” was read as ${read}, the last day of the year`,
  edit: (field, was, becomes) => `${field}: ${was} → ${becomes}`,
  nothing: 'nothing',
  newProduct: (name) => `Product: ${name}`,
  hidden: (is) => (is ? 'No longer shown to others' : 'Shown to others again'),

  faultsTitle: 'Rows that cannot be taken in',
  faultsLede: 'Put them right in the spreadsheet and read it again, or take the rows without what is wrong.',
  faultsLeft: 'Facts that are left out',
  faultColumn: 'Column',
  faultCell: 'Says now',
  faultWhat: 'What is wrong',
  faults: {
    'too-long': 'The text is too long. Shorten it.',
    'no-day': 'It is no whole day. Write for example 2027-12-31.',
    'no-number': 'It is no whole number. Write digits only.',
    'out-of-range': 'The number is too small or too large.',
    'no-option': 'It is none of the answers that can be chosen.',
    'too-many': 'There are too many in one cell.',
    'one-value': 'Only one thing may stand here.',
    'formula-error': 'The formula in the cell gives an error. Write the value instead.',
    'unknown-name': 'There is no such name here. Check the spelling.',
    'no-email': 'It is no e-mail address.',
    'no-product': 'The row does not say which system it is.',
    twice: 'The system stands on another row already. If you have it several times: give each a name.',
    'unknown-id':
      'There is no system with this id at your organisation, or it is removed. Empty the cell for a new one.',
    several:
      'You have several of that product. Write your name for the system, so that we know which one you mean.',
  },
  cell: (cell) => `“${mark(cell)}”`,
  options: (all) => `Choose among ${all.join(', ')}.`,
  range: (least, most) => `It has to be between ${digits(least)} and ${digits(most)}.`,
  longest: (most) => `At most ${digits(most)} characters.`,
  otherRow: (n) => `It stands on row ${digits(n)}.`,
  download: 'Fetch the faults as csv',
  faultsFile: 'rows-to-put-right',
  moreFaults: (n) => `and ${digits(n)} more. All are in the file.`,
  without: (n, total) => `Take the ${n === 1 ? 'row' : 'rows'} without what is wrong: ${systems(total)}`,
  withFaults: 'Leave the rows',
  wholeRow: 'The whole row',

  staleTitle: 'Changed by somebody else since the sheet was taken out',
  staleLede: 'We overwrite nothing. Choose what is to hold for each of them.',
  staleKeep: 'Keep what the register says',
  staleTake: 'Take what the spreadsheet says',
  staleSave: 'Save the choices',

  goneTitle: (n) => `${systems(n)} not in the spreadsheet`,
  goneText: 'They stay in the register. Nothing is removed by itself.',
  andMore: (n) => `and ${digits(n)} more`,

  lossTitle: 'What comes along',
  lossFrom: (name) => `The sheet seems to come from ${name}.`,
  lossTaken: 'Taken',
  lossLeft: 'Left out',
  lossChanged: 'Rewritten',
  noPlace: {
    'not-kept': 'not kept in Kommons',
    'about-the-record': 'about the record in the other register',
    'in-the-catalogue': 'belongs to the product and stands in the catalogue',
    'other-taxonomy': 'follows another country’s taxonomy',
    'other-list': 'a list of its own there, read by itself',
  },
  noMeaning: 'no counterpart chosen',
  translated: (from, to, n) => `${from} → ${to === '' ? 'empty' : to} (${rows(n)})`,

  doneTitle: (n) => `${systems(n)} taken in`,
  doneNothing: 'Nothing had to change',
  doneText: (made, changed, left) =>
    [
      made === 0 ? '' : `${digits(made)} new.`,
      changed === 0 ? '' : `${digits(changed)} changed.`,
      left === 0 ? '' : `${rows(left)} left out.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  toList: 'See your systems',
  toBatch: 'See all that changed, or undo it',
  another: 'Read another spreadsheet',
  takingTitle: 'The systems are being taken in',
  taking: (percent) => `${digits(percent)} per cent is done. You may leave the page.`,
  reload: 'See how far it has come',
  givenUpTitle: 'Nothing was taken in',
  givenUp:
    'Somebody changed one of the systems meanwhile, so the systems are as they were. Products and units that were added are still there. Read the spreadsheet again.',
  sheetName: 'systems',
};
