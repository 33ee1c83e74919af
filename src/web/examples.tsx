import type { VNode } from 'preact';
import { demoOnly, link, missing, route, type Context, type Frame } from '../platform/http/index.ts';
import { Link, LinkList, PageHead, Section, Stack } from '../ui/index.ts';
import { texts } from './texts/index.ts';

/*
 * Every component in its states, one on a page, in the look of the workspace and in that of a municipality's
 * site: for those who build pages, and for the accessibility checks. The sheets load when they are asked for.
 */

const all = { path: '/exempel' } as const;
const one = { path: '/exempel/:component/:example' } as const;
const atOrganisation = { path: '/k/:organisation/exempel/:component/:example' } as const;

type Named = { readonly component: string; readonly example: string };

async function findExample({ component, example }: Named): Promise<VNode | null> {
  const { exampleSheets } = await import('../ui/examples.ts');
  const sheet = Object.entries(exampleSheets).find(([name]) => name === component)?.[1];
  return sheet?.find(({ name }) => name === example)?.view ?? null;
}

async function examplePage(context: Context, named: Named, frame: Frame) {
  const view = await findExample(named);
  if (view === null) return missing;
  const { component, example } = named;
  return {
    kind: 'page' as const,
    title: `${component}: ${example}`,
    frame,
    content: (
      <>
        <PageHead title={component} />
        <p>
          <Link to={link(all, {})}>{texts(context.language).examples.title}</Link>
        </p>
        <Section title={example}>{view}</Section>
      </>
    ),
  };
}

const showExamples = route({
  method: 'GET',
  path: all.path,
  access: demoOnly,
  handle: async (context) => {
    const { exampleSheets } = await import('../ui/examples.ts');
    const words = texts(context.language).examples;
    return {
      kind: 'page',
      title: words.title,
      frame: { kind: 'front' },
      content: (
        <>
          <PageHead title={words.title} lede={words.lede} />
          <Stack loose>
            {Object.entries(exampleSheets).map(([component, sheet]) => (
              <Section key={component} title={component}>
                <LinkList
                  columns={4}
                  items={sheet.map(({ name: example }) => ({
                    id: example,
                    title: example,
                    to: link(one, { component, example }),
                  }))}
                />
              </Section>
            ))}
          </Stack>
        </>
      ),
    };
  },
});

const showExample = route({
  method: 'GET',
  path: one.path,
  access: demoOnly,
  handle: (context, { params }) => examplePage(context, params, { kind: 'front' }),
});

const showPublicExample = route({
  method: 'GET',
  path: atOrganisation.path,
  access: demoOnly,
  handle: (context, { params }) => examplePage(context, params, { kind: 'public' }),
});

export const exampleRoutes = [showExamples, showExample, showPublicExample] as const;
