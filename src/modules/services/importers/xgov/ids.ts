import type { Component, Form, SourcePage } from './source.ts';

/** Lower-case letters a–z, digits and hyphens. */
export function slug(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
}

/** The beginning of a slug, cut between words. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/-[^-]*$/u, '');
}

export type Ids = {
  /** The id of a component: its name, with the page's path before it where the name stands on more pages. */
  readonly component: (page: SourcePage, component: Component) => string;
  /** The ids that a condition may mean by a name, in the order of the pages. */
  readonly named: (name: string) => readonly string[];
  readonly section: (name: string) => string;
};

function childrenToo(component: Component): readonly Component[] {
  return [component, ...component.children.flatMap((child) => childrenToo(child))];
}

/**
 * Gives every element an id that it has in every import of the form: the source's own names, so that two versions
 * of one form can be compared and merged.
 */
export function idsOf(form: Form): Ids {
  const places = form.pages.flatMap((page) =>
    page.components.flatMap((component) => childrenToo(component).map((each) => ({ page, component: each }))),
  );
  const uses = Map.groupBy(places, ({ component }) => component.name ?? '');
  const taken = new Set<string>(form.pages.map(({ path }) => path));
  const ids = new Map<Component, string>();
  for (const { page, component } of places) {
    const { name } = component;
    const alone = name !== null && uses.get(name)?.length === 1 && !taken.has(name);
    const id = free(alone ? name : `${page.path}/${name ?? slug(component.type)}`, taken);
    taken.add(id);
    ids.set(component, id);
  }
  const sections = new Map(form.sections.map(({ name }) => [name, free(name, taken)]));
  return {
    component: (_page, component) => ids.get(component) ?? '',
    named: (name) => (uses.get(name) ?? []).flatMap(({ component }) => ids.get(component) ?? []),
    section: (name) => sections.get(name) ?? name,
  };
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  const id = wanted.replaceAll(/\s+/gu, '-');
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) {
    const next = `${id}-${number}`;
    if (!taken.has(next)) return next;
  }
}
