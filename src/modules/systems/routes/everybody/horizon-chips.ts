import type { Chip } from '../../../../ui/index.ts';
import { everybody as at } from '../../addresses.ts';
import { pageTo, type Ground } from './ground.ts';
import { queryOf, subjectOf, type Circle, type Query, type Seen } from './horizon-seen.ts';
import { areasInOrder } from '../../taxonomy/reading.ts';

/** What the horizon is of, whose contracts, and how many years, each to be chosen anew. */
export function chipsOf({ ground, asked, products }: Seen): readonly Chip[] {
  const { words, language, organisation } = ground;
  const to = (change: Query): string => pageTo(ground, at.horizon, {}, { ...queryOf(asked), ...change });
  const subject = subjectOf({ ground, asked, products });
  const what: Chip =
    subject === null
      ? {
          id: 'vad',
          title: words.horizon.allNeeds,
          options: areasInOrder(ground.reader.taxonomy, language).map((area) => ({
            title: area.name[language],
            to: to({ omrade: area.id }),
          })),
        }
      : {
          id: 'vad',
          title: subject,
          clear: to({ produkt: undefined, funktion: undefined, omrade: undefined }),
        };
  const own = asked.networks.filter(
    ({ id, members }) => members.includes(organisation) || id === organisation,
  );
  const who: Chip = {
    id: 'vilka',
    title: circleName(ground, asked.circle),
    options: [
      ...own.map((network) => ({
        title: words.horizon.network(network.name, network.members.length),
        to: to({ natverk: network.id, med: undefined }),
      })),
      { title: words.horizon.everybody, to: to({ natverk: 'alla', med: undefined }) },
      { title: words.horizon.onlyOwn, to: to({ natverk: 'egna', med: undefined }) },
    ],
  };
  const years: Chip = {
    id: 'ar',
    title: words.horizon.years(asked.from, asked.to),
    options: [2, 4, 6, 10].map((more) => ({
      title: words.horizon.years(asked.from, asked.from + more),
      to: to({ till: asked.from + more }),
    })),
  };
  return [what, who, years];
}

function circleName({ words }: Ground, circle: Circle): string {
  switch (circle.kind) {
    case 'all':
      return words.horizon.everybody;
    case 'own':
      return words.horizon.onlyOwn;
    case 'network':
      return words.horizon.network(circle.network.name, circle.network.members.length);
    case 'some':
      return words.compare.title(circle.organisations.length + 1);
  }
}
