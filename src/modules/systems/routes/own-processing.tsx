import { z } from 'zod';
import { getOrganisation, link, route, type Context } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.ts';
import { findOrganisation, findProfile } from '../../organisations/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess } from '../everybody/reader.ts';
import { processingRecord, recordFields, type ProcessingRecord } from '../landscape/processing.ts';
import { ownRows, type Row } from '../landscape/row.ts';
import type { FieldId } from '../model/fields.ts';
import { ProcessingPage, type ProcessingEntry, type ProcessingView } from '../pages/own/processing-page.tsx';
import { sheetFormats, sheetReply, type SheetColumn } from '../sheets/write.ts';
import { wordsOf } from '../texts/fields.ts';
import { frame, navOf, pageOf, readGround, usageTo, type Ground } from './own-ground.ts';
import { inWords } from './own-inputs.ts';
import { countingIn } from '../texts/counting.ts';

type Entry = ProcessingRecord['entries'][number];

const nameOf = ({ context }: Ground, id: FieldId): string => wordsOf(context.language, id).name;

/** Where in the regulation each is asked for. */
const pointOf = ({ views }: Ground, point: string): string => views.processing.article(point);

/** K, R and T of Klassa: a general description of the measures, article 30.1 g. */
function securityOf({ views }: Ground, { facts }: Row): string {
  const said = [facts.confidentiality, facts.integrity, facts.availability].map(
    (one) => one?.toString() ?? '?',
  );
  const [k = '?', r = '?', t = '?'] = said;
  return said.every((one) => one === '?') ? '' : views.processing.securityClass(k, r, t);
}

type Line = {
  readonly term: string;
  readonly value: string;
  readonly source: string;
  readonly missing: boolean;
};

/** What the record says of one processing, in the article's order. What need not be said and is not known is left out. */
function linesOf(ground: Ground, { row, missing }: Entry): readonly Line[] {
  const said = recordFields.map(({ id, point }) => ({
    term: nameOf(ground, id),
    value: inWords(ground, id, row.facts).join(', '),
    source: pointOf(ground, point),
    missing: missing.some((one) => one === id),
  }));
  const security = {
    term: ground.views.processing.security,
    value: securityOf(ground, row),
    source: pointOf(ground, '30.1 g'),
    missing: false,
  };
  return [...said, security].filter(({ value, missing: lacks }) => value !== '' || lacks);
}

type Controller = { readonly name: string; readonly contact: string };

async function controllerOf({ tx }: Context, organisation: string): Promise<Controller> {
  const found = await findOrganisation(tx, organisation);
  const { email, phone } = await findProfile(tx, organisation);
  return {
    name: found?.publicName ?? organisation,
    contact: [email, phone].filter((one) => one !== null).join(', '),
  };
}

function entryView(ground: Ground, entry: Entry): ProcessingEntry {
  const { organisation, canChange } = ground;
  const { row } = entry;
  return {
    id: row.id,
    name: row.name,
    to: usageTo(ground, row.id),
    changeTo: canChange ? link(at.change, { organisation, usage: row.id }, { del: 'personal-data' }) : null,
    facts: linesOf(ground, entry),
  };
}

const mostUnanswered = 30;

function unansweredView(ground: Ground, { unanswered }: ProcessingRecord): ProcessingView['unanswered'] {
  const { organisation, canChange, views } = ground;
  if (unanswered.length === 0) return null;
  return {
    text: views.processing.unansweredText(unanswered.length),
    rows: unanswered.slice(0, mostUnanswered).map(({ id, name }) => ({
      id,
      name,
      to: canChange
        ? `${link(at.change, { organisation, usage: id }, { del: 'personal-data' })}#personalData`
        : usageTo(ground, id),
    })),
  };
}

const showProcessing = route({
  method: 'GET',
  path: at.processing.path,
  access: landscapeAccess,
  query: z.object({ sida: z.coerce.number().int().min(1).max(1000).catch(1) }),
  handle: async (context, { query: { sida } }) => {
    const ground = await readGround(context);
    const { words, views, organisation, landscape } = ground;
    const record = processingRecord(ownRows(landscape));
    const { name, contact } = await controllerOf(context, organisation);
    const { rows, pages } = pageOf(record.entries, sida);
    const { processing } = views;
    const view: ProcessingView = {
      shell: {
        words,
        views,
        nav: navOf(ground, 'processing'),
        head: { title: processing.title, summary: processing.lede },
        example: rows.some(({ row }) => row.example),
      },
      controller: [
        { term: processing.name, value: name },
        { term: processing.contact, value: contact === '' ? processing.noContact : contact },
      ],
      entries: rows.map((entry) => entryView(ground, entry)),
      count: countingIn(context.language).digits(record.entries.length),
      unanswered: unansweredView(ground, record),
      files: [
        { title: processing.pdf, to: link(at.processingPdf, { organisation }) },
        { title: processing.csv, to: link(at.processingSheet, { organisation }, { format: 'xlsx' }) },
        { title: 'CSV', to: link(at.processingSheet, { organisation }, { format: 'csv' }) },
      ],
      page: sida,
      pages,
      pageTo: (page) => link(at.processing, { organisation }, { sida: page }),
    };
    return { kind: 'page', title: processing.title, frame, content: <ProcessingPage {...view} /> };
  },
});

function documentOf(ground: Ground, record: ProcessingRecord, { name, contact }: Controller): PdfDocument {
  const { views, context } = ground;
  const { processing } = views;
  const blocks = record.entries.flatMap((entry): readonly PdfBlock[] => [
    { kind: 'heading', level: 1, text: entry.row.name },
    {
      kind: 'facts',
      rows: linesOf(ground, entry).map(({ term, value, source, missing }) => ({
        term: `${term} (${source})`,
        value: missing ? processing.missing : value,
      })),
    },
  ]);
  return {
    title: processing.title,
    language: context.language,
    sender: name,
    foot: processing.foot(name),
    date: context.now,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { term: processing.controller, value: name },
          { term: processing.contact, value: contact === '' ? processing.noContact : contact },
        ],
      },
      {
        kind: 'paragraph',
        text: `${processing.made(formatDate(context.now, context.language))}. ${processing.count(record.entries.length)}.`,
      },
      ...(record.unanswered.length === 0
        ? []
        : [{ kind: 'paragraph', text: processing.unansweredText(record.unanswered.length) } as const]),
      ...blocks,
    ],
  };
}

const getPdf = route({
  method: 'GET',
  path: at.processingPdf.path,
  access: landscapeAccess,
  handle: async (context) => {
    const ground = await readGround(context);
    const record = processingRecord(ownRows(ground.landscape));
    const controller = await controllerOf(context, getOrganisation(context));
    const { processing } = ground.views;
    const made = await context.pdf.renderInTurn(documentOf(ground, record, controller));
    if (!made.ok) {
      return {
        kind: 'page',
        status: 503,
        title: processing.title,
        frame,
        content: <p>{processing.busy}</p>,
      };
    }
    return { kind: 'file', name: `${processing.file}.pdf`, type: 'application/pdf', bytes: made.value };
  },
});

function columnsOf(ground: Ground): readonly SheetColumn<Row>[] {
  const { processing } = ground.views;
  return [
    { id: 'system', title: processing.system, value: ({ name }) => name },
    { id: 'supplier', title: ground.views.supplier, value: ({ supplier }) => supplier?.name ?? null },
    ...recordFields.map(({ id, point }) => ({
      id,
      title: `${nameOf(ground, id)} (${pointOf(ground, point)})`,
      value: ({ facts }: Row) => [...inWords(ground, id, facts)],
    })),
    {
      id: 'security',
      title: `${processing.security} (${pointOf(ground, '30.1 g')})`,
      value: (row) => securityOf(ground, row),
    },
  ];
}

const getSheet = route({
  method: 'GET',
  path: at.processingSheet.path,
  access: landscapeAccess,
  query: z.object({ format: z.enum(sheetFormats).catch('xlsx') }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { entries } = processingRecord(ownRows(ground.landscape));
    const rows = entries.map(({ row }) => row);
    return sheetReply(query.format, columnsOf(ground), rows, ground.views.processing.file);
  },
});

export const processingRoutes = [showProcessing, getPdf, getSheet] as const;
