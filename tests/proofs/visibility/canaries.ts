import {
  fieldIds,
  fieldOf,
  type Facts,
  type FieldId,
  type FactValue,
} from '../../../src/modules/systems/model/fields.ts';

/** Two worlds that differ in what is hidden and in nothing else. */
export type World = 'ett' | 'tva';

/** One of the two systems of an owner. */
export type System = { readonly owner: string; readonly place: 0 | 1 };

const bird = 'kanarie';

/** One word, so that a search for it finds it: "kanariesundsvallownernollett". */
export const wordOf = (field: FieldId, world: World, { owner, place }: System): string =>
  `${bird}${owner}${field.toLowerCase()}${place === 0 ? 'noll' : 'en'}${world}`;

/** "sundsvall owner" for every canary that stands in an answer, of any world and place. */
export function canariesIn(text: string, owners: readonly string[]): ReadonlySet<string> {
  const found = new Set(text.toLowerCase().match(/kanarie[a-z]+/gu));
  if (found.size === 0) return new Set();
  const all = [...found];
  return new Set(
    owners.flatMap((owner) =>
      fieldIds
        .filter((id) =>
          all.some(
            (word) =>
              word.startsWith(`${bird}${owner}${id.toLowerCase()}noll`) ||
              word.startsWith(`${bird}${owner}${id.toLowerCase()}en`),
          ),
        )
        .map((id) => `${owner} ${id}`),
    ),
  );
}

/** In one world the first of the two is the less of both, in the other the more: whatever sorts or counts by it tells. */
const rank = (world: World, place: 0 | 1): 0 | 1 => (((world === 'ett' ? 0 : 1) + place) % 2 === 0 ? 0 : 1);

const days = { ett: ['2027-03-17', '2027-09-23'], tva: ['2041-11-29', '2031-05-13'] } as const;

function canaryOf(id: FieldId, world: World, system: System): FactValue {
  const field = fieldOf(id);
  const word = wordOf(id, world, system);
  const high = rank(world, system.place) === 1;
  switch (field.type) {
    case 'text':
      return id === 'contactEmail' ? `${word}@example.se` : `${word} ordet`;
    case 'texts':
      return [word];
    case 'day':
      return days[world][system.place];
    case 'whole':
      return high ? Math.min(field.most, 7_654_321) : field.least + 1;
    case 'choice':
    case 'choices': {
      const chosen = high ? field.options.at(-1) : field.options[0];
      if (chosen === undefined) throw new Error(`${id} has no options`);
      return field.type === 'choice' ? chosen : [chosen];
    }
    case 'name':
      return high ? 'mallsta-digital' : 'provkoping-system';
    case 'names':
      return field.of === 'unit' ? [word] : [high ? 'e-arkiv' : 'bokning-lokaler'];
  }
}

/** A system with a canary in every field: those that the reader may see say the same in both worlds. */
export function canaryFacts(system: System, world: World, isSeen: (field: FieldId) => boolean): Facts {
  return Object.fromEntries(fieldIds.map((id) => [id, canaryOf(id, isSeen(id) ? 'ett' : world, system)]));
}
