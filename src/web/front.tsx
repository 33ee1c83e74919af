import { link, open, route, type AnyRoute, type Context, type Page } from '../platform/http/index.ts';
import { ActPanel, ButtonLink, Columns, LinkList, Numbered, PageHead, Section, Table } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './texts/index.ts';

function frontPage(context: Context): Page {
  const words = texts(context.language).front;
  const { actor } = context;
  const workplace = actor.kind === 'person' ? actor.workingFor : null;
  const entry =
    workplace === null
      ? {
          id: 'sign-in',
          title: words.signIn,
          note: words.signInNote,
          to: link(addresses.signIn, {}, { till: '/' }),
        }
      : {
          id: 'today',
          title: words.today,
          note: actor.kind === 'person' ? actor.name : '',
          to: link(addresses.today, { organisation: workplace }),
        };
  return {
    kind: 'page',
    title: words.title,
    frame: { kind: 'front' },
    content: (
      <>
        <PageHead title={words.title} lede={words.lede} />
        <Columns
          kind="work"
          aside={
            <ActPanel title={words.begin}>
              <LinkList
                ruled
                items={[
                  {
                    id: 'library',
                    title: words.library,
                    note: words.libraryNote,
                    to: link(addresses.library, {}),
                  },
                  entry,
                  {
                    id: 'municipalities',
                    title: words.municipalities,
                    note: words.municipalitiesNote,
                    to: link(addresses.municipalities, {}),
                  },
                ]}
              />
            </ActPanel>
          }
        >
          <Section title={words.how}>
            <Numbered items={words.steps} />
          </Section>
          {context.demo && (
            <Section title={words.demo}>
              <p>{words.demoLede}</p>
              <ButtonLink kind="secondary" to={link(addresses.signIn, {}, { till: '/' })}>
                {words.signIn}
              </ButtonLink>
            </Section>
          )}
        </Columns>
      </>
    ),
  };
}

const showFront = route({
  method: 'GET',
  path: '/',
  access: open,
  handle: async (context) => frontPage(context),
});

function apiPage(context: Context, routes: readonly AnyRoute[]): Page {
  const words = texts(context.language).apiGuide;
  const rows = routes.flatMap((one) =>
    one.operation === undefined ? [] : [{ ...one, operation: one.operation }],
  );
  return {
    kind: 'page',
    title: words.title,
    frame: { kind: 'front' },
    content: (
      <>
        <PageHead title={words.title} lede={words.lede} />
        <p>
          <a href="/api/v1/openapi.json">{words.description}</a>
        </p>
        {context.demo && (
          <p>
            {words.token} <code>npx kommons token designer@harnosand</code>
          </p>
        )}
        <Table
          caption={words.caption}
          rows={rows}
          rowKey={(row) => `${row.method} ${row.path}`}
          head="what"
          columns={[
            { id: 'what', title: words.what, cell: (row) => row.operation.summary },
            { id: 'method', title: words.method, cell: (row) => row.method },
            { id: 'address', title: words.address, cell: (row) => <code>{row.path}</code> },
          ]}
        />
      </>
    ),
  };
}

/** Kommons's own pages: the front page, and the list of what the API can do. */
export function ownRoutes(routes: readonly AnyRoute[]): readonly AnyRoute[] {
  const showApi = route({
    method: 'GET',
    path: '/api',
    access: open,
    handle: async (context) => apiPage(context, routes),
  });
  return [showFront, showApi];
}
