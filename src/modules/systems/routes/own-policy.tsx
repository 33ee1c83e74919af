import { z } from 'zod';
import { link, route, see } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess, registrars } from '../everybody/reader.ts';
import { fieldsIn } from '../landscape/say.ts';
import { Body } from '../landscape/typed.ts';
import { groups, type Audience, type Group } from '../model/field.ts';
import { fieldIds, fieldOf, type FieldId } from '../model/fields.ts';
import { audienceOf, audiencesFor, type Policy } from '../model/shown.ts';
import { PolicyPage, type PolicyGroup } from '../pages/own/policy-page.tsx';
import { groupWords, wordsOf } from '../texts/fields.ts';
import { changePolicy } from '../usages/policy.ts';
import { findPolicy } from '../usages/store.ts';
import { frame, navOf, readGround, type Ground } from './own-ground.ts';
import { shownTo } from './own-usage-view.ts';

function groupOf(ground: Ground, group: Group, policy: Policy): PolicyGroup {
  const { words, context } = ground;
  const { language } = context;
  const ids = fieldsIn(group);
  const [first] = ids;
  return {
    id: group,
    title: groupWords(language)[group],
    summary: shownTo(ground, policy, ids),
    ceiling: first === undefined ? '' : words.policy.ceilings[fieldOf(first).ceiling],
    fields: ids.map((id) => {
      const allowed = audiencesFor(id);
      const { name, hint } = wordsOf(language, id);
      const standard = fieldOf(id).audience;
      return {
        id,
        name,
        hint: words.policy.choice[audienceOf(policy, id)],
        chosen: audienceOf(policy, id),
        options:
          allowed.length === 1
            ? []
            : allowed.map((one) => ({
                value: one,
                label:
                  one === standard
                    ? `${words.policy.choice[one]} (${words.policy.standard.toLowerCase()})`
                    : words.policy.choice[one],
                help: hint,
              })),
      };
    }),
  };
}

const showPolicy = route({
  method: 'GET',
  path: at.policy.path,
  access: landscapeAccess,
  query: z.object({ gjort: z.string().max(20).default('') }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const { words, organisation } = ground;
    const policy = await findPolicy(context.tx, organisation);
    const view = {
      shell: {
        words,
        views: ground.views,
        nav: navOf(ground, 'policy'),
        head: { title: words.policy.title, summary: words.policy.lede },
        ...(query.gjort === 'sparat' ? { saved: { text: words.policy.saved } } : {}),
      },
      to: link(at.policy, { organisation }),
      groups: groups.map((group) => groupOf(ground, group, policy)),
      canChange: ground.canChange,
    };
    return { kind: 'page', title: words.policy.title, frame, content: <PolicyPage {...view} /> };
  },
});

/** What was chosen, where it is allowed and not what would hold anyway. */
function policyOf(body: Body, before: Policy): Policy {
  const chosen = fieldIds.flatMap((id): readonly (readonly [FieldId, Audience])[] => {
    const given = body[id];
    const wanted = audiencesFor(id).find((one) => one === given) ?? audienceOf(before, id);
    return wanted === fieldOf(id).audience ? [] : [[id, wanted]];
  });
  return Object.fromEntries(chosen);
}

const savePolicy = route({
  method: 'POST',
  path: at.policy.path,
  access: registrars,
  body: Body,
  handle: async (context, { params: { organisation }, body }) => {
    const before = await findPolicy(context.tx, organisation);
    const policy = body['vanligt'] === 'ja' ? {} : policyOf(body, before);
    await changePolicy(context.tx, organisation, { policy, at: context.now });
    return see(link(at.policy, { organisation }, { gjort: 'sparat' }));
  },
});

export const policyRoutes = [showPolicy, savePolicy] as const;
