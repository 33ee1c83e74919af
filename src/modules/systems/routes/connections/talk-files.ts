import { z } from 'zod';
import { missing, route, type AnyRoute } from '../../../../platform/http/index.ts';
import { isoDay } from '../../../../platform/text/index.ts';
import { everybody as at } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { listBegun, listReceived, perPage as callsPerPage } from '../../everybody/calls/store.ts';
import { namesOf } from '../../everybody/places.ts';
import { productsOf } from '../../everybody/products.ts';
import {
  listQuestions,
  perPage as questionsPerPage,
  type Question,
} from '../../everybody/questions/store.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { headOf } from '../../sheets/heads.ts';
import { sheetReply, type SheetColumn } from '../../sheets/write.ts';
import { connectionTexts } from '../../texts/connections.ts';
import { groundOf } from '../everybody/ground.ts';
import { allPages, fileOf, Format } from './save-as.ts';

type CallLine = {
  readonly from: string;
  readonly title: string;
  readonly text: string;
  readonly day: Date;
  readonly answer: string | null;
};

const calls = route({
  method: 'GET',
  path: fileOf(at.calls),
  access: landscapeAccess,
  query: z.object(Format),
  handle: async (context, { query: { format } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { organisation, words } = ground;
    const received = await allPages(async (page) => ({
      rows: (await listReceived(context.tx, organisation, page)).calls,
      perPage: callsPerPage,
    }));
    const begun = await allPages(async (page) => ({
      rows: (await listBegun(context.tx, organisation, page)).calls,
      perPage: callsPerPage,
    }));
    const name = await namesOf(context.tx, [organisation, ...received.map((call) => call.organisation)]);
    const lines = [
      ...received.map((call): CallLine => ({
        from: name(call.organisation),
        title: call.content.title,
        text: call.content.text,
        day: call.at,
        answer: call.given === null ? null : words.calls.answers[call.given.answer],
      })),
      ...begun.map(({ content, at: day }): CallLine => ({
        from: name(organisation),
        title: content.title,
        text: content.text,
        day,
        answer: null,
      })),
    ];
    const { heads, files } = connectionTexts(ground.language).lists;
    const columns: readonly SheetColumn<CallLine>[] = [
      { id: 'day', title: heads.day, value: ({ day }) => isoDay(day) },
      { id: 'from', title: heads.from, value: ({ from }) => from },
      { id: 'title', title: heads.title, value: ({ title }) => title },
      { id: 'text', title: heads.text, value: ({ text }) => text },
      { id: 'answer', title: heads.answer, value: ({ answer }) => answer },
    ];
    return sheetReply(format, columns, lines, files.calls);
  },
});

const questions = route({
  method: 'GET',
  path: fileOf(at.questions),
  access: landscapeAccess,
  query: z.object(Format),
  handle: async (context, { query: { format } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const rows = await allPages(async (page) => ({
      rows: (await listQuestions(context.tx, ground.organisation, page)).questions,
      perPage: questionsPerPage,
    }));
    const products = productsOf(await readCatalogue(context.tx), ground.reader.taxonomy);
    const name = await namesOf(
      context.tx,
      rows.flatMap(({ organisation, to }) => [organisation, to]),
    );
    const { heads, files } = connectionTexts(ground.language).lists;
    const columns: readonly SheetColumn<Question>[] = [
      { id: 'day', title: heads.day, value: ({ at: day }) => isoDay(day) },
      { id: 'from', title: heads.from, value: ({ organisation }) => name(organisation) },
      { id: 'to', title: heads.to, value: ({ to }) => name(to) },
      {
        id: 'product',
        title: headOf('product', ground.language),
        value: ({ product }) => products.name(products.standing(product)),
      },
      { id: 'text', title: heads.text, value: ({ text }) => text },
      { id: 'answer', title: heads.answer, value: ({ answer }) => answer?.text ?? null },
    ];
    return sheetReply(format, columns, rows, files.questions);
  },
});

/** What organisations say to each other as files. */
export const talkFileRoutes: readonly AnyRoute[] = [calls, questions];
