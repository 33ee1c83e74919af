import type { AddTexts } from './own-add-sv.ts';
import { countingIn } from './counting.ts';

const { digits, words } = countingIn('en');

export const addEn: AddTexts = {
  add: {
    title: 'Add systems',
    lede: 'Search for the product in the catalogue. The spelling need not be exact.',
    search: 'What is the system called?',
    added: (name) => `${name} is added.`,
    fillIn: 'Fill in more about it',
    found: (n) => (n === 1 ? 'One product in the catalogue' : `${digits(n)} products in the catalogue`),
    caption: 'Products that resemble what you searched for',
    product: 'Product',
    does: 'Used for',
    choose: 'Add',
    chooseName: (name) => `Add ${name}`,
    have: 'You have it already',
    haveAgain: 'Add once more',
    none: (q) => `The catalogue has nothing like “${q}”`,
    didYouMean: (q) => `Did you mean ${q}?`,
    newOne: 'Is it not there? Put the product into the catalogue',
    sheetText: 'Paste what you have in Excel already, or choose a file.',
    many: 'Add several at once',
    manyText: 'Paste the names, one on each line. We recognise the products.',
    sheet: 'Do you have a list in a spreadsheet?',
  },
  proposed: {
    title: (name) => `Proposals for ${name}`,
    lede: 'What the municipalities that use the same system and resemble you most say. Take what is right for you.',
    legend: 'What is right for you?',
    help: 'Untick what is not right. You can change everything later.',
    said: (said, of) =>
      of === 1
        ? 'The only one that has answered says so'
        : `${digits(said)} of ${digits(of)} that have answered say so`,
    take: 'Take what is ticked',
    byHand: 'Fill in everything yourself',
    none: 'Nobody that resembles you has told more about this system than you have already.',
  },
  many: {
    title: 'Add several systems',
    lede: 'Write or paste one name on each line.',
    names: 'Names of the systems',
    help: (most) =>
      `At most ${digits(most)} at a time. You choose what each line means before anything is saved.`,
    recognise: 'Find them in the catalogue',
    none: 'Write at least one name.',
    tooMany: (most) => `Write at most ${digits(most)} names at a time.`,
    check: 'Are these the ones you mean?',
    caption: 'What each line means',
    written: 'You wrote',
    means: 'It means',
    meansOf: (name) => `What ${name} means`,
    skip: 'Do not add',
    fresh: (name) => `${name}, new in the catalogue`,
    already: 'you have it already',
    save: (n) => `Add ${n === 1 ? 'one system' : `${words(n)} systems`}`,
    saved: (n) => `${n === 1 ? 'One system is' : `${digits(n)} systems are`} added.`,
    nothing: 'Choose at least one line.',
  },
  fresh: {
    title: 'Put a product into the catalogue',
    lede: 'The catalogue is everybody’s. Write only what is public about the product. What holds for you alone is filled in later.',
    name: 'Name of the product',
    nameHelp: 'As the supplier writes it.',
    supplier: 'Supplier',
    supplierHelp: 'A supplier that is not there is added too. Leave empty if you made it yourselves.',
    components: 'What it does',
    componentsHelp: 'Choose what fits best. It is how others find it.',
    what: 'Description',
    whatHelp: 'A sentence on what the product does.',
    save: 'Put in, and add for us',
    noName: 'Write the name of the product.',
    severalSuppliers: (name) =>
      `The catalogue has several suppliers that may be called ${name}. Write the whole name, or leave it empty.`,
    like: (name) => `The catalogue already has ${name}.`,
    takeThat: 'Add that one instead',
    anyway: 'It is another product',
  },
};
