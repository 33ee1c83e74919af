import type { JsonObject } from '../../../../kernel/index.ts';
import type { Context } from '../../../../platform/http/index.ts';
import { acting, editDraft, type Command } from '../../../commons/index.ts';
import type { Area } from '../../media/picture/area.ts';
import { changePicture, type Change } from '../../media/picture/change.ts';
import { mediaOf } from '../../media/store.ts';
import type { PictureTexts } from '../../texts/picture.ts';
import { before, type Worked } from '../draft.ts';
import { findPicture, type PictureBlock } from './block.ts';
import { addMark, moveMarks, putPicture, removeMark, takeBack } from './commands.ts';

/** What a button of the page stands for. */
export type PictureAct =
  | { readonly kind: Change; readonly area: Area }
  | { readonly kind: 'mark'; readonly area: Area; readonly label: JsonObject }
  | { readonly kind: 'remove'; readonly mark: string }
  | { readonly kind: 'back'; readonly media: string };

export type PictureProblem = keyof PictureTexts['problems'];

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: PictureProblem };
type Planned =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly problem: PictureProblem };

type Here = { readonly worked: Worked; readonly block: PictureBlock; readonly revision: number | null };

const mostMarks = 20;
const plan = (commands: readonly Command[]): Planned => ({ ok: true, commands });
const refuse = (problem: PictureProblem): { readonly ok: false; readonly problem: PictureProblem } => ({
  ok: false,
  problem,
});

/** Does it to the draft, which was at `revision` when the page was made. */
export async function actOnPicture(context: Context, here: Here, act: PictureAct): Promise<Outcome> {
  const planned = await planAct(context, here, act);
  if (!planned.ok) return planned;
  const { worked, revision } = here;
  if (revision !== worked.revision) return refuse('stale');
  const saved = await editDraft(acting(context), { work: worked.work, revision, commands: planned.commands });
  if (saved.ok) return { ok: true };
  const { kind } = saved.failure;
  if (kind === 'stale' || kind === 'no-draft') return refuse('stale');
  return refuse(kind === 'not-allowed' ? 'locked' : 'refused');
}

async function planAct(context: Context, here: Here, act: PictureAct): Promise<Planned> {
  const { worked, block } = here;
  switch (act.kind) {
    case 'crop':
    case 'blur':
      return changed(context, block, act);
    case 'mark':
      return block.marks.length >= mostMarks ? refuse('marks') : plan(addMark(block, worked.definition, act));
    case 'remove':
      return plan(removeMark(block, act.mark));
    case 'back':
      for await (const definition of before(acting(context), worked)) {
        const earlier = findPicture(definition, block.id);
        if (earlier?.media === act.media) return plan(takeBack(block, earlier));
      }
      return refuse('stale');
  }
}

type Changing = { readonly kind: Change; readonly area: Area };

async function changed(context: Context, block: PictureBlock, { kind, area }: Changing): Promise<Planned> {
  const store = mediaOf(context);
  const bytes = await store.find(block.media);
  if (bytes === null) return refuse('damaged');
  const picture = await changePicture(bytes, kind, area).catch(() => null);
  if (picture === null) return refuse('damaged');
  const { width, height } = picture;
  const kept = { hash: await store.keep(picture.bytes), width, height };
  return plan([...putPicture(block, kept), ...(kind === 'crop' ? moveMarks(block, area) : [])]);
}
