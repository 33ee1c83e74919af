import {
  getPerson,
  link,
  missing,
  route,
  see,
  type AnyRoute,
  type Context,
} from '../../../../platform/http/index.ts';
import type { Outbound } from '../../../../platform/outbound/index.ts';
import { connections as at } from '../../addresses.ts';
import { secretOf } from '../../connections/webhooks/sign.ts';
import {
  changeWebhook,
  findWebhook,
  markShown,
  removeWebhook,
  renewSecret,
  saveWebhook,
  wakeWebhook,
} from '../../connections/webhooks/store.ts';
import { tell } from '../../connections/webhooks/tell.ts';
import { bothHold, mostWebhooks } from '../../connections/webhooks/webhook.ts';
import { registrars } from '../../everybody/reader.ts';
import { SecretPage } from '../../pages/connections/webhook-pages.tsx';
import { connectionTexts } from '../../texts/connections.ts';
import { frame, readGround } from '../own-ground.ts';
import { Body, changeForm, newForm, readBody, trailTo } from './webhook-form.tsx';
import { showWebhook } from './webhook-view.tsx';

/** What the routes need that no request brings. */
type Given = { readonly key: Uint8Array; readonly outbound: Pick<Outbound, 'check'> };

const showNew = route({
  method: 'GET',
  path: at.newWebhook.path,
  access: registrars,
  handle: (context) => newForm(context, { address: '', kinds: ['usages'] }, {}),
});

const addNew = (given: Given) =>
  route({
    method: 'POST',
    path: at.newWebhook.path,
    access: registrars,
    body: Body,
    handle: async (context, { params: { organisation }, body }) => {
      const words = connectionTexts(context.language);
      const typed = { address: body.adress, kinds: body.om };
      const read = readBody(given.outbound, words, body);
      if (!read.ok) return newForm(context, typed, read.errors);
      const id = context.newId();
      const saved = await saveWebhook(context.tx, organisation, {
        id,
        ...read.asked,
        madeAt: context.now,
        by: getPerson(context).person,
        most: mostWebhooks,
      });
      return saved
        ? see(link(at.webhook, { organisation, webhook: id }, { gjort: 'tillagd' }))
        : newForm(context, typed, { address: words.form.tooMany(mostWebhooks) });
    },
  });

/** The webhook that an address names, with how to come back to it. */
async function openWebhook({ tx }: Context, organisation: string, id: string) {
  const webhook = await findWebhook(tx, organisation, id);
  return webhook === null
    ? null
    : {
        webhook,
        back: (gjort?: string) =>
          see(link(at.webhook, { organisation, webhook: webhook.id }, gjort === undefined ? {} : { gjort })),
      };
}

const showChange = route({
  method: 'GET',
  path: at.changeWebhook.path,
  access: registrars,
  handle: async (context, { params }) => {
    const opened = await openWebhook(context, params.organisation, params.webhook);
    return opened === null ? missing : changeForm(context, opened.webhook.id, opened.webhook, {});
  },
});

const saveChange = (given: Given) =>
  route({
    method: 'POST',
    path: at.changeWebhook.path,
    access: registrars,
    body: Body,
    handle: async (context, { params, body }) => {
      const opened = await openWebhook(context, params.organisation, params.webhook);
      if (opened === null) return missing;
      const { id } = opened.webhook;
      const read = readBody(given.outbound, connectionTexts(context.language), body);
      if (!read.ok) return changeForm(context, id, { address: body.adress, kinds: body.om }, read.errors);
      await changeWebhook(context.tx, params.organisation, { id, ...read.asked });
      return opened.back('sparat');
    },
  });

/** The page itself holds the secret, and nothing else does: asked again, it says that it has been shown. */
const showSecret = ({ key }: Given) =>
  route({
    method: 'POST',
    path: at.showSecret.path,
    access: registrars,
    handle: async (context, { params: { organisation, webhook: id } }) => {
      const opened = await openWebhook(context, organisation, id);
      if (opened === null) return missing;
      const { webhook } = opened;
      if (!(await markShown(context.tx, organisation, webhook))) return opened.back('redan');
      const ground = await readGround(context);
      const words = connectionTexts(context.language);
      const title = words.one.secret.title;
      const host = new URL(webhook.address).host;
      const backTo = link(at.webhook, { organisation, webhook: webhook.id });
      const view = {
        shell: {
          words: ground.words,
          views: ground.views,
          head: {
            title,
            trail: [...trailTo(ground, words), { title: host, to: backTo }, { title }],
          },
        },
        words,
        secret: secretOf(key, { organisation, id: webhook.id, generation: webhook.generation }),
        backTo,
      };
      return { kind: 'page', title, frame, content: <SecretPage {...view} /> };
    },
  });

const renew = route({
  method: 'POST',
  path: at.renewSecret.path,
  access: registrars,
  handle: async (context, { params: { organisation, webhook: id } }) => {
    const opened = await openWebhook(context, organisation, id);
    if (opened === null) return missing;
    const previousUntil = new Date(context.now.getTime() + bothHold);
    await renewSecret(context.tx, organisation, { id: opened.webhook.id, previousUntil });
    return opened.back('ny');
  },
});

const test = route({
  method: 'POST',
  path: at.testWebhook.path,
  access: registrars,
  handle: async (context, { params: { organisation, webhook: id } }) => {
    const opened = await openWebhook(context, organisation, id);
    if (opened === null) return missing;
    // One that rests is sent nothing: its page says so, with the way to wake it.
    if (opened.webhook.restingSince !== null) return opened.back('');
    await tell(
      context.tx,
      organisation,
      { webhook: opened.webhook.id },
      {
        id: context.newId(),
        at: context.now,
        type: 'test',
        data: {},
        fetch: link(at.page, { organisation }),
      },
    );
    return opened.back('prov');
  },
});

const wake = route({
  method: 'POST',
  path: at.wakeWebhook.path,
  access: registrars,
  handle: async (context, { params: { organisation, webhook: id } }) => {
    const opened = await openWebhook(context, organisation, id);
    if (opened === null) return missing;
    await wakeWebhook(context.tx, organisation, opened.webhook.id);
    return opened.back('vackt');
  },
});

const remove = route({
  method: 'POST',
  path: at.removeWebhook.path,
  access: registrars,
  handle: async (context, { params: { organisation, webhook: id } }) => {
    const opened = await openWebhook(context, organisation, id);
    if (opened === null) return missing;
    await removeWebhook(context.tx, organisation, opened.webhook.id);
    return see(link(at.page, { organisation }));
  },
});

/** Webhooks of an organisation, for those who answer for its systems. */
export const webhookRoutes = (given: Given): readonly AnyRoute[] => [
  showNew,
  addNew(given),
  showWebhook,
  showChange,
  saveChange(given),
  showSecret(given),
  renew,
  test,
  wake,
  remove,
];
