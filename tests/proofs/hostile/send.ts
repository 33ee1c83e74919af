import { z } from 'zod';
import { mediaStore } from '../../../src/modules/guides/media/store.ts';
import { findReview } from '../../../src/modules/guides/word/review.ts';
import type { TestApp } from '../../support/app.ts';
import { upload } from '../../support/upload.ts';
import type { Visitor } from '../../support/visitor.ts';
import { toldBy } from './metadata.ts';
import { secret } from './payloads.ts';
import type { Sample } from './samples.ts';
import type { Watcher } from './watch.ts';

export const works = { media: 'medier', text: 'texter' } as const;
export const who = 'designer@skara';

const variant = (work: string): string => `/arbete/skara/verk/${work}`;
const editor = (work: string): string => `${variant(work)}/anpassa`;
/** Where pictures and files are sent, and where texts are. */
const [at, textsAt] = [editor(works.media), editor(works.text)];

export type Sending = { readonly app: TestApp; readonly visitor: Visitor; readonly watcher: Watcher };

export type Sent = {
  readonly status: number;
  readonly accepted: boolean;
  /** Pictures that were kept, and looked through for what they tell. */
  readonly pictures: number;
  /** Texts that were read through as readers will have them. */
  readonly texts: number;
  readonly findings: readonly string[];
};

const fields = {
  picture: { element: 'bild', field: 'file:media', holds: 'f:media' },
  film: { element: 'film', field: 'file:media', holds: 'f:media' },
  captions: { element: 'film', field: 'file:captions/sv', holds: 'f:captions/sv' },
  file: { element: 'mall', field: 'file:media', holds: 'f:media' },
} as const;

const fileOf = (field: string, { name, bytes }: Sample) => ({
  field,
  name: name.replaceAll(/["\r\n]/g, '_'),
  bytes,
});

/** Sends one thing as a person does from the page, and looks at everything that comes of it. */
export function sendSample(sending: Sending, sample: Sample): Promise<Sent> {
  switch (sample.where) {
    case 'word':
      return sendWord(sending, sample);
    case 'paste':
      return sendPaste(sending, sample);
    case 'picture':
    case 'film':
    case 'captions':
    case 'file':
      return sendMedia(sending, sample, fields[sample.where]);
  }
}

const refused = async ({ watcher }: Sending, status: number, body: string): Promise<Sent> => ({
  status,
  accepted: false,
  pictures: 0,
  texts: 0,
  findings: status >= 500 ? [`answered ${status}`] : await watcher.lookAt(body),
});

type Place = (typeof fields)[keyof typeof fields];

async function sendMedia(sending: Sending, sample: Sample, { element, field, holds }: Place): Promise<Sent> {
  const { app, visitor, watcher } = sending;
  const page = await visitor.open(`${at}?element=${element}`);
  const answer = await upload(app, who, page, { action: '/anpassa', files: [fileOf(field, sample)] });
  if (answer.statusCode !== 303) return refused(sending, answer.statusCode, answer.body);
  const after = await visitor.open(`${at}?element=${element}`);
  const hash = new RegExp(`name="${holds}" value="(sha256-[0-9a-f]{64})"`).exec(after.html)?.[1] ?? '';
  const bytes = Buffer.from(await app.ground.files.get(hash.replace('sha256-', '')));
  const address = `${at}/media/${hash}`;
  const findings = [
    ...(await watcher.look(`${at}?element=${element}`)),
    ...(await watcher.look(address)),
    ...(await wrongHeaders(visitor, address, sample)),
    ...wrongBytes(sample, bytes),
  ];
  return { status: 303, accepted: true, pictures: sample.where === 'picture' ? 1 : 0, texts: 0, findings };
}

const types = {
  picture: /^image\/(?:png|jpeg)$/,
  film: /^video\/(?:mp4|webm)$/,
  captions: /^text\/vtt/,
} as const;

/** What is shown is sent as what it is and can run nothing; everything else is saved as a file. */
async function wrongHeaders(
  visitor: Visitor,
  address: string,
  { where }: Sample,
): Promise<readonly string[]> {
  const { status, headers } = await visitor.raw('GET', address);
  const header = (name: string): string => z.string().catch('').parse(headers[name]);
  const shown = where === 'picture' || where === 'film' || where === 'captions' ? types[where] : null;
  const asShould =
    shown === null
      ? header('content-disposition').startsWith('attachment')
      : shown.test(header('content-type'));
  return [
    ...(status === 200 ? [] : [`its file answers ${status}`]),
    ...(asShould ? [] : [`its file is sent as ${header('content-type')}, ${header('content-disposition')}`]),
    ...(header('x-content-type-options') === 'nosniff' ? [] : ['its sort may be guessed']),
    ...(/sandbox/.test(header('content-security-policy')) ? [] : ['its file may run scripts']),
  ];
}

function wrongBytes({ where }: Sample, bytes: Buffer): readonly string[] {
  const tells = where !== 'file' && bytes.includes(secret) ? ['it tells where and by whom'] : [];
  if (where === 'picture') return [...tells, ...toldBy(bytes).map((one) => `it has ${one}`)];
  if (where !== 'captions') return tells;
  return /<\/?(?:script|img|svg|iframe|style|object|a\b)|url\(|-->.*-->/i.test(bytes.toString('utf8'))
    ? [...tells, 'its captions hold markup']
    : tells;
}

/** What was read of a document, as the organisation has it. */
const findKept = ({ ground, database, clock }: TestApp, content: string) =>
  database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    findReview(mediaStore({ tx, now: clock.now, files: ground.files, organisation: 'skara' }), content),
  );

async function sendWord(sending: Sending, sample: Sample): Promise<Sent> {
  const { app, visitor, watcher } = sending;
  const page = await visitor.open(`${textsAt}/word`);
  const answer = await upload(app, who, page, { action: '/word', files: [fileOf('dokument', sample)] });
  if (answer.statusCode !== 303) return refused(sending, answer.statusCode, answer.body);
  const address = String(answer.headers.location);
  const findings = [...(await watcher.look(address))];
  const content = new URL(address, app.ground.settings.origin).searchParams.get('innehall') ?? '';
  const review = await findKept(app, content);
  const blocks = review?.sections.flatMap(({ steps }) => steps).flatMap((step) => step.blocks) ?? [];
  const pictures = blocks.flatMap((block) => (block.type === 'picture' ? [block.hash] : []));
  for (const hash of pictures) {
    const bytes = Buffer.from(await app.ground.files.get(hash.replace('sha256-', '')));
    findings.push(...wrongBytes({ ...sample, where: 'picture' }, bytes));
  }
  const described = Object.fromEntries(pictures.map((_, index) => [`alt-${index + 1}`, 'En bild']));
  const added = await visitor.send(await visitor.open(address), '/word', described);
  if (added.status >= 500) findings.push(`adding it answers ${added.status}`);
  const text = await readThrough(visitor, watcher);
  findings.push(...text.findings);
  await discard(visitor);
  return { status: 303, accepted: true, pictures: pictures.length, texts: text.shown, findings };
}

/** The draft as readers will have it. */
async function readThrough(visitor: Visitor, watcher: Watcher) {
  const address = `${variant(works.text)}/prova?utkast=ja`;
  const shown = (await visitor.open(address)).html.includes('class="guides-preview"') ? 1 : 0;
  return { shown, findings: await watcher.look(address) };
}

/** The draft is thrown away, so that what is looked at is the one document. */
async function discard(visitor: Visitor): Promise<void> {
  const outline = await visitor.open(textsAt);
  if (outline.html.includes('/anpassa/kasta')) await visitor.send(outline, '/anpassa/kasta');
}

async function sendPaste({ visitor, watcher }: Sending, { bytes }: Sample): Promise<Sent> {
  const findings = [
    ...(await watcher.paste(`${textsAt}?element=texten`, 'f:text/sv', bytes.toString('utf8'))),
  ];
  const text = await readThrough(visitor, watcher);
  findings.push(...text.findings);
  await discard(visitor);
  return { status: 303, accepted: true, pictures: 0, texts: text.shown, findings };
}
