import type { VNode } from 'preact';
import { missing, route, type Context, type Reply } from '../../../platform/http/index.ts';
import { ButtonLink, PageHead } from '../../../ui/index.ts';
import { mediaOf } from '../media/store.ts';
import type { Site } from '../routes/addresses.ts';
import { frames, openGuide, siteIn, type SiteKind } from '../routes/site-pages.tsx';
import { sites } from '../routes/sites.ts';
import { copyTexts } from '../texts/copies.ts';
import { copyOf, type Copy } from './copy.ts';
import { fileOf, mostFileMegabytes } from './file/make.ts';
import { PaperPage } from './paper/page.tsx';
import { pdfOf } from './pdf/make.ts';

/** The copy of the guide that the path names, if whoever asks may read it there. */
async function openCopy(context: Context, site: Site, work: string): Promise<Copy | null> {
  const shown = await openGuide(context, site, work);
  return shown === null ? null : copyOf(context, site, shown);
}

async function paperReply(context: Context, kind: SiteKind, work: string): Promise<Reply> {
  const copy = await openCopy(context, siteIn(context, kind), work);
  if (copy === null) return missing;
  const title = copy.words.print.title(copy.title.text);
  return { kind: 'page', title, frame: frames[kind], content: <PaperPage copy={copy} /> };
}

async function pdfReply(context: Context, kind: SiteKind, work: string): Promise<Reply> {
  const site = siteIn(context, kind);
  const copy = await openCopy(context, site, work);
  if (copy === null) return missing;
  const made = await pdfOf(copy, { store: mediaOf(context), pdf: context.pdf });
  const words = copyTexts(context.language);
  if (made.ok) {
    const name = `${copy.about.fileName}.pdf`;
    return { kind: 'file', name, type: 'application/pdf', bytes: made.value };
  }
  switch (made.failure.kind) {
    case 'too-large':
      return refusal(kind, 422, {
        title: words.tooLarge.title,
        text: words.tooLarge.pdf,
        ways: [
          { title: words.ways.print, to: site.print(work) },
          { title: words.tooLarge.back, to: site.guide(work) },
        ],
      });
    case 'busy':
      return refusal(kind, 503, {
        title: words.busy.title,
        text: words.busy.text,
        ways: [
          { title: words.busy.again, to: site.pdf(work) },
          { title: words.tooLarge.back, to: site.guide(work) },
        ],
      });
  }
}

async function fileReply(context: Context, kind: SiteKind, work: string): Promise<Reply> {
  const site = siteIn(context, kind);
  const copy = await openCopy(context, site, work);
  if (copy === null) return missing;
  const made = await fileOf(copy, mediaOf(context));
  const words = copyTexts(context.language);
  if (!made.ok) {
    return refusal(kind, 422, {
      title: words.tooLarge.title,
      text: words.tooLarge.file(mostFileMegabytes),
      ways: [
        { title: words.ways.pdf, to: site.pdf(work) },
        { title: words.tooLarge.back, to: site.guide(work) },
      ],
    });
  }
  const name = `${copy.about.fileName}.html`;
  return { kind: 'file', name, type: 'text/html; charset=utf-8', bytes: made.value };
}

type Refusal = {
  readonly title: string;
  readonly text: string;
  readonly ways: readonly { readonly title: string; readonly to: string }[];
};

const refusal = (kind: SiteKind, status: number, view: Refusal): Reply => ({
  kind: 'page',
  status,
  title: view.title,
  frame: frames[kind],
  content: <Refused {...view} />,
});

function Refused({ title, text, ways }: Refusal): VNode {
  return (
    <div class="k-problem">
      <PageHead title={title} />
      <p>{text}</p>
      <div class="k-actions">
        {ways.map((way, index) => (
          <ButtonLink key={way.to} kind={index === 0 ? 'primary' : 'secondary'} to={way.to}>
            {way.title}
          </ButtonLink>
        ))}
      </div>
    </div>
  );
}

/** What a reader takes along, at work and on the public site. */
export const copyRoutes = sites.flatMap(({ kind, at, access }) => [
  route({
    method: 'GET',
    path: at.print.path,
    access,
    handle: (context, { params }) => paperReply(context, kind, params.work),
  }),
  route({
    method: 'GET',
    path: at.pdf.path,
    access,
    handle: (context, { params }) => pdfReply(context, kind, params.work),
  }),
  route({
    method: 'GET',
    path: at.file.path,
    access,
    handle: (context, { params }) => fileReply(context, kind, params.work),
  }),
]);
