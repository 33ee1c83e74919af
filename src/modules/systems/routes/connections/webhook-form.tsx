import { z } from 'zod';
import { getOrganisation, link, type Context, type Reply } from '../../../../platform/http/index.ts';
import type { AddressFault, Outbound } from '../../../../platform/outbound/index.ts';
import { connections as at } from '../../addresses.ts';
import { kinds, type Kind } from '../../connections/webhooks/webhook.ts';
import { WebhookFormPage } from '../../pages/connections/webhook-pages.tsx';
import { connectionTexts, type ConnectionTexts } from '../../texts/connections.ts';
import { frame, readGround, trailOf, type Ground } from '../own-ground.ts';

export const Body = z.object({
  adress: z.string().trim().max(2000).default(''),
  om: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});
type Body = z.infer<typeof Body>;

type Asked = { readonly address: string; readonly kinds: readonly Kind[] };
type Errors = { readonly address?: string; readonly kinds?: string };

type Read = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly errors: Errors };

const sayFault = ({ form }: ConnectionTexts, fault: AddressFault): string => form.faults[fault];

/** What was sent, or what is wrong with it. */
export function readBody(
  outbound: Pick<Outbound, 'check'>,
  words: ConnectionTexts,
  { adress: address, om }: Body,
): Read {
  const fault = outbound.check(address);
  const chosen = kinds.filter((kind) => om.includes(kind));
  const errors = {
    ...(fault === null ? {} : { address: sayFault(words, fault) }),
    ...(chosen.length === 0 ? { kinds: words.form.kindsMissing } : {}),
  };
  return Object.keys(errors).length === 0
    ? { ok: true, asked: { address: new URL(address).href, kinds: chosen } }
    : { ok: false, errors };
}

export type Typed = { readonly address: string; readonly kinds: readonly string[] };

async function formPage(
  context: Context,
  shown: {
    readonly title: string;
    readonly to: string;
    readonly button: string;
    readonly typed: Typed;
    readonly errors: Errors;
  },
): Promise<Reply> {
  const ground = await readGround(context);
  const words = connectionTexts(context.language);
  const { title, to, button, typed, errors } = shown;
  const problems = [
    ...(errors.address === undefined ? [] : [{ field: 'adress', message: errors.address }]),
    ...(errors.kinds === undefined ? [] : [{ field: 'om', message: errors.kinds }]),
  ];
  const view = {
    shell: {
      words: ground.words,
      views: ground.views,
      head: { title, trail: trailTo(ground, words, title) },
      problems,
    },
    words,
    to,
    address: typed.address,
    kinds: kinds.map((kind) => ({
      value: kind,
      label: words.kinds[kind].name,
      help: words.kinds[kind].help,
    })),
    chosen: typed.kinds,
    errors,
    button,
  };
  const failed = problems.length > 0;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title,
    frame,
    content: <WebhookFormPage {...view} />,
  };
}

export const trailTo = (ground: Ground, words: ConnectionTexts, ...last: readonly string[]) => [
  ...trailOf(ground).slice(0, 1),
  { title: words.title, to: link(at.page, { organisation: ground.organisation }) },
  ...last.map((title) => ({ title })),
];

export const newForm = (context: Context, typed: Typed, errors: Errors): Promise<Reply> => {
  const { form } = connectionTexts(context.language);
  const to = link(at.newWebhook, { organisation: getOrganisation(context) });
  return formPage(context, { title: form.newTitle, to, button: form.add, typed, errors });
};

export const changeForm = (
  context: Context,
  webhook: string,
  typed: Typed,
  errors: Errors,
): Promise<Reply> => {
  const { form } = connectionTexts(context.language);
  const to = link(at.changeWebhook, { organisation: getOrganisation(context), webhook });
  return formPage(context, { title: form.title, to, button: form.save, typed, errors });
};
