import type { ChangeTexts } from './own-changes-sv.ts';
import { capital, joinList } from '../../../platform/text/index.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('en');

const inWords = (n: number): string => `${words(n)}\u00A0${n === 1 ? 'system' : 'systems'}`;

export const changeEn: ChangeTexts = {
  table: {
    title: 'Fill in as a table',
    lede: 'A row for each system. All on the page is saved at once, or nothing if something is wrong.',
    plainKeys: 'Go with Tab between the cells and save with Enter.',
    keys: 'Go between the cells with the arrow keys and write. Enter or F2 changes what stands there, Escape gives it back, and Ctrl+Z undoes. You may paste a whole block from a spreadsheet.',
    told: {
      changed: 'Changed cells that are not saved: {n}.',
      filled: 'Cells filled in: {n}.',
      outside: 'Did not fit in the table: {n}.',
      unknown: 'Not recognised: {n}.',
    },
    save: 'Save the table',
    saved: (n) => `Saved in ${plural(n, 'system', 'systems')}.`,
    unchanged: 'Nothing was changed.',
    caption: 'Your systems, a row for each',
    columns: 'Choose columns',
    columnsText: 'The columns hold for everybody who fills in your table.',
    saveColumns: 'Show these columns',
    mostColumns: (most) => `Choose at most ${digits(most)} columns.`,
    someColumns: 'Choose at least one column.',
    cell: (name, field) => `${field}, ${name}`,
    fault: (name, field, fault) => `${name}, ${field}: ${fault}`,
    empty: 'Add systems first, and you can fill them in here.',
    undo: 'See the change, and undo it if it went wrong',
  },
  several: {
    title: (n) => `Change ${n === 1 ? 'one system' : `${words(n)} systems`}`,
    none: 'Choose at least one system in the list.',
    which: 'The systems that are changed',
    field: 'What is to be changed?',
    next: 'Go on',
    value: 'What shall it be?',
    emptied: 'Leave empty to take away what stands there.',
    now: 'As it is now',
    save: (n) => `Change in ${n === 1 ? 'one system' : `${words(n)} systems`}`,
    same: 'All those chosen have that already.',
    gone: (n) =>
      n === 1
        ? 'One of the systems has been removed meanwhile. The others stand here.'
        : `${capital(words(n))} of the systems have been removed meanwhile. The others stand here.`,
    since: (names) =>
      `Somebody has changed ${joinList(names, 'en')} meanwhile. See how it is now, and save again if you want to write over it.`,
    other: 'Choose another fact',
  },
  batches: {
    title: 'Changes',
    lede: 'What you have done, the latest first. All of it can be undone.',
    caption: 'Changes of your systems',
    when: 'When',
    who: 'Who',
    what: 'What',
    kinds: {
      made: (n) => `Added ${inWords(n)}`,
      changed: (n) => `Changed ${inWords(n)}`,
      confirmed: (n) => `Confirmed ${inWords(n)}`,
      removed: (n) => `Removed ${inWords(n)}`,
      restored: (n) => `Restored ${inWords(n)}`,
      flows: 'Changed a flow',
      several: (n) => `Changed ${inWords(n)}`,
    },
    empty: 'Nothing has been changed yet',
    one: 'The change',
    field: 'Fact',
    was: 'Was',
    became: 'Became',
    system: 'System',
    undo: 'Undo the change',
    undoText: 'What somebody has changed since stays.',
    stays: 'This has been changed since and stays',
    nothing: 'There is nothing left to undo.',
    undone: 'The change is undone.',
    undoneBut: (n) =>
      `The change is undone, but for ${plural(n, 'fact that has', 'facts that have')} been changed since.`,
  },
  removed: {
    title: 'Removed systems',
    lede: 'Others do not see what you have removed. Restore what is to be there again.',
    caption: 'Systems that are removed',
    when: 'Removed',
    restore: 'Restore',
    restoreName: (name) => `Restore ${name}`,
    empty: 'No system is removed',
  },
};
