import { link, type Language } from '../../../platform/http/index.ts';
import type { SideGroup } from '../../../ui/index.ts';
import { catalogue, everybody, own } from '../addresses.ts';
import { catalogueTexts } from '../texts/catalogue.ts';

const parts = { own: own.list, everybody: everybody.search, catalogue: catalogue.list } as const;
type RegisterPart = keyof typeof parts;
const order: readonly RegisterPart[] = ['own', 'everybody', 'catalogue'];

/** The way to the other parts of the register, from one of them. */
export function otherParts(language: Language, organisation: string, current: RegisterPart): SideGroup {
  const words = catalogueTexts(language).parts;
  return {
    id: 'parts',
    title: words.title,
    items: order
      .filter((part) => part !== current)
      .map((part) => ({ id: part, title: words[part], to: link(parts[part], { organisation }) })),
  };
}
