import type { Context } from '../../../platform/http/index.ts';
import { link } from '../../../platform/http/index.ts';
import { formatTime } from '../../../platform/text/index.ts';
import type { Answers, WayPage } from '../definition/index.ts';
import { pageOf, presentAnswers, rawPage, readPage, textOf, walk } from '../definition/index.ts';
import type { PageRecord, Typed } from '../drafts/content.ts';
import { valuesOf } from '../drafts/form.ts';
import type { Opened } from '../drafts/open-draft.ts';
import { filesAmong } from '../drafts/uploads.ts';
import type { StaleRow, StaleView } from '../pages/stale-page.tsx';
import { situationOf } from '../running.ts';
import { at } from './addresses.ts';
import { stepFrame } from './wayfinding.ts';

type Waiting = { readonly page: WayPage; readonly pending: NonNullable<PageRecord['pending']> };

/** One side of the page, question by question, in words. What cannot be read stands as it was typed. */
type Told = ReadonlyMap<string, { readonly label: string; readonly value: string }>;

function toldOf(ctx: Context, opened: Opened, page: WayPage, typed: Typed): Told {
  const { definition } = opened.service;
  const situation = situationOf(ctx, opened.service);
  const { form, files } = typed;
  const { answers } = opened.draft.content;
  const reading = readPage({ service: definition, page: page.page.id, form, files, answers, situation });
  const all: Answers = { ...answers, ...reading.answers };
  const fields = pageOf(walk(definition, all, situation), page.page.id)?.fields ?? page.fields;
  const labels = new Map(
    fields
      .flatMap((part) => [part, ...part.rows.flatMap((row) => row.fields)])
      .map(({ input, field }) => [input, textOf(field.label, ctx.language)]),
  );
  const read = presentAnswers(definition, all, { language: ctx.language, situation })
    .flatMap((section) => section.rows)
    .filter((row) => labels.has(row.id))
    .map(({ id, label, value }): [string, { label: string; value: string }] => [id, { label, value }]);
  const unread = (reading.ok ? [] : reading.issues).flatMap(
    ({ input }): [string, { label: string; value: string }][] => {
      const value = valuesOf(form, input).join(', ');
      return value === '' ? [] : [[input, { label: labels.get(input) ?? '', value }]];
    },
  );
  return new Map([...read, ...unread]);
}

/** Both sides of a page that two windows sent: the questions whose answers differ. */
export function staleView(ctx: Context, opened: Opened, { page, pending }: Waiting): StaleView {
  const { draft } = opened;
  const { id } = page.page;
  const record = draft.content.pages[id];
  const standing: Typed = record?.typed ?? {
    form: rawPage(page.page, draft.content.answers, ctx.language),
    files: filesAmong(page.fields),
    unsafe: [],
  };
  const saved = toldOf(ctx, opened, page, standing);
  const sent = toldOf(ctx, opened, page, pending);
  const rows = [...new Set([...saved.keys(), ...sent.keys()])].flatMap((key): readonly StaleRow[] => {
    const a = saved.get(key);
    const b = sent.get(key);
    if (a?.value === b?.value) return [];
    return [{ id: key, question: (a ?? b)?.label ?? '', saved: a?.value ?? '', sent: b?.value ?? '' }];
  });
  const savedAt = record === undefined ? draft.savedAt : new Date(record.at);
  return {
    ...stepFrame(ctx, opened, id),
    at: formatTime(savedAt, ctx.language),
    rows,
    action: link(at.settle, { organisation: draft.organisation, draft: opened.key, page: id }),
  };
}
