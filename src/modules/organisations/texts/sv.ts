import { plural } from '../../../platform/text/index.ts';

export const sv = {
  list: {
    title: 'Kommuner',
    lede: 'Hela Sverige, en ruta för varje kommun.',
    search: 'Sök kommun',
    everywhere: 'Hela landet',
    networks: 'Nätverk',
    found: (count: number) => plural(count, 'kommun', 'kommuner'),
    caption: 'Kommuner med län och nätverk',
    name: 'Kommun',
    county: 'Län',
    none: 'Ingen kommun matchar sökningen.',
    noneHelp: 'Kontrollera stavningen eller sök på en del av namnet.',
    mapOfList: (count: number) => `Karta: ${plural(count, 'kommun är', 'kommuner är')} med i listan.`,
    mapOfNetworks: (count: number) =>
      `Karta: ${plural(count, 'kommun är', 'kommuner är')} med i ett nätverk.`,
    inList: 'i listan',
    notInList: 'inte i listan',
    inNetwork: 'med i ett nätverk',
    alone: 'inte med i något nätverk',
    mapAside: 'Karta',
  },
  settings: {
    label: 'Inställningar',
    looks: 'Utseende och kontakt',
    units: 'Enheter',
    roles: 'Roller',
    programs: 'Program',
  },
  units: {
    title: 'Enheter',
    lede: 'Förvaltningar och avdelningar. En roll kan gälla hela organisationen eller en enhet.',
    caption: 'Organisationens enheter',
    none: 'Ni har inga enheter än. Alla roller gäller hela organisationen.',
    name: 'Enhetens namn',
    help: 'Till exempel Skolförvaltningen.',
    add: 'Lägg till enheten',
    bad: 'Skriv enhetens namn, med minst en bokstav.',
    taken: 'Enheten finns redan.',
  },
  looks: {
    title: 'Utseende och kontakt',
    lede: 'Så möter invånarna er webbplats.',
    colour: 'Er färg',
    colourHelp:
      'Sex siffror eller bokstäver efter #, till exempel #0d5c63. Den blir sidhuvud, knappar och länkar.',
    phone: 'Telefon till växeln',
    email: 'E-post till kontaktcenter',
    save: 'Spara',
    saved: 'Sparat. Det här gäller på er webbplats från nu.',
    badColour: 'Skriv färgen som # och sex tecken, till exempel #0d5c63.',
    badPhone: 'Skriv telefonnumret med siffror, till exempel 0611-34 80 00.',
    badEmail: 'Skriv e-postadressen med @, till exempel kontakt@kommunen.se.',
    pale: (nearest: string) =>
      `Text i den färgen blir svår att läsa. Närmaste färg som går att läsa är ${nearest}.`,
    takeNearest: (nearest: string) => `Använd ${nearest}`,
    example: 'Exempel i demonstrationen. Inte kommunens egna uppgifter.',
    now: 'Så ser färgen ut',
  },
};

export type Texts = typeof sv;
