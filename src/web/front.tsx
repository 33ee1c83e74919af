import { open, route, type AnyRoute, type Context, type Page } from '../platform/http/index.ts';
import { PageHead, Table } from '../ui/index.ts';
import { exampleRoutes } from './examples.tsx';
import { showFront } from './front-page.tsx';
import { texts } from './texts/index.ts';
import { workplaceRoute } from './workplace.ts';

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
        <p>{words.key}</p>
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

/** Kommons's own pages: the front page, the list of what the API can do, and in demo mode the parts of pages. */
export function ownRoutes(routes: readonly AnyRoute[]): readonly AnyRoute[] {
  const showApi = route({
    method: 'GET',
    path: '/api',
    access: open,
    handle: async (context) => apiPage(context, routes),
  });
  return [showFront, showApi, workplaceRoute(routes), ...exampleRoutes];
}
