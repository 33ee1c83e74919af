import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import {
  getOrganisation,
  link,
  missing,
  route,
  see,
  type Context,
  type Page,
} from '../../../platform/http/index.ts';
import { Button, ButtonLink, EmptyState, Form } from '../../../ui/index.ts';
import { findNames } from '../../organisations/index.ts';
import { applyUpdate } from '../actions/apply-update.ts';
import { listOwnChanges } from '../actions/contribute.ts';
import { findVariant } from '../actions/read.ts';
import { answerConflict, declineChange, prepareUpdate, undoAnswer, undoDecline } from '../actions/update.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { Key } from '../model/input.ts';
import { getKind } from '../model/kind.ts';
import type { Outcome } from '../model/failure.ts';
import type { Answer, Tile, UpdateView } from '../model/update.ts';
import { nothingTold, pagesOf, partPage, windowOf } from '../model/update-window.ts';
import type { Variant } from '../model/work.ts';
import { UpdateDonePage } from '../pages/update/done-page.tsx';
import { anchorOf } from '../pages/update/part.tsx';
import { onPage, UpdatePage } from '../pages/update/update-page.tsx';
import { updateTexts } from '../texts/update.ts';
import { frame } from './access.ts';
import { becoming, showUpdatePreview } from './update-preview.tsx';

/** Path of a part of the work; empty for the work itself. */
const part = z.string().max(2000);

function upToDatePage(context: Context, variant: Variant): Page {
  const words = updateTexts(context.language);
  const title = words.upToDate(pickText(variant.title, context.language));
  const at = { organisation: variant.organisation, work: variant.work };
  return {
    kind: 'page',
    title,
    frame,
    content: (
      <EmptyState
        title={title}
        actions={<ButtonLink to={link(addresses.variant, at)}>{words.back}</ButtonLink>}
      >
        <p>{words.upToDateWhat}</p>
      </EmptyState>
    ),
  };
}

/** A version that brings nothing that is not here already, such as one made of our own contribution. */
function nothingNewPage(
  context: Context,
  variant: Variant,
  version: { readonly owner: string; readonly number: number },
): Page {
  const words = updateTexts(context.language);
  const at = { organisation: variant.organisation, work: variant.work };
  return {
    kind: 'page',
    title: words.nothingNew(version),
    frame,
    content: (
      <EmptyState
        title={words.nothingNew(version)}
        actions={
          <Form action={link(addresses.updateApply, at)} class="k-form-inline">
            <Button>{words.apply(version)}</Button>
          </Form>
        }
      >
        <p>{words.nothingNewWhat}</p>
      </EmptyState>
    ),
  };
}

const showUpdate = route({
  method: 'GET',
  path: addresses.update.path,
  access: designers,
  query: z.object({
    del: z.string().optional(),
    sida: z.coerce.number().int().positive().catch(1),
    tidigt: z.string().optional(),
    tom: z.string().optional(),
  }),
  handle: async (context, { params: { work }, query }) => {
    const a = acting(context);
    const variant = await findVariant(a, work);
    const asked = { part: query.del, page: query.sida };
    const prepared = await prepareUpdate(a, { work, window: windowOf(asked) });
    if (variant === null) return missing;
    if (!prepared.ok) return upToDatePage(context, variant);
    const update = prepared.value;
    const place = partPage(update.tiles, asked);
    const part = place === null ? undefined : onPage(update, place);
    const names = await findNames(a.tx, [a.organisation, update.from.organisation]);
    const owner = names.get(update.from.organisation) ?? update.from.organisation;
    const version = { owner, number: update.to.number };
    if (part === undefined) return nothingNewPage(context, variant, version);
    const { preview } = getKind(variant.kind);
    const title = pickText(variant.title, a.language);
    const name = names.get(a.organisation) ?? a.organisation;
    return {
      kind: 'page',
      title: updateTexts(a.language).title(title, version, name),
      frame,
      content: (
        <UpdatePage
          view={{
            organisation: a.organisation,
            name,
            ownerName: owner,
            title,
            update,
            part,
            page: place?.page ?? 1,
            pages: place?.pages ?? 1,
            current: part.conflicts.find((one) => one.answer === null)?.id ?? null,
            running: variant.running?.number ?? null,
            early: query.tidigt !== undefined,
            emptyText: query.tom !== undefined,
            canPreview: preview !== undefined,
            canPreviewPart: preview?.({ ...becoming(update, a.language), part: part.path }) != null,
            language: a.language,
          }}
        />
      ),
    };
  },
});

/** Back to the same part and the next thing to choose, or to where the change stood. */
function backTo(
  context: Context,
  { work, part, id }: { work: string; part: string; id: string },
  { tiles, next }: { readonly tiles: readonly Tile[]; readonly next: boolean },
) {
  const at = { organisation: getOrganisation(context), work };
  const open = next ? tiles.find((one) => one.part === part && one.state === 'choose') : undefined;
  const to = open?.id ?? id;
  const page = pagesOf(tiles).get(to) ?? 1;
  const query = page === 1 ? { del: part } : { del: part, sida: String(page) };
  return see(`${link(addresses.update, at, query)}#${anchorOf(to)}`);
}

const tilesOf = (outcome: Outcome<UpdateView>): readonly Tile[] => (outcome.ok ? outcome.value.tiles : []);

const AnswerForm = z
  .object({
    conflict: Key,
    del: part,
    answer: z.enum(['suggestion', 'own', 'ours', 'theirs']),
    text: z.string().max(20_000).optional(),
  })
  .transform(({ conflict, del, answer, text }) => {
    const given: Answer = answer === 'own' ? { take: 'own', value: (text ?? '').trim() } : { take: answer };
    return { conflict, part: del, answer: given };
  });

const answerUpdate = route({
  method: 'POST',
  path: addresses.updateAnswer.path,
  access: designers,
  body: AnswerForm,
  handle: async (context, { params: { work }, body }) => {
    // A text of one's own has words in it; without them nothing is answered.
    if (body.answer.take === 'own' && body.answer.value === '') {
      return see(
        `${link(addresses.update, { organisation: getOrganisation(context), work }, { del: body.part, tom: 'ja' })}#${anchorOf(body.conflict)}`,
      );
    }
    const of = { work, id: body.conflict, answer: body.answer, window: nothingTold };
    const answered = await answerConflict(acting(context), of);
    return backTo(
      context,
      { work, part: body.part, id: body.conflict },
      { tiles: tilesOf(answered), next: true },
    );
  },
});

const declineUpdate = route({
  method: 'POST',
  path: addresses.updateDecline.path,
  access: designers,
  body: z.object({ change: Key, del: part, reason: z.string().trim().min(1).max(300) }),
  handle: async (context, { params: { work }, body }) => {
    const of = { work, id: body.change, reason: body.reason, window: nothingTold };
    const tiles = tilesOf(await declineChange(acting(context), of));
    return backTo(context, { work, part: body.del, id: body.change }, { tiles, next: false });
  },
});

const undoInUpdate = route({
  method: 'POST',
  path: addresses.updateUndo.path,
  access: designers,
  body: z.object({ del: part, conflict: Key.optional(), change: Key.optional() }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    const { conflict, change } = body;
    const answered =
      conflict === undefined ? null : await undoAnswer(a, { work, id: conflict, window: nothingTold });
    const declined =
      change === undefined ? null : await undoDecline(a, { work, id: change, window: nothingTold });
    const undone = declined ?? answered;
    return backTo(
      context,
      { work, part: body.del, id: conflict ?? change ?? '' },
      { tiles: undone === null ? [] : tilesOf(undone), next: false },
    );
  },
});

const takeUpdate = route({
  method: 'POST',
  path: addresses.updateApply.path,
  access: designers,
  handle: async (context, { params: { work } }) => {
    const applied = await applyUpdate(acting(context), { work });
    const at = { organisation: getOrganisation(context), work };
    if (applied.ok) return see(link(addresses.updateDone, at));
    if (applied.failure.kind === 'unanswered') {
      return see(`${link(addresses.update, at, { tidigt: 'ja' })}#${anchorOf(applied.failure.first)}`);
    }
    return see(link(addresses.update, at));
  },
});

const showUpdateDone = route({
  method: 'GET',
  path: addresses.updateDone.path,
  access: designers,
  handle: async (context, { params: { work } }) => {
    const a = acting(context);
    const variant = await findVariant(a, work);
    if (variant?.base == null) return missing;
    const names = await findNames(a.tx, [a.organisation, variant.base.organisation]);
    const name = names.get(a.organisation) ?? a.organisation;
    const ownerName = names.get(variant.base.organisation) ?? variant.base.organisation;
    const own = await listOwnChanges(a, work);
    const inUse = variant.running?.versionId === variant.head.versionId;
    return {
      kind: 'page',
      title: updateTexts(a.language).done({ owner: ownerName, number: variant.base.number }, name),
      frame,
      content: (
        <UpdateDonePage
          view={{
            organisation: a.organisation,
            name,
            ownerName,
            work,
            number: variant.base.number,
            own: variant.head.number,
            inUse,
            hasOwn: own.length > 0,
            language: a.language,
          }}
        />
      ),
    };
  },
});

export const updateRoutes = [
  showUpdate,
  answerUpdate,
  declineUpdate,
  undoInUpdate,
  takeUpdate,
  showUpdatePreview,
  showUpdateDone,
];
