import type { TaxonomyTexts } from './catalogue-words-sv.ts';
import { countingIn } from './counting.ts';

const { plural } = countingIn('en');

export const taxonomyEn: TaxonomyTexts = {
  taxonomy: {
    title: 'Areas and functions',
    summary:
      'An area is something that the municipality answers for. A function is something that a system does, whatever it is called. With the same words all can compare their systems.',
    edition: (version) => `Edition ${version}`,
    newer: (version) => `There is an edition ${version}`,
    newerWhat: (n) => `${plural(n, 'difference', 'differences')} from the one you have. Your own words stay.`,
    review: 'See the differences',
    areas: 'Areas',
    own: 'Your own word',
    ownPlace: 'Your own place',
    hidden: 'Hidden at yours',
    change: 'Adapt',
    changeLabel: (name) => `Adapt ${name}`,
    maps: 'How it answers to others’ divisions',
    mapsWhat: 'Only pairs that have been checked against the source.',
    source: 'Source',
    columns: { ours: 'Ours', code: 'Code', theirs: 'Theirs', fit: 'How well' },
    fit: { same: 'the same', near: 'near', wider: 'theirs is wider', narrower: 'theirs is narrower' },
    products: (n) => plural(n, 'system', 'systems'),
  },
  component: {
    title: (name) => `Adapt ${name}`,
    lede: 'Holds at yours only, and stays when you take in a new edition.',
    name: 'Your own word',
    nameHelp: (name) => `Leave it empty to use the common one: ${name}.`,
    area: 'Area',
    hidden: 'Do not show it at ours',
    save: 'Save',
  },
  edition: {
    title: (version) => `Take in edition ${version}`,
    lede: (was, n) => `${plural(n, 'difference', 'differences')} from edition ${was}, which you have now.`,
    same: 'You have that edition already.',
    none: 'The editions say the same.',
    kinds: {
      'area-added': 'New areas',
      'area-ended': 'Areas that end',
      'area-renamed': 'Areas with a new name',
      added: 'New functions',
      split: 'Divided',
      replaced: 'Replaced',
      ended: 'Ended',
      moved: 'Moved to another area',
      renamed: 'Given a new name',
      explained: 'Explained anew',
    },
    was: 'Before',
    becomes: 'After',
    what: 'What',
    keep: 'Keep it as it is at ours',
    yours: 'You have your own way here. It stays.',
    take: (version) => `Take in edition ${version}`,
  },
};
