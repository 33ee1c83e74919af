/** What stands in a form of the XGov builder, read without trust: whatever is missing or odd reads as empty. */

export type Source = { readonly [property: string]: unknown };

export type Component = {
  readonly type: string;
  readonly name: string | null;
  readonly title: string;
  readonly hint: string;
  readonly content: string;
  readonly options: Source;
  readonly schema: Source;
  readonly list: string | null;
  readonly children: readonly Component[];
  readonly raw: Source;
};
export type Link = { readonly path: string; readonly condition: string | null };
export type SourcePage = {
  readonly path: string;
  readonly title: string;
  readonly section: string | null;
  readonly controller: string;
  readonly components: readonly Component[];
  readonly next: readonly Link[];
  readonly raw: Source;
};
export type Item = {
  readonly value: string;
  readonly text: string;
  readonly description: string;
  readonly raw: Source;
};
export type SourceList = { readonly name: string; readonly items: readonly Item[] };
export type SourceCondition = { readonly name: string; readonly value: unknown };
export type Form = {
  readonly name: string;
  readonly startPage: string;
  readonly pages: readonly SourcePage[];
  readonly lists: readonly SourceList[];
  readonly sections: readonly {
    readonly name: string;
    readonly title: string;
    readonly hideTitle: boolean;
  }[];
  readonly conditions: readonly SourceCondition[];
  readonly raw: Source;
};

export function isSource(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A number, also one that was written as text. */
export function number(value: unknown): number | null {
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

function inner(value: unknown): Source {
  return isSource(value) ? value : {};
}

function list<T>(value: unknown, read: (item: Source) => T): readonly T[] {
  return Array.isArray(value) ? value.filter((item) => isSource(item)).map((item) => read(item)) : [];
}

function nameOrNull(value: unknown): string | null {
  const name = text(value).trim();
  return name === '' ? null : name;
}

function readComponent(raw: Source): Component {
  return {
    type: text(raw['type']),
    name: nameOrNull(raw['name']),
    title: localised(raw['title']),
    hint: localised(raw['hint']),
    content: localised(raw['content']),
    options: inner(raw['options']),
    schema: inner(raw['schema']),
    list: nameOrNull(raw['list']),
    children: list(raw['children'], readComponent),
    raw,
  };
}

/** Older forms keep texts by language; English is the one that is always there. */
function localised(value: unknown): string {
  return isSource(value) ? text(value['en']) : text(value);
}

function readPage(raw: Source): SourcePage {
  return {
    path: text(raw['path']).trim(),
    title: localised(raw['title']),
    section: nameOrNull(raw['section']),
    controller: text(raw['controller']),
    components: list(raw['components'], readComponent),
    next: list(raw['next'], (link) => ({
      path: text(link['path']).trim(),
      condition: nameOrNull(link['condition'] ?? link['if']),
    })),
    raw,
  };
}

function readItem(raw: Source): Item {
  const shown = localised(raw['text']);
  return {
    value: text(raw['value'] ?? raw['text']),
    text: shown,
    description: localised(raw['description']),
    raw,
  };
}

/** The form, or null where the value has no pages and so is no form. */
export function readForm(source: unknown): Form | null {
  if (!isSource(source) || !Array.isArray(source['pages'])) return null;
  const pages = list(source['pages'], readPage).filter(({ path }) => path !== '');
  if (pages.length === 0) return null;
  return {
    name: localised(source['name']).trim(),
    startPage: text(source['startPage']).trim(),
    pages,
    lists: list(source['lists'], (raw) => ({ name: text(raw['name']), items: list(raw['items'], readItem) })),
    sections: list(source['sections'], (raw) => ({
      name: text(raw['name']).trim(),
      title: localised(raw['title']),
      hideTitle: raw['hideTitle'] === true,
    })).filter(({ name }) => name !== ''),
    conditions: list(source['conditions'], (raw) => ({ name: text(raw['name']), value: raw['value'] })),
    raw: source,
  };
}
