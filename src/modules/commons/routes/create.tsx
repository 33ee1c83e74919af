import { z } from 'zod';
import { openDefinition, parseJsonText, describeIssue, type Definition } from '../../../kernel/index.ts';
import {
  link,
  route,
  see,
  type Context,
  type Page,
  type Reply,
  type UploadedFile,
} from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { createWork } from '../actions/works.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { creators, kindsToMake, mayMake } from '../makers.ts';
import type { Failure } from '../model/failure.ts';
import { findBeginning, listBeginnings } from '../pages/create/beginnings.ts';
import { findKind, listKinds, type Imported, type ImportLoss } from '../model/kind.ts';
import { idFrom } from '../model/outline.ts';
import { CreatePage, ImportedPage, type CreateView } from '../pages/create/create-page.tsx';
import { createTexts } from '../texts/create.ts';
import { frame } from './access.ts';

/** The own format, beside those that the kinds bring. */
const ownFormat = 'kommons';

const nothing = { kind: '', name: '', nameEn: '', id: '' };

type Said = Partial<Pick<CreateView, 'typed' | 'format' | 'problems'>>;

function createPage(context: Context, said: Said, status = 200): Page {
  const { organisation, language } = acting(context);
  const makes = kindsToMake(context);
  const words = createTexts(language);
  const importers = listKinds().flatMap((kind) => (makes.has(kind.id) ? (kind.importers ?? []) : []));
  const problems = said.problems ?? new Map<string, string>();
  return {
    kind: 'page',
    status,
    title: words.title,
    frame,
    failed: problems.size > 0,
    content: (
      <CreatePage
        view={{
          organisation,
          beginnings: listBeginnings(language, makes),
          formats: [
            { value: ownFormat, label: words.own },
            ...importers.map(({ id, name }) => ({ value: id, label: name[language] })),
          ],
          typed: nothing,
          format: ownFormat,
          language,
          ...said,
          problems,
        }}
      />
    ),
  };
}

const showCreate = route({
  method: 'GET',
  path: addresses.create.path,
  access: creators,
  handle: async (context) => createPage(context, {}),
});

type FromFile = {
  readonly definition: Definition;
  readonly id: string;
  readonly fileName: string;
  readonly losses: readonly ImportLoss[];
};

function importedPage(
  a: Acting,
  from: FromFile,
  problems: ReadonlyMap<string, string> = new Map(),
  status = 200,
): Page {
  const { organisation, language } = a;
  const issues = findKind(from.definition.kind)?.validate(from.definition) ?? [];
  return {
    kind: 'page',
    status,
    title: createTexts(language).title,
    frame,
    failed: problems.size > 0,
    content: <ImportedPage view={{ ...from, organisation, issues, problems, language }} />,
  };
}

function readOwn(source: unknown, words: ReturnType<typeof createTexts>, a: Acting): Imported {
  const opened = openDefinition(source);
  if (opened.ok) return { ok: true, definition: opened.definition, losses: [] };
  const issues = opened.failure.issues.slice(0, 3).map((issue) => describeIssue(issue, a.language));
  return { ok: false, message: `${words.notDefinition} ${issues.join(' ')}` };
}

function readFile(a: Acting, file: UploadedFile, format: string): Imported {
  const words = createTexts(a.language);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    return { ok: false, message: words.notText };
  }
  const parsed = parseJsonText(text);
  if (!parsed.ok) {
    return { ok: false, message: words.notJson(parsed.failure.line, parsed.failure.column) };
  }
  if (format === ownFormat) return readOwn(parsed.value, words, a);
  const importer = listKinds()
    .flatMap((kind) => kind.importers ?? [])
    .find((one) => one.id === format);
  if (importer === undefined) return { ok: false, message: words.noFile };
  const read = importer.read(parsed.value, file.name);
  return read.ok ? read : { ok: false, message: words.notForm(read.message) };
}

/** Nothing is kept yet: the person sees what came along first. */
const readUpload = route({
  method: 'POST',
  path: addresses.createFrom.path,
  access: creators,
  body: z.object({ format: z.string().max(50).default(ownFormat) }),
  takesFiles: async () => true,
  handle: async (context, { body: { format }, files }) => {
    const a = acting(context);
    const words = createTexts(a.language);
    const [file] = files;
    const refuse = (text: string): Reply =>
      createPage(context, { format, problems: new Map([['file', text]]) }, 422);
    if (file === undefined) return refuse(words.noFile);
    const read = readFile(a, file, format);
    if (!read.ok) return refuse(read.message);
    const { definition, losses } = read;
    if (findKind(definition.kind) === undefined) return refuse(words.unknownKind(definition.kind));
    if (!mayMake(context, definition.kind)) return refuse(words.notYours);
    return importedPage(a, { definition, id: definition.id, fileName: file.name, losses });
  },
});

const NewWork = z.object({
  kind: z.string().max(80).default(''),
  name: z.string().trim().max(100).default(''),
  nameEn: z.string().trim().max(100).default(''),
  id: z.string().trim().max(80).default(''),
  definition: z.string().optional(),
  fileName: z.string().max(300).default(''),
});

async function whyNot(a: Acting, id: string, failure: Failure): Promise<string> {
  const words = createTexts(a.language);
  if (failure.kind === 'work-taken') {
    const owner = (await findNames(a.tx, [failure.owner])).get(failure.owner) ?? '';
    return words.taken(id, owner);
  }
  const issues = failure.kind === 'invalid' ? failure.issues.slice(0, 3) : [];
  return `${words.invalid} ${issues.map((issue) => issue.message[a.language]).join(' ')}`;
}

const toEditor = (a: Acting, work: string): Reply =>
  see(link(addresses.edit, { organisation: a.organisation, work }));

async function createFromFile(context: Context, body: z.infer<typeof NewWork>): Promise<Reply> {
  const a = acting(context);
  const words = createTexts(a.language);
  const parsed = parseJsonText(body.definition ?? '');
  const read = readOwn(parsed.ok ? parsed.value : null, words, a);
  const refuse = (text: string): Reply => createPage(context, { problems: new Map([['file', text]]) }, 422);
  if (!read.ok) return refuse(read.message);
  if (!mayMake(context, read.definition.kind)) return refuse(words.notYours);
  const definition = { ...read.definition, id: body.id };
  const created = await createWork(a, { definition, message: words.message(body.fileName) });
  if (created.ok) return toEditor(a, body.id);
  const problems = new Map([['id', await whyNot(a, body.id, created.failure)]]);
  const from = { definition: read.definition, id: body.id, fileName: body.fileName, losses: [] };
  return importedPage(a, from, problems, 409);
}

const createNew = route({
  method: 'POST',
  path: addresses.create.path,
  access: creators,
  body: NewWork,
  handle: async (context, { body }) => {
    const a = acting(context);
    const words = createTexts(a.language);
    if (body.definition !== undefined) return createFromFile(context, body);
    const { kind, name, nameEn } = body;
    const typed = { kind, name, nameEn, id: body.id };
    const template = findBeginning(kind, kindsToMake(context));
    if (name === '' || template === null) {
      const problems = new Map([
        ...(template === null ? [['kind', words.noKind] as const] : []),
        ...(name === '' ? [['name', words.noName] as const] : []),
      ]);
      return createPage(context, { typed, problems }, 422);
    }
    const id = body.id === '' ? idFrom(name, []) : body.id;
    const title = { sv: name, ...(nameEn === '' ? {} : { en: nameEn }) };
    const message = words.started(template.title[a.language]);
    const created = await createWork(a, { definition: template.make({ id, title }), message });
    if (created.ok) return toEditor(a, id);
    const problems = new Map([['id', await whyNot(a, id, created.failure)]]);
    return createPage(context, { typed: { ...typed, id }, problems }, 409);
  },
});

export const createRoutes = [showCreate, readUpload, createNew];
