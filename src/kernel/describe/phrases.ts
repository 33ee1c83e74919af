import type { EntryNoun, Noun } from './words.ts';

/** Something that a sentence is about: what it is, and what the reader calls it ('' when it has no name). */
export type Thing = { readonly noun: Noun; readonly name: string };

/** A property of a thing, with the language of its text where that is not the source language. */
export type Trait = { readonly noun: Noun; readonly language: string; readonly of: Thing };

/** An entry of a thing by what it is for: the answer to a question, in a sample. */
export type Entry = { readonly noun: EntryNoun; readonly to: Thing; readonly of: Thing };

/** The sentences of one language. */
export type Phrases = {
  readonly added: (thing: Thing, within: Thing | undefined) => string;
  readonly removed: (thing: Thing) => string;
  readonly movedTo: (thing: Thing, into: Thing | undefined) => string;
  readonly movedFirst: (thing: Thing) => string;
  readonly movedAfter: (thing: Thing, other: string) => string;
  readonly renamed: (trait: Trait, before: string, after: string) => string;
  readonly rewritten: (trait: Trait) => string;
  readonly given: (trait: Trait, value: string) => string;
  readonly taken: (trait: Trait) => string;
  readonly set: (trait: Trait, value: string) => string;
  readonly entryGiven: (entry: Entry, value: string) => string;
  readonly entryTaken: (entry: Entry) => string;
  readonly entrySet: (entry: Entry, value: string) => string;
  readonly entryRewritten: (entry: Entry) => string;
  readonly hidden: (thing: Thing, isHidden: boolean) => string;
  readonly required: (thing: Thing, isRequired: boolean) => string;
  readonly shownIf: (thing: Thing, condition: string) => string;
  readonly shownAlways: (thing: Thing) => string;
  readonly yes: string;
  readonly no: string;
};

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const quoteSv = (text: string): string => `”${text}”`;
const thingSv = ({ noun, name }: Thing): string =>
  name === '' ? noun.svDefinite : `${noun.svDefinite} ${quoteSv(name)}`;
const newSv = ({ noun, name }: Thing): string => {
  const word = `${noun.svGender === 'en' ? 'Ny' : 'Nytt'} ${noun.sv}`;
  return name === '' ? word : `${word}: ${quoteSv(name)}`;
};
const traitSv = ({ noun, language, of }: Trait): string => {
  const tongue = language === '' ? '' : ` på ${language}`;
  if (noun.svDefinite !== of.noun.svDefinite) return `${noun.svDefinite}${tongue} till ${thingSv(of)}`;
  // A text block is called by its text: not "the text of the text".
  return `${noun.svDefinite}${tongue}${of.name === '' ? '' : ` ${quoteSv(of.name)}`}`;
};
const entrySv = ({ noun, to }: Entry): string => `${noun.svDefinite} ${noun.svOf} ${thingSv(to)}`;
const goneSv = ({ svGender, plural }: Noun): string =>
  plural ? 'borttagna' : svGender === 'en' ? 'borttagen' : 'borttaget';
const end = (sentence: string): string => (/[.?!”“]$/.test(sentence) ? sentence : `${sentence}.`);

export const sv: Phrases = {
  added: (thing, within) => `${newSv(thing)}${within === undefined ? '' : ` (${thingSv(within)})`}`,
  removed: (thing) => capital(`${thingSv(thing)} är ${goneSv(thing.noun)}.`),
  movedTo: (thing, into) =>
    capital(`${thingSv(thing)} har flyttats${into === undefined ? '.' : ` till ${thingSv(into)}.`}`),
  movedFirst: (thing) => capital(`${thingSv(thing)} har flyttats och står nu först.`),
  movedAfter: (thing, other) =>
    capital(`${thingSv(thing)} har flyttats och står nu efter ${quoteSv(other)}.`),
  renamed: ({ of, language }, before, after) =>
    end(
      capital(
        `${of.noun.svDefinite} ${quoteSv(before)} lyder nu${language === '' ? '' : ` på ${language}`} ${quoteSv(after)}`,
      ),
    ),
  rewritten: (trait) => capital(`${traitSv(trait)} har skrivits om.`),
  given: ({ noun, language, of }, value) => {
    const article = noun.plural ? '' : noun.svGender === 'en' ? 'en ' : 'ett ';
    const tongue = language === '' ? '' : ` på ${language}`;
    return end(
      capital(`${thingSv(of)} har fått ${article}${noun.sv}${tongue}${value === '' ? '' : `: ${value}`}`),
    );
  },
  taken: (trait) => capital(`${traitSv(trait)} är ${goneSv(trait.noun)}.`),
  set: (trait, value) => end(capital(`${traitSv(trait)} är nu ${value}`)),
  entryGiven: ({ noun, to, of }, value) => {
    const article = noun.svGender === 'en' ? 'en' : 'ett';
    return end(
      capital(`${thingSv(of)} har fått ${article} ${noun.sv} ${noun.svOf} ${thingSv(to)}: ${value}`),
    );
  },
  entryTaken: (entry) => capital(`${entrySv(entry)} är ${goneSv(entry.noun)} ur ${thingSv(entry.of)}.`),
  entrySet: (entry, value) => end(capital(`${entrySv(entry)} i ${thingSv(entry.of)} är nu ${value}`)),
  entryRewritten: (entry) => capital(`${entrySv(entry)} i ${thingSv(entry.of)} har skrivits om.`),
  hidden: (thing, isHidden) => capital(`${thingSv(thing)} ${isHidden ? 'visas inte längre' : 'visas igen'}.`),
  required: (thing, isRequired) =>
    capital(`${thingSv(thing)} ${isRequired ? 'måste nu besvaras' : 'är nu frivillig'}.`),
  shownIf: (thing, condition) => capital(`${thingSv(thing)} visas nu bara när ${condition}.`),
  shownAlways: (thing) => capital(`${thingSv(thing)} visas nu alltid.`),
  yes: 'ja',
  no: 'nej',
};

const quoteEn = (text: string): string => `“${text}”`;
const thingEn = ({ noun, name }: Thing): string =>
  name === '' ? `the ${noun.en}` : `the ${noun.en} ${quoteEn(name)}`;
const traitEn = ({ noun, language, of }: Trait): string => {
  const tongue = language === '' ? '' : `${language} `;
  if (noun.en !== of.noun.en) return `the ${tongue}${noun.en} of ${thingEn(of)}`;
  return `the ${tongue}${noun.en}${of.name === '' ? '' : ` ${quoteEn(of.name)}`}`;
};
const entryEn = ({ noun, to }: Entry): string => `the ${noun.en} ${noun.enOf} ${thingEn(to)}`;
const isEn = ({ plural }: Noun): string => (plural ? 'are' : 'is');
const hasEn = ({ plural }: Noun): string => (plural ? 'have' : 'has');

export const en: Phrases = {
  added: (thing, within) => {
    const words = `New ${thing.noun.en}${thing.name === '' ? '' : `: ${quoteEn(thing.name)}`}`;
    return `${words}${within === undefined ? '' : ` (${thingEn(within)})`}`;
  },
  removed: (thing) => capital(`${thingEn(thing)} has been removed.`),
  movedTo: (thing, into) =>
    capital(`${thingEn(thing)} has moved${into === undefined ? '.' : ` to ${thingEn(into)}.`}`),
  movedFirst: (thing) => capital(`${thingEn(thing)} has moved and now comes first.`),
  movedAfter: (thing, other) => capital(`${thingEn(thing)} has moved and now comes after ${quoteEn(other)}.`),
  renamed: ({ of, language }, before, after) =>
    end(
      capital(
        `the ${of.noun.en} ${quoteEn(before)} now reads${language === '' ? '' : ` in ${language}`} ${quoteEn(after)}`,
      ),
    ),
  rewritten: (trait) => capital(`${traitEn(trait)} ${hasEn(trait.noun)} been rewritten.`),
  given: (trait, value) =>
    end(capital(`${traitEn(trait)} ${isEn(trait.noun)} new${value === '' ? '' : `: ${value}`}`)),
  taken: (trait) => capital(`${traitEn(trait)} ${hasEn(trait.noun)} been removed.`),
  set: (trait, value) => end(capital(`${traitEn(trait)} ${isEn(trait.noun)} now ${value}`)),
  entryGiven: (entry, value) => end(capital(`${entryEn(entry)} in ${thingEn(entry.of)} is new: ${value}`)),
  entryTaken: (entry) => capital(`${entryEn(entry)} has been removed from ${thingEn(entry.of)}.`),
  entrySet: (entry, value) => end(capital(`${entryEn(entry)} in ${thingEn(entry.of)} is now ${value}`)),
  entryRewritten: (entry) => capital(`${entryEn(entry)} in ${thingEn(entry.of)} has been rewritten.`),
  hidden: (thing, isHidden) =>
    capital(`${thingEn(thing)} is ${isHidden ? 'no longer shown' : 'shown again'}.`),
  required: (thing, isRequired) =>
    capital(`${thingEn(thing)} ${isRequired ? 'must now be answered' : 'is now optional'}.`),
  shownIf: (thing, condition) => capital(`${thingEn(thing)} is now shown only when ${condition}.`),
  shownAlways: (thing) => capital(`${thingEn(thing)} is now always shown.`),
  yes: 'yes',
  no: 'no',
};
