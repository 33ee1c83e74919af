import { link, type Language } from '../../../platform/http/index.ts';
import type { Crumb } from '../../../ui/index.ts';
import * as addresses from '../addresses.ts';
import { variantTexts } from '../texts/variant.ts';

type Place = {
  readonly organisation: string;
  readonly work: string;
  readonly title: string;
  readonly language: Language;
};

/** The way to a page of an organisation's own variant, from where the menu leads. */
export function trailTo(place: Place, ...rest: readonly Crumb[]): readonly Crumb[] {
  const { organisation, work, title, language } = place;
  return [
    { title: variantTexts(language).variant.crumb, to: link(addresses.variants, { organisation }) },
    { title, to: link(addresses.variant, { organisation, work }) },
    ...rest,
  ];
}
