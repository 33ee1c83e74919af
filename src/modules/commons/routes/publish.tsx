import { z } from 'zod';
import { parametersOf, pickText } from '../../../kernel/index.ts';
import { link, missing, route, see, type Page } from '../../../platform/http/index.ts';
import { findNames, networksOf } from '../../organisations/index.ts';
import { forecast } from '../actions/fleet.ts';
import { findPublication } from '../actions/library.ts';
import { findTerms } from '../actions/ancestry.ts';
import { publish } from '../actions/publish.ts';
import { findDefinition, findVariant } from '../actions/read.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { describeDifferences } from '../model/described.ts';
import type { Forecast } from '../model/fleet.ts';
import { getKind } from '../model/kind.ts';
import type { Licence, Publication, Variant } from '../model/work.ts';
import { PublishPage, type PublishView } from '../pages/share/publish-page.tsx';
import { readerFor } from '../reader.ts';
import { findVersion } from '../store/versions.ts';
import { shareTexts } from '../texts/share.ts';
import { frame } from './access.ts';
import { readPublishing, startForm, typedForm } from '../pages/share/publish-form.ts';

const nobody: Forecast = { rows: [], unknown: [] };

async function lastOf(a: Acting, { work, published }: Variant): Promise<Publication | null> {
  if (published === null) return null;
  const { organisation } = a;
  return findPublication(a.tx, await readerFor(a), { work, organisation, number: published });
}

/** The licence that comes with what the newest version builds on, where it leaves no choice. */
async function boundOf(a: Acting, { work, head }: Variant): Promise<Licence | null> {
  const version = await findVersion(a.tx, a.organisation, { work, number: head.number });
  const licence = version === null ? null : (await findTerms(a, { work, version })).licence;
  return licence === 'CC0-1.0' ? null : licence;
}

async function gather(a: Acting, work: string): Promise<PublishView | null> {
  const variant = await findVariant(a, work);
  const definition = await findDefinition(a, work, 'head');
  if (variant === null || definition === null) return null;
  const kind = getKind(variant.kind);
  const last = await lastOf(a, variant);
  const bound = await boundOf(a, variant);
  const meeting = await forecast(a, { work, source: 'head' });
  const effects = meeting.ok ? meeting.value : nobody;
  const parts = { kind, language: a.language };
  const sentences =
    last === null
      ? []
      : describeDifferences(last.definition, definition, parts).map(({ sentence }) => sentence);
  return {
    organisation: a.organisation,
    work,
    title: pickText(variant.title, a.language),
    number: variant.head.number,
    next: (variant.published ?? 0) + 1,
    hasDraft: variant.draft !== null,
    already: last?.versionId === variant.head.versionId && last.recalled === null,
    errors: kind.validate(definition).filter((issue) => issue.severity === 'error'),
    changes: last === null ? null : { since: last.number, sentences },
    forecast: effects,
    names: await findNames(a.tx, [...effects.rows.map((row) => row.organisation), ...effects.unknown]),
    networks: await networksOf(a.tx, a.organisation),
    parameters: parametersOf(definition),
    bound,
    form: { ...startForm(last), ...(bound === null ? {} : { licence: bound }) },
    problems: new Map(),
    message: null,
    language: a.language,
  };
}

const page = (view: PublishView, status = 200): Page => ({
  kind: 'page',
  status,
  title: shareTexts(view.language).publish.title(view.title),
  frame,
  failed: view.problems.size > 0,
  content: <PublishPage view={view} />,
});

const showPublish = route({
  method: 'GET',
  path: addresses.publish.path,
  access: designers,
  handle: async (context, { params: { work } }) => {
    const view = await gather(acting(context), work);
    return view === null ? missing : page(view);
  },
});

const publishVersion = route({
  method: 'POST',
  path: addresses.publish.path,
  access: designers,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  handle: async (context, { params: { work }, body: typed }) => {
    const a = acting(context);
    const view = await gather(a, work);
    if (view === null) return missing;
    const form = typedForm(typed, view.parameters);
    const read = readPublishing(form, view.parameters, a.language);
    if (!read.ok) return page({ ...view, form, problems: read.problems }, 422);
    const { ok: _, offeredFrom, ...rest } = read;
    const published = await publish(a, {
      ...rest,
      work,
      number: Number(typed['number'] ?? view.number),
      ...(offeredFrom === null ? {} : { offeredFrom }),
    });
    const at = { organisation: a.organisation, work };
    if (published.ok) return see(link(addresses.fleet, at, { publicerad: published.value.number }));
    const words = shareTexts(a.language);
    const message = words.failures[published.failure.kind] ?? words.failed;
    return page({ ...view, form, message }, 409);
  },
});

export const publishRoutes = [showPublish, publishVersion];
