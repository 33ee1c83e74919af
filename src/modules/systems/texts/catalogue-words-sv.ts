import { countingIn } from './counting.ts';

const { plural } = countingIn('sv');

export const taxonomySv = {
  taxonomy: {
    title: 'Områden och funktioner',
    summary:
      'Ett område är något som kommunen svarar för. En funktion är något som ett system gör, oavsett vad det heter. Med samma ord kan alla jämföra sina system.',
    edition: (version: string) => `Utgåva ${version}`,
    newer: (version: string) => `Utgåva ${version} finns`,
    newerWhat: (n: number) =>
      `${plural(n, 'skillnad', 'skillnader')} mot den ni har. Era egna ord står kvar.`,
    review: 'Se skillnaderna',
    areas: 'Områden',
    own: 'Ert eget ord',
    ownPlace: 'Er egen placering',
    hidden: 'Döljs hos er',
    change: 'Anpassa',
    changeLabel: (name: string) => `Anpassa ${name}`,
    maps: 'Så svarar det mot andras indelningar',
    mapsWhat: 'Bara par som är kontrollerade mot källan.',
    source: 'Källa',
    columns: { ours: 'Hos oss', code: 'Kod', theirs: 'Hos dem', fit: 'Hur väl' },
    fit: { same: 'samma', near: 'nära', wider: 'deras är vidare', narrower: 'deras är snävare' },
    products: (n: number) => plural(n, 'system', 'system'),
  },
  component: {
    title: (name: string) => `Anpassa ${name}`,
    lede: 'Gäller bara hos er, och står kvar när ni inför en ny utgåva.',
    name: 'Ert eget ord',
    nameHelp: (name: string) => `Lämna tomt för att använda det gemensamma: ${name}.`,
    area: 'Område',
    hidden: 'Visa den inte hos oss',
    save: 'Spara',
  },
  edition: {
    title: (version: string) => `Inför utgåva ${version}`,
    lede: (was: string, n: number) =>
      `${plural(n, 'skillnad', 'skillnader')} mot utgåva ${was}, som ni har nu.`,
    same: 'Ni har redan den utgåvan.',
    none: 'Utgåvorna säger samma sak.',
    kinds: {
      'area-added': 'Nya områden',
      'area-ended': 'Områden som upphör',
      'area-renamed': 'Områden med nytt namn',
      added: 'Nya funktioner',
      split: 'Delas upp',
      replaced: 'Ersätts',
      ended: 'Upphör',
      moved: 'Flyttas till ett annat område',
      renamed: 'Får nytt namn',
      explained: 'Förklaras på nytt',
    },
    was: 'Före',
    becomes: 'Efter',
    what: 'Vad',
    keep: 'Behåll som det är hos oss',
    yours: 'Ni har en egen lösning här. Den står kvar.',
    take: (version: string) => `Inför utgåva ${version}`,
  },
};

export type TaxonomyTexts = typeof taxonomySv;
