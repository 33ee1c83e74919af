import { convert } from '../../../src/modules/guides/word/convert.ts';
import type { AnyRoute, Reply } from '../../../src/platform/http/index.ts';
import type { HostilePlan } from './hostile.ts';

/** Something wrong, put in on purpose, and what must be said of it. */
export type Defect = {
  readonly name: string;
  readonly plan: Pick<HostilePlan, 'only' | 'change' | 'naive'>;
  /** How many are sent until it shows. */
  readonly count: number;
  readonly noticed: RegExp;
};

const editor = '/arbete/:organisation/verk/:work/anpassa';

type Handle = AnyRoute['handle'];

/** Changes what one route does, and no other. */
const changed =
  (method: string, path: string, change: (handle: Handle) => Handle) =>
  (route: AnyRoute): AnyRoute =>
    route.method === method && route.path === path
      ? { ...route, handle: change((context, input) => route.handle(context, input)) }
      : route;

/** What is sent is kept as it came. */
const metadataKept = changed('POST', editor, (handle) => (context, input) => {
  const [file] = input.files;
  const save = (bytes: Uint8Array): Promise<string> => context.files.save(file?.bytes ?? bytes);
  return handle({ ...context, files: { ...context.files, save } }, input);
});

/** The page as it is, with HTML that nobody looked at below it. */
function shownAsHtml(reply: Reply, html: string): Reply {
  if (reply.kind !== 'page') return reply;
  const content = (
    <>
      {reply.content}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
  return { ...reply, content };
}

/** What was read of a document is shown as it was read. */
function sanitiserOff(): (route: AnyRoute) => AnyRoute {
  const last = { html: '' };
  const take = changed('POST', `${editor}/word`, (handle) => async (context, input) => {
    const [file] = input.files;
    if (file !== undefined) last.html = (await convert(file.bytes).catch(() => ({ html: '' }))).html;
    return handle(context, input);
  });
  const show = changed(
    'GET',
    `${editor}/word`,
    (handle) => async (context, input) => shownAsHtml(await handle(context, input), last.html),
  );
  return (route) => show(take(route));
}

/** A text of the draft is taken as HTML when it is tried. */
const textsAsHtml = changed(
  'GET',
  '/arbete/:organisation/verk/:work/prova',
  (handle) => async (context, input) => {
    const reply = await handle(context, input);
    return shownAsHtml(reply, '<p><img src=x onerror="canary(\'text\')"></p>');
  },
);

/** The sort of a file is what somebody guesses. */
const sortGuessed = changed('GET', `${editor}/media/:hash`, (handle) => async (context, input) => {
  const reply = await handle(context, input);
  return reply.kind === 'file' ? { ...reply, type: 'text/html', shown: true } : reply;
});

const trips = changed('POST', `${editor}/word`, () => async () => {
  throw new TypeError('tripped');
});

/** What is sent stays in memory, unpacked. */
function hoards(): (route: AnyRoute) => AnyRoute {
  const hoard: Buffer[] = [];
  return changed('POST', editor, (handle) => (context, input) => {
    if (input.files.length > 0) hoard.push(Buffer.alloc(120 * 1024 * 1024, 1));
    return handle(context, input);
  });
}

export const defects: readonly Defect[] = [
  {
    name: 'pictures are kept as they came',
    plan: { only: ['picture'], change: metadataKept },
    count: 8,
    noticed: /it tells where and by whom|it has/,
  },
  {
    name: 'documents are shown unsanitised',
    plan: { only: ['word'], change: sanitiserOff() },
    count: 8,
    noticed: /there is a href=javascript/,
  },
  {
    name: 'what is pasted is taken as HTML',
    plan: { only: ['paste'], naive: true },
    count: 8,
    noticed: /ran: |asked for/,
  },
  {
    name: 'texts are shown as HTML',
    plan: { only: ['paste'], change: textsAsHtml },
    count: 8,
    noticed: /ran: text/,
  },
  {
    name: 'the sort of a file is guessed',
    plan: { only: ['picture'], change: sortGuessed },
    count: 8,
    noticed: /its file is sent as text\/html/,
  },
  { name: 'a route trips', plan: { only: ['word'], change: trips }, count: 8, noticed: /answered 500/ },
  {
    name: 'what is sent stays in memory',
    plan: { only: ['picture', 'film', 'captions'], change: hoards() },
    count: 24,
    noticed: /the process grew by/,
  },
];
