import { exampleSuppliers, municipalities, networks } from '../../organisations/index.ts';
import type { DemoPerson } from './people.ts';
import { demoPublic, demoStaff } from './seed.ts';

export type ChoiceGroup = { readonly place: string; readonly people: readonly DemoPerson[] };

/** Where the story of the demo world takes place. */
const first = [
  'harnosand', 'sundsvall', 'timra', 'esamverkan', 'gvs12', 'skara', 'hjo', 'mallsta-digital',
]; // prettier-ignore

/** Groups shown at once; a search narrows them down. */
const most = 12;

const places = new Map(
  [...municipalities, ...networks, ...exampleSuppliers].map(({ id, name }) => [id, name]),
);
const groups = Map.groupBy([...demoStaff, ...demoPublic], ({ organisation }) => organisation);

function matches(person: DemoPerson, words: readonly string[]): boolean {
  const text = `${person.name} ${person.key} ${person.personalNumber ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The people to choose among: those of the story, or those in whom every word of a search is found. */
export function findChoices(search: string): readonly ChoiceGroup[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = words.length === 0 ? first : [...new Set([...first, ...groups.keys()])];
  return shown
    .map((id) => ({
      place: places.get(id) ?? id,
      people: (groups.get(id) ?? []).filter((person) => matches(person, words)),
    }))
    .filter(({ people }) => people.length > 0)
    .slice(0, most);
}
