import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation } from '../../../platform/http/index.ts';
import type { Service } from '../running.ts';
import { getPinnedService, situationOf } from '../running.ts';
import type { Draft, OpenDraft } from './draft.ts';
import { isKept, openPart } from './draft.ts';
import type { DraftKey } from './draft-key.ts';
import { opens, readDraftKey, writeDraftKey } from './draft-key.ts';
import type { Progress } from './progress.ts';
import { progressOf } from './progress.ts';
import { findDraft, lockDraft } from './store.ts';

/** A draft that the requester may use, with the service that it began in. */
export type Opened = {
  /** How addresses name the draft. */
  readonly key: string;
  readonly draft: OpenDraft;
  readonly service: Service;
  readonly progress: Progress;
};

export type Opening =
  | ({ readonly kind: 'open' } & Opened)
  | { readonly kind: 'submitted'; readonly key: string; readonly draft: Draft; readonly service: Service }
  /** Only a person who has signed in can have such a draft; says nothing of whether it is there. */
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'missing' };

function belongs(ctx: Context, key: DraftKey, draft: Draft): boolean {
  switch (draft.holder.kind) {
    case 'person':
      return ctx.actor.kind === 'person' && ctx.actor.person === draft.holder.person;
    case 'bearer':
      return key.kind === 'bearer' && opens(key.secret, draft.holder.secretHash);
  }
}

/**
 * The draft that an address names, if the requester may use it: their own, or one whose secret they hold.
 * What is another's, past its day or not there gets one and the same answer. `lock` holds the row for a
 * change until the transaction ends.
 */
export async function openDraft(ctx: Context, part: string, intent: 'read' | 'lock'): Promise<Opening> {
  const key = readDraftKey(part);
  if (key === null) return { kind: 'missing' };
  if (key.kind === 'personal' && ctx.actor.kind === 'anonymous') return { kind: 'sign-in' };
  const find = intent === 'lock' ? lockDraft : findDraft;
  const draft = await find(ctx.tx, getOrganisation(ctx), key.id);
  if (draft === null || !isKept(draft, ctx.now) || !belongs(ctx, key, draft)) return { kind: 'missing' };
  const service = await getPinnedService(ctx, draft.work, draft.pin);
  const open = openPart(draft);
  const written = writeDraftKey(key);
  if (open === null) return { kind: 'submitted', key: written, draft, service };
  const progress = progressOf(service.definition, open.content, situationOf(ctx, service));
  return { kind: 'open', key: written, draft: open, service, progress };
}

/** Whether files sent to a draft will be used: it is there, it is open, and it is the sender's. */
export const usesFiles = async (ctx: Context, { draft }: { readonly draft: string }): Promise<boolean> =>
  (await openDraft(ctx, draft, 'read')).kind === 'open';
