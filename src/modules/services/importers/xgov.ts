import { printCondition, references } from '../../../kernel/conditions/index.ts';
import type { Expression } from '../../../kernel/conditions/index.ts';
import { isDefinition, joinPath } from '../../../kernel/index.ts';
import type { Definition, JsonObject } from '../../../kernel/index.ts';
import { compact, elementOf, localise } from './xgov/components.ts';
import type { ComponentContext } from './xgov/components.ts';
import { ConditionReader } from './xgov/conditions.ts';
import { graphOf } from './xgov/graph.ts';
import type { Edge, Graph } from './xgov/graph.ts';
import { plainText } from './xgov/html.ts';
import { idsOf, shorten, slug } from './xgov/ids.ts';
import { isAlways } from './xgov/logic.ts';
import { Losses } from './xgov/losses.ts';
import type { Loss } from './xgov/losses.ts';
import { reachOf } from './xgov/reach.ts';
import { isSource, readForm } from './xgov/source.ts';
import type { Form, SourcePage } from './xgov/source.ts';

export type { Loss } from './xgov/losses.ts';

export type Imported =
  | { readonly ok: true; readonly definition: Definition; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly issue: { readonly path: string; readonly message: string } };

/**
 * Makes an e-service of a form from the XGov form builder (version 1 of its format: pages with `path`, components with
 * `name`, conditions, lists, sections). Elements keep the source's own names as ids, so that two versions of a form
 * can be compared and merged. What has no counterpart is in the loss report, and unknown components are kept as they
 * were.
 */
export function importXgov(source: unknown, options: { readonly fileName: string }): Imported {
  const form = readForm(source);
  if (form === null) {
    const message =
      'not a form of the XGov builder: it has no “pages” with a “path”; export the form as JSON and try again';
    return { ok: false, issue: { path: 'pages', message } };
  }
  const losses = new Losses();
  const language = /-cy(?:\.json)?$/u.test(options.fileName) ? 'cy' : 'en';
  const context: ComponentContext = { form, ids: idsOf(form), losses, language };
  reportRoot(form, losses);
  const definition = compact({
    kommons: 'definition/1',
    kind: 'e-service',
    id: idOfForm(form, options.fileName),
    languages: [language],
    title: localise(language, titleOf(form, options.fileName)),
    sections: form.sections.map((section) =>
      compact({
        id: context.ids.section(section.name),
        title: localise(language, plainText(section.title) || section.name),
        hidden: section.hideTitle ? true : null,
      }),
    ),
    pages: pagesOf(form, context),
  });
  if (!isDefinition(definition)) throw new TypeError('the importer made something that is no definition');
  return { ok: true, definition, losses: losses.all };
}

/**
 * From the form's own words, not from the file's name: two versions in two files are the same service. Forms of one
 * programme share a name, so the first page that asks something is named too.
 */
function idOfForm(form: Form, fileName: string): string {
  const { order } = graphOf(form);
  const asking = order.find((path) =>
    form.pages.some(
      (page) => page.path === path && page.components.some(({ type }) => type.endsWith('Field')),
    ),
  );
  const parts = [shorten(slug(form.name), 50), shorten(slug(asking ?? form.startPage), 48)];
  const file = slug(fileName.replace(/^.*[/\\]/u, '').replace(/\.json$/u, ''));
  return parts.filter((part) => part !== '').join('-') || shorten(file, 98) || 'form';
}

function titleOf(form: Form, fileName: string): string {
  const start = form.pages.find(({ path }) => path === form.startPage) ?? form.pages[0];
  return plainText(form.name) || plainText(start?.title ?? '') || fileName;
}

/** What belongs to the form as a whole and has no place in a definition. */
function reportRoot(form: Form, losses: Losses): void {
  const what = {
    fees: 'fees to pay',
    outputs: 'where answers are sent',
    payApiKey: 'a key for payments',
    feedback: 'a way to give feedback',
    specialPages: 'special pages',
    markAsComplete: 'the question whether the section is complete',
    declaration: 'a declaration before sending',
  } as const;
  for (const [key, words] of Object.entries(what)) {
    const value = form.raw[key];
    const nothing = value === undefined || value === null || value === false || value === '';
    const isBare =
      (Array.isArray(value) && value.length === 0) ||
      (isSource(value) && Object.values(value).every((each) => each === '' || each === false));
    if (!nothing && !isBare) losses.add('', words, 'nothing');
  }
}

function isCheck(page: SourcePage): boolean {
  return /summary/iu.test(page.controller);
}

function pagesOf(form: Form, context: ComponentContext): readonly JsonObject[] {
  const graph = graphOf(form);
  const reach = conditionsOf(form, graph, context);
  reportDropped(graph, context.losses);
  const check = [...graph.order, ...graph.unreachable]
    .flatMap((path) => form.pages.find((page) => page.path === path) ?? [])
    .find((page) => isCheck(page));
  const ordered = [...graph.order, ...graph.unreachable].flatMap((path) => {
    const page = form.pages.find((each) => each.path === path);
    return page === undefined || page === check ? [] : [page];
  });
  const stops = check !== undefined || ordered.some((page) => /confirm/iu.test(page.controller));
  const leaves = new Set(graph.edges.map(({ from }) => from));
  const pages = ordered.map((page) => {
    const hidden = graph.unreachable.includes(page.path);
    const ends = stops && !hidden && !leaves.has(page.path) && !isCheck(page) && page.controller === '';
    return pageOf(page, { context, showIf: reach.get(page.path) ?? null, hidden, ends });
  });
  return check === undefined ? pages : [...pages, checkPage(check, context)];
}

type PageContext = {
  readonly context: ComponentContext;
  readonly showIf: Expression | null;
  readonly hidden: boolean;
  /** Nobody gets further than this page. */
  readonly ends: boolean;
};

function pageOf(page: SourcePage, { context, showIf, hidden, ends }: PageContext): JsonObject {
  const { language, losses } = context;
  const under = ['pages', page.path, 'fields'];
  const shown = showIf === null || isAlways(showIf) ? null : printCondition(showIf);
  const tooLong = shown !== null && shown.length > 4000;
  if (tooLong)
    losses.add(joinPath(['pages', page.path]), 'a condition too long to keep', 'a page that is always shown');
  if (hidden) losses.add(joinPath(['pages', page.path]), 'a page that no way leads to', 'a hidden page');
  if (isCheck(page))
    losses.add(joinPath(['pages', page.path]), 'a second page to check answers', 'a page of its own');
  if (ends)
    losses.add(joinPath(['pages', page.path]), 'the end of the way', 'a check that lets nobody further');
  const end = { id: `${page.path}/end`, if: 'true', message: localise(language, `${titleOrPath(page)}.`) };
  return compact({
    id: page.path,
    title: localise(language, titleOrPath(page)),
    section: sectionOf(page, context),
    showIf: tooLong ? null : shown,
    hidden: hidden ? true : null,
    fields: page.components.map((component) => elementOf({ page, component, under }, context)),
    checks: ends ? [compact(end)] : null,
  });
}

function sectionOf(page: SourcePage, { form, ids }: ComponentContext): string | null {
  const section = form.sections.find(({ name }) => name === page.section);
  return section === undefined ? null : ids.section(section.name);
}

function titleOrPath(page: SourcePage): string {
  return plainText(page.title) || page.path;
}

/** The page where answers are checked asks nothing: its texts become one. */
function checkPage(page: SourcePage, context: ComponentContext): JsonObject {
  const under = ['pages', page.path, 'fields'];
  const texts = page.components.flatMap((component) => {
    const { id, text, type } = elementOf({ page, component, under }, context);
    if (type === 'information' && isSource(text))
      return Object.values(text).filter((each) => typeof each === 'string');
    context.losses.add(
      joinPath(['pages', page.path]),
      `question ${JSON.stringify(id)} where answers are checked`,
      'nothing',
    );
    return [];
  });
  return compact({
    id: page.path,
    type: 'check',
    title: localise(context.language, titleOrPath(page)),
    text: texts.length === 0 ? null : { [context.language]: texts.join('\n\n') },
  });
}

/** When each page is shown. Conditions that cannot be kept are reported, and their ways count as never taken. */
function conditionsOf(
  source: Form,
  graph: Graph,
  context: ComponentContext,
): ReadonlyMap<string, Expression> {
  const reader = new ConditionReader(source, context.ids);
  const place = new Map(graph.order.map((path, index) => [path, index]));
  const pages = new Map(
    source.pages.flatMap((page) =>
      page.components.map((component) => [context.ids.component(page, component), page.path] as const),
    ),
  );
  const lose = (edge: Edge, what: string): null => {
    context.losses.add(joinPath(['pages', edge.from]), `${what} on the way to ${edge.to}`, 'the other ways');
    return null;
  };
  const read = new Map(
    graph.edges.map((edge) => {
      if (edge.condition === null) return [edge, null] as const;
      const result = reader.read(edge.condition);
      if (!result.ok) return [edge, lose(edge, result.what)] as const;
      const late = references(result.expression).find(({ name }) => {
        const asked = place.get(pages.get(name) ?? '');
        return asked === undefined || asked > (place.get(edge.from) ?? 0);
      });
      return [
        edge,
        late === undefined ? result.expression : lose(edge, `condition on ${late.name}, which comes later,`),
      ] as const;
    }),
  );
  const readable = graph.edges.filter((edge) => edge.condition === null || (read.get(edge) ?? null) !== null);
  return reachOf(
    { ...graph, edges: readable },
    {
      of: (edge) => read.get(edge) ?? null,
      needed: reader.needed,
      pageOf: (question) => pages.get(question),
    },
  );
}

function reportDropped(graph: Graph, losses: Losses): void {
  const kept = {
    'leads nowhere': 'the other ways out of the page',
    'leads back': 'the way forward',
    'never taken': 'the way that is taken',
  } as const;
  for (const { edge, why } of graph.dropped) {
    losses.add(joinPath(['pages', edge.from]), `the way to ${edge.to}, which ${why}`, kept[why]);
  }
}
