/** Who in the public sector may see something, from the widest circle to the narrowest. Suppliers never may. */
export const audiences = ['public-sector', 'municipalities', 'networks', 'own'] as const;
export type Audience = (typeof audiences)[number];

/** The widest circle that a field can ever be shown to. */
export type Ceiling = Extract<Audience, 'public-sector' | 'municipalities' | 'own'>;

export const groups = [
  'use',
  'people',
  'operation',
  'risk',
  'personal-data',
  'archive',
  'contract',
  'opinion',
] as const;
export type Group = (typeof groups)[number];

/** What a value in a list or a reference names. */
export type Named = 'component' | 'supplier' | 'unit';

type Kind =
  | { readonly type: 'text'; readonly longest: number }
  | { readonly type: 'day' }
  | { readonly type: 'whole'; readonly least: number; readonly most: number }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'choices'; readonly options: readonly string[] }
  | { readonly type: 'texts'; readonly most: number }
  | { readonly type: 'name'; readonly of: Named }
  | { readonly type: 'names'; readonly of: Named };

/** One fact about a system in use. Its words stand in the texts, its value in `Facts`. */
export type Field = Kind & {
  readonly group: Group;
  /** The widest circle that may ever see it. */
  readonly ceiling: Ceiling;
  /** Who sees it until the organisation decides otherwise. */
  readonly audience: Audience;
};

/** What a field of this kind holds: days as "2027-03-01", names as ids. */
export type ValueOf<F> = F extends { readonly type: 'choice'; readonly options: readonly (infer O)[] }
  ? O
  : F extends { readonly type: 'choices'; readonly options: readonly (infer O)[] }
    ? readonly O[]
    : F extends { readonly type: 'texts' | 'names' }
      ? readonly string[]
      : F extends { readonly type: 'whole' }
        ? number
        : string;
