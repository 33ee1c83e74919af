import { capital, joinList } from '../../../platform/text/index.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('sv');

const inWords = (n: number): string => (n === 1 ? 'ett system' : `${words(n)}\u00A0system`);

export const changeSv = {
  table: {
    title: 'Fyll i som tabell',
    lede: 'En rad för varje system. Allt på sidan sparas samtidigt, eller inget om något är fel.',
    plainKeys: 'Gå med tabb mellan rutorna och spara med retur.',
    keys: 'Gå mellan rutorna med piltangenterna och skriv. Retur eller F2 ändrar det som står där, escape ger tillbaka det, och Ctrl+Z ångrar. Ni kan klistra in ett helt block från ett kalkylblad.',
    told: {
      changed: 'Ändrade rutor som inte är sparade: {n}.',
      filled: 'Ifyllda rutor: {n}.',
      outside: 'Fick inte plats i tabellen: {n}.',
      unknown: 'Kändes inte igen: {n}.',
    },
    save: 'Spara tabellen',
    saved: (n: number) => `Sparat i ${plural(n, 'system', 'system')}.`,
    unchanged: 'Inget var ändrat.',
    caption: 'Era system, en rad för varje',
    columns: 'Välj kolumner',
    columnsText: 'Kolumnerna gäller alla hos er som fyller i tabellen.',
    saveColumns: 'Visa de här kolumnerna',
    mostColumns: (most: number) => `Välj högst ${digits(most)} kolumner.`,
    someColumns: 'Välj minst en kolumn.',
    cell: (name: string, field: string) => `${field}, ${name}`,
    fault: (name: string, field: string, fault: string) => `${name}, ${field}: ${fault}`,
    empty: 'Lägg till system först, så kan ni fylla i dem här.',
    undo: 'Se ändringen, och ångra om det blev fel',
  },
  several: {
    title: (n: number) => `Ändra ${n === 1 ? 'ett system' : `${words(n)} system`}`,
    none: 'Välj minst ett system i listan.',
    which: 'Systemen som ändras',
    field: 'Vad ska ändras?',
    next: 'Gå vidare',
    value: 'Vad ska det vara?',
    emptied: 'Lämna tomt för att ta bort det som står där.',
    now: 'Så är det nu',
    save: (n: number) => `Ändra i ${n === 1 ? 'ett system' : `${words(n)} system`}`,
    same: 'Alla valda har redan det.',
    gone: (n: number) =>
      n === 1
        ? 'Ett av systemen har tagits bort under tiden. De andra står här.'
        : `${capital(words(n))} av systemen har tagits bort under tiden. De andra står här.`,
    since: (names: readonly string[]) =>
      `Någon har ändrat ${joinList(names, 'sv')} under tiden. Se hur det är nu, och spara igen om ni vill skriva över.`,
    other: 'Välj en annan uppgift',
  },
  batches: {
    title: 'Ändringar',
    lede: 'Det ni har gjort, senast först. Allt går att ångra.',
    caption: 'Ändringar i era system',
    when: 'När',
    who: 'Vem',
    what: 'Vad',
    kinds: {
      made: (n: number) => `La till ${inWords(n)}`,
      changed: (n: number) => `Ändrade i ${inWords(n)}`,
      confirmed: (n: number) => `Bekräftade ${inWords(n)}`,
      removed: (n: number) => `Tog bort ${inWords(n)}`,
      restored: (n: number) => `Återställde ${inWords(n)}`,
      flows: 'Ändrade ett flöde',
      several: (n: number) => `Ändrade i ${inWords(n)}`,
    },
    empty: 'Inget har ändrats än',
    one: 'Ändringen',
    field: 'Uppgift',
    was: 'Var',
    became: 'Blev',
    system: 'System',
    undo: 'Ångra ändringen',
    undoText: 'Det som någon har ändrat efteråt får stå kvar.',
    stays: 'Det här har ändrats sedan dess och får stå kvar',
    nothing: 'Det finns inget kvar att ångra.',
    undone: 'Ändringen är ångrad.',
    undoneBut: (n: number) =>
      `Ändringen är ångrad, utom ${plural(n, 'uppgift', 'uppgifter')} som har ändrats efteråt.`,
  },
  removed: {
    title: 'Borttagna system',
    lede: 'Det ni har tagit bort syns inte för andra. Återställ det som ska vara med igen.',
    caption: 'System som är borttagna',
    when: 'Borttaget',
    restore: 'Återställ',
    restoreName: (name: string) => `Återställ ${name}`,
    empty: 'Inget system är borttaget',
  },
};

export type ChangeTexts = typeof changeSv;
