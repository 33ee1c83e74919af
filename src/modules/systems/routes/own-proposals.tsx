import { z } from 'zod';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { findDefaults } from '../everybody/compare/find.ts';
import type { Default } from '../everybody/compare/defaults.ts';
import { readerOf, registrars } from '../everybody/reader.ts';
import { sayFact } from '../landscape/say.ts';
import type { Row } from '../landscape/row.ts';
import { readFacts } from '../model/read-value.ts';
import { ProposalsPage } from '../pages/own/proposals-page.tsx';
import { wordsOf } from '../texts/fields.ts';
import { changeUsages } from '../usages/actions.ts';
import { doingOf, frame, readGround, trailOf, type Ground } from './own-ground.ts';
import { findOwn } from './own-usage.tsx';

/** What those who resemble us say of the same product, where we say nothing. */
async function proposalsFor({ context }: Ground, row: Row): Promise<readonly Default[]> {
  const reader = await readerOf(context);
  if (reader === null) return [];
  const defaults = await findDefaults(context.tx, reader, row.product.id);
  return defaults.filter(({ field }) => row.facts[field] === undefined);
}

function optionOf({ context, names, words }: Ground, { field, value, said, of }: Default) {
  const { language } = context;
  const { facts } = readFacts({ [field]: value });
  const told = sayFact(field, facts, { language, names }).join(', ');
  return {
    value: field,
    label: `${wordsOf(language, field).name}: ${told}`,
    help: words.proposed.said(said, of),
  };
}

const show = route({
  method: 'GET',
  path: at.proposals.path,
  access: registrars,
  handle: async (context, { params }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    if (row === null) return missing;
    const { words, views } = ground;
    const title = words.proposed.title(row.name);
    const proposals = await proposalsFor(ground, row);
    return {
      kind: 'page',
      title,
      frame,
      content: (
        <ProposalsPage
          shell={{
            words,
            views,
            head: { title, trail: trailOf(ground, title), summary: words.proposed.lede },
          }}
          to={link(at.proposals, params)}
          changeTo={link(at.change, params)}
          proposals={proposals.map((one) => optionOf(ground, one))}
        />
      ),
    };
  },
});

const Fields = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (typeof given === 'string' ? [given] : given));

/** Takes the chosen values as they are proposed now; what has got a value meanwhile keeps it. */
const take = route({
  method: 'POST',
  path: at.proposals.path,
  access: registrars,
  body: z.object({ falt: Fields }),
  handle: async (context, { params, body }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    if (row === null) return missing;
    const chosen = (await proposalsFor(ground, row)).filter(({ field }) => body.falt.includes(field));
    const changes = Object.fromEntries(chosen.map(({ field, value }) => [field, value]));
    const done = await changeUsages(doingOf(context), [{ kind: 'change', id: row.id, changes }]);
    return done.ok ? see(link(at.usage, params, { gjort: 'sparat' })) : missing;
  },
});

export const proposalRoutes = [show, take] as const;
