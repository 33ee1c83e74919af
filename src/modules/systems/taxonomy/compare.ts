import type { Area, Component, Edition, Words } from './edition.ts';

/** What a later edition says otherwise than an earlier one, one thing each. */
export type EditionChange =
  | { readonly kind: 'area-added'; readonly area: Area }
  | { readonly kind: 'area-ended'; readonly area: Area }
  | { readonly kind: 'area-renamed'; readonly area: Area; readonly was: Words }
  | { readonly kind: 'added'; readonly component: Component }
  /** Nothing takes its place. */
  | { readonly kind: 'ended'; readonly component: Component }
  | { readonly kind: 'split'; readonly component: Component; readonly into: readonly Component[] }
  | { readonly kind: 'replaced'; readonly component: Component; readonly by: Component }
  | { readonly kind: 'renamed'; readonly component: Component; readonly was: Words }
  | { readonly kind: 'moved'; readonly component: Component; readonly from: string }
  | { readonly kind: 'explained'; readonly component: Component; readonly was: Words };

export const changeKinds = [
  'area-added',
  'area-ended',
  'area-renamed',
  'added',
  'split',
  'replaced',
  'ended',
  'moved',
  'renamed',
  'explained',
] as const satisfies readonly EditionChange['kind'][];

const differ = (a: Words, b: Words): boolean => a.sv !== b.sv || a.en !== b.en;

/** Everything that differs between two editions, in the order of `changeKinds` and of the editions. */
export function compareEditions(from: Edition, to: Edition): readonly EditionChange[] {
  const changes = [...areaChanges(from, to), ...componentChanges(from, to)];
  return changes.toSorted((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind));
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));

function areaChanges(from: Edition, to: Edition): readonly EditionChange[] {
  const [before, after] = [byId(from.areas), byId(to.areas)];
  return [
    ...to.areas.flatMap((area): readonly EditionChange[] => {
      const was = before.get(area.id);
      if (was === undefined) return [{ kind: 'area-added', area }];
      return differ(was.name, area.name) ? [{ kind: 'area-renamed', area, was: was.name }] : [];
    }),
    ...from.areas.flatMap((area): readonly EditionChange[] =>
      after.has(area.id) ? [] : [{ kind: 'area-ended', area }],
    ),
  ];
}

function componentChanges(from: Edition, to: Edition): readonly EditionChange[] {
  const [before, after] = [byId(from.components), byId(to.components)];
  const replacing = (id: string): readonly Component[] =>
    to.components.filter(({ replaces }) => replaces?.includes(id));
  return [
    ...to.components.flatMap((component): readonly EditionChange[] => {
      const was = before.get(component.id);
      if (was !== undefined) return changesOf(was, component);
      const instead = (component.replaces ?? []).some((id) => before.has(id) && !after.has(id));
      return instead ? [] : [{ kind: 'added', component }];
    }),
    ...from.components.flatMap((component): readonly EditionChange[] => {
      if (after.has(component.id)) return [];
      const into = replacing(component.id);
      const [by] = into;
      if (by === undefined) return [{ kind: 'ended', component }];
      return into.length > 1 ? [{ kind: 'split', component, into }] : [{ kind: 'replaced', component, by }];
    }),
  ];
}

function changesOf(was: Component, component: Component): readonly EditionChange[] {
  return [
    ...(was.area === component.area ? [] : [{ kind: 'moved', component, from: was.area } as const]),
    ...(differ(was.name, component.name) ? [{ kind: 'renamed', component, was: was.name } as const] : []),
    ...(differ(was.explanation, component.explanation)
      ? [{ kind: 'explained', component, was: was.explanation } as const]
      : []),
  ];
}
