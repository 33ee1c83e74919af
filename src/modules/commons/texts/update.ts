import type { ConflictKind } from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { capital, inWords } from '../../../platform/text/index.ts';
import { versionEn, versionSv } from './version.ts';

const sv1 = (n: number): string => inWords(n, 'sv');
const en1 = (n: number): string => inWords(n, 'en');

type Counts = { readonly clean: number; readonly declined: number; readonly left: number };

/** A version of the owner, who is followed. */
type Theirs = { readonly owner: string; readonly number: number };
const theirsSv = ({ owner, number }: Theirs): string => versionSv(owner, number);
const theirsEn = ({ owner, number }: Theirs): string => versionEn(owner, number);

const sv = {
  title: (work: string, version: Theirs, name: string) => `${work}: ${theirsSv(version)} till ${name}`,
  crumb: 'Uppdatering',
  published: (owner: string, date: string) => `Utgiven av ${owner} den ${date}.`,
  summary: ({ clean, declined, left }: Counts) =>
    [
      clean > 0
        ? `${capital(sv1(clean))} ${clean === 1 ? 'ändring går' : 'ändringar går'} in utan att röra det ni har ändrat.`
        : '',
      declined > 0 ? `${capital(sv1(declined))} har ni tackat nej till.` : '',
      left > 0
        ? `${capital(sv1(left))} har båda ändrat. ${left === 1 ? 'Den' : 'De'} väljer ni här.`
        : 'Inget är kvar att välja.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  parts: 'Verkets delar',
  partLeft: (left: number, all: number) =>
    left > 0 ? `${left} kvar av ${all}` : all === 1 ? '1 klar' : `${all} klara`,
  legend: {
    shared: (version: Theirs) => `kommer från ${theirsSv(version)}`,
    local: 'kommer från er',
    title: 'Tecken',
  },
  origins: { shared: 'gemensamt', local: 'lokalt', adapted: 'gemensamt, anpassat' },
  tag: {
    'both-changed': 'Välj',
    wording: 'Välj text',
    'changed-removed': 'Välj',
    'removed-changed': 'Välj',
    'added-both': 'Välj',
    'moved-both': 'Välj plats',
    cycle: 'Välj plats',
    order: 'Välj ordning',
    locked: 'Låst',
    dangling: 'Välj',
  } satisfies Record<ConflictKind, string>,
  explain: {
    'both-changed': 'Både ni och ägaren har ändrat detta.',
    wording: 'Samma mening har skrivits om av båda. Läs förslaget noga innan ni använder det.',
    'changed-removed': 'Ni har ändrat det som ägaren har tagit bort.',
    'removed-changed': 'Ni har dolt eller tagit bort det som ägaren har ändrat.',
    'added-both': 'Båda har lagt till något med samma namn men olika innehåll.',
    'moved-both': 'Båda har flyttat samma sak, till olika ställen.',
    cycle: 'Flyttarna går inte ihop: de skulle lägga saker inuti sig själva.',
    order: 'Båda har ändrat ordningen, på olika sätt.',
    locked: 'Ägaren har låst den här delen, därför går bara den gemensamma texten att använda.',
    dangling: 'En regel nämner något som har tagits bort av den andra.',
  } satisfies Record<ConflictKind, string>,
  baseNote: (version: Theirs) => `${theirsSv(version)}, som ni byggde på`,
  theirsNote: theirsSv,
  oursNote: (name: string) => name,
  suggestionNote: 'båda ändringarna, ord för ord',
  suggestionOnlyTheirs: 'det gemensamma; er ändring är inte med',
  suggestionTake: { ours: 'behåll ert', theirs: 'ta det gemensamma' },
  removedIn: (version: Theirs) => `Borttagen i ${theirsSv(version)}`,
  removedHere: 'Borttagen hos er',
  take: (version: Theirs) => `Ta ${theirsSv(version)}`,
  showPart: 'Visa sidan som den blir',
  states: { in: 'går in', declined: 'ni har tackat nej', choose: 'att välja', answered: 'vald' },
  decline: 'Tacka nej',
  declineWhy: 'Varför passar ändringen inte hos er?',
  declined: (reason: string, by: string, day: string) => `Ni tackade nej: ${reason} (${by}, ${day})`,
  answered: {
    suggestion: 'Ni använder förslaget.',
    own: 'Ni har skrivit en egen text.',
    ours: 'Ni behåller ert.',
    theirs: 'Ni tar det gemensamma.',
    base: 'Ni går tillbaka till det som var.',
  },
  answeredBy: (by: string, day: string) => `${by}, ${day}`,
  undo: 'Ångra',
  foot: (left: number) =>
    left === 0
      ? 'Allt är klart.'
      : left === 1
        ? 'En sak kvar, sedan kan ni införa.'
        : `${capital(sv1(left))} saker kvar, sedan kan ni införa.`,
  running: 'Det som redan pågår fortsätter i den version det började i.',
  notRunning: 'Verket är inte i bruk hos er, så inget ändras för dem som använder det.',
  try: 'Prova med ändringarna',
  apply: (version: Theirs) => `Inför ${theirsSv(version)}`,
  applyEarly: (left: number) =>
    left === 1
      ? 'Välj i den sista först. Den står här.'
      : `Välj i de ${sv1(left)} som är kvar först. Här är den första.`,
  emptyText: 'Skriv en egen text, eller välj ett av de andra svaren.',
  upToDate: (work: string) => `${work} är aktuell`,
  upToDateWhat: 'Ni har ägarens senaste version. Vi säger till när det kommer en ny.',
  nothingNew: (version: Theirs) => `Allt i ${theirsSv(version)} finns redan hos er`,
  nothingNewWhat: 'Inget är kvar att välja. Inför versionen, så vet ägaren att ni har den.',
  back: 'Till verket',
  preview: (work: string, version: Theirs) => `${work} som den blir med ${theirsSv(version)}`,
  previewNote: 'Så här blir det när ni har infört versionen. Inget är ändrat än.',
  done: (version: Theirs, name: string) => `${theirsSv(version)} gäller nu i ${name}`,
  doneTaken: (version: Theirs, name: string) => `${theirsSv(version)} är införd i ${name}`,
  doneNumber: (own: number) => `Den är nu er version\u00A0${own}.`,
  doneCases: 'Det som redan pågår fortsätter i den version det började i.',
  blocked: 'Den är inte tagen i bruk än:',
  contributeQuestion: (owner: string) => `Vill ni föreslå något av ert eget till ${owner}?`,
  contribute: 'Föreslå en förbättring',
  undoUpdate: 'Ångra uppdateringen',
  stale: 'Någon annan i kommunen svarade samtidigt. Sidan visar hur det står nu.',
};
export type Texts = typeof sv;

const en: Texts = {
  title: (work, version, name) => `${work}: ${theirsEn(version)} to ${name}`,
  crumb: 'Update',
  published: (owner, date) => `Published by ${owner} on ${date}.`,
  summary: ({ clean, declined, left }) =>
    [
      clean > 0
        ? `${capital(en1(clean))} ${clean === 1 ? 'change goes' : 'changes go'} in without touching what you have changed.`
        : '',
      declined > 0 ? `You have declined ${en1(declined)}.` : '',
      left > 0 ? `${capital(en1(left))} both have changed. You choose here.` : 'Nothing is left to choose.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  parts: 'Parts of the work',
  partLeft: (left, all) => (left > 0 ? `${left} left of ${all}` : `${all} done`),
  legend: { shared: (version) => `comes from ${theirsEn(version)}`, local: 'comes from you', title: 'Signs' },
  origins: { shared: 'shared', local: 'local', adapted: 'shared, adapted' },
  tag: {
    'both-changed': 'Choose',
    wording: 'Choose a text',
    'changed-removed': 'Choose',
    'removed-changed': 'Choose',
    'added-both': 'Choose',
    'moved-both': 'Choose a place',
    cycle: 'Choose a place',
    order: 'Choose an order',
    locked: 'Locked',
    dangling: 'Choose',
  },
  explain: {
    'both-changed': 'Both you and the owner have changed this.',
    wording: 'Both have rewritten the same sentence. Read the suggestion closely before you use it.',
    'changed-removed': 'You have changed what the owner has removed.',
    'removed-changed': 'You have hidden or removed what the owner has changed.',
    'added-both': 'Both have added something with the same name but different content.',
    'moved-both': 'Both have moved the same thing, to different places.',
    cycle: 'The moves do not fit together: they would put things inside themselves.',
    order: 'Both have changed the order, in different ways.',
    locked: 'The owner has locked this part, so only the shared text can be used.',
    dangling: 'A rule names something that the other has removed.',
  },
  baseNote: (version) => `${theirsEn(version)}, which you built on`,
  theirsNote: theirsEn,
  oursNote: (name) => name,
  suggestionNote: 'both changes, word by word',
  suggestionOnlyTheirs: 'the shared text; your change is not in it',
  suggestionTake: { ours: 'keep yours', theirs: 'take the shared one' },
  removedIn: (version) => `Removed in ${theirsEn(version)}`,
  removedHere: 'Removed by you',
  take: (version) => `Take ${theirsEn(version)}`,
  showPart: 'Show the page as it will be',
  states: { in: 'goes in', declined: 'you have declined', choose: 'to choose', answered: 'chosen' },
  decline: 'Decline',
  declineWhy: 'Why does the change not suit you?',
  declined: (reason, by, day) => `You declined: ${reason} (${by}, ${day})`,
  answered: {
    suggestion: 'You use the suggestion.',
    own: 'You have written your own text.',
    ours: 'You keep yours.',
    theirs: 'You take the shared one.',
    base: 'You go back to what was.',
  },
  answeredBy: (by, day) => `${by}, ${day}`,
  undo: 'Undo',
  foot: (left) =>
    left === 0
      ? 'All is done.'
      : left === 1
        ? 'One thing left, then you can adopt it.'
        : `${capital(en1(left))} things left, then you can adopt it.`,
  running: 'What is under way goes on in the version it began with.',
  notRunning: 'The work is not in use with you, so nothing changes for those who use it.',
  try: 'Try with the changes',
  apply: (version) => `Adopt ${theirsEn(version)}`,
  applyEarly: (left) =>
    left === 1
      ? 'Choose in the last one first. It is here.'
      : `Choose in the ${en1(left)} that are left first. Here is the first.`,
  emptyText: 'Write a text of your own, or choose another answer.',
  upToDate: (work) => `${work} is up to date`,
  upToDateWhat: 'You have the latest version. We tell you when there is a new one.',
  nothingNew: (version) => `You already have all of ${theirsEn(version)}`,
  nothingNewWhat: 'Nothing is left to choose. Adopt the version, and the owner knows that you have it.',
  back: 'To the work',
  preview: (work, version) => `${work} as it will be with ${theirsEn(version)}`,
  previewNote: 'This is how it will be when you have adopted the version. Nothing has changed yet.',
  done: (version, name) => `${theirsEn(version)} now applies in ${name}`,
  doneTaken: (version, name) => `${theirsEn(version)} has been taken in ${name}`,
  doneNumber: (own) => `It is now your version\u00A0${own}.`,
  doneCases: 'What is under way goes on in the version it began with.',
  blocked: 'It is not in use yet:',
  contributeQuestion: (owner) => `Do you want to suggest something of yours to ${owner}?`,
  contribute: 'Suggest an improvement',
  undoUpdate: 'Undo the update',
  stale: 'Somebody else in the municipality answered at the same time. The page shows how it stands now.',
};

export const updateTexts = (language: Language): Texts => (language === 'sv' ? sv : en);
