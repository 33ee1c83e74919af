import type { Fact } from '../../../ui/index.ts';
import type { Context, Language } from '../../../platform/http/index.ts';
import { getOrganisation, link } from '../../../platform/http/index.ts';
import { citation, formatDate, formatNumber, formatTime } from '../../../platform/text/index.ts';
import { daysToDecide } from '../../cases/index.ts';
import { lengthOf, processFor, textOf } from '../definition/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { findDraftsOf } from '../drafts/store.ts';
import { filled } from '../filled.ts';
import type { DraftRow, LawRow, ServiceView } from '../pages/service-page.tsx';
import { situationOf, type Service } from '../running.ts';
import { texts } from '../texts/index.ts';
import { at, signInAddress } from './addresses.ts';
import { draftAddress, resumeAddress } from './wayfinding.ts';

/** Time and fees, as the organisation has set them. */
function factsOf(ctx: Context, service: Service): readonly Fact[] {
  const words = texts(ctx.language);
  const days = daysToDecide(processFor(service.definition, service.settings));
  const fees = service.definition.parameters.flatMap(({ id, type, label }): readonly Fact[] => {
    const value = service.settings[id];
    if (type !== 'money' || typeof value !== 'number') return [];
    return [{ term: textOf(label, ctx.language), value: `${formatNumber(value, ctx.language)}\u00A0kr` }];
  });
  return [
    ...(days === null
      ? []
      : [{ term: words.service.handling, value: words.service.upTo(words.service.days(days)) }]),
    ...fees,
    {
      term: words.service.length,
      value: words.service.stepCount(lengthOf(service.definition, situationOf(ctx, service))),
    },
  ];
}

function lawsOf(service: Service, language: Language): readonly LawRow[] {
  return service.definition.legalBasis.map((law) => ({
    id: law.id,
    law: citation(law, language),
    text: law.text === undefined ? '' : filled(service, law.text, language),
    url: law.url ?? null,
  }));
}

const draftRow = (ctx: Context, draft: Draft): DraftRow => ({
  id: draft.id,
  saved: texts(ctx.language).service.draftBegun(
    formatDate(draft.savedAt, ctx.language),
    formatTime(draft.savedAt, ctx.language),
  ),
  to: resumeAddress({ organisation: draft.organisation, work: draft.work, key: draft.id }),
  removeTo: draftAddress(at.remove, { organisation: draft.organisation, key: draft.id }),
});

/** What a service is and asks for, and what the reader has begun in it. */
export async function serviceView(ctx: Context, service: Service): Promise<ServiceView> {
  const organisation = getOrganisation(ctx);
  const { language } = ctx;
  const { definition, work } = service;
  const words = texts(language);
  const here = link(at.service, { organisation, service: work });
  const drafts =
    ctx.actor.kind === 'anonymous'
      ? []
      : await findDraftsOf(ctx.tx, ctx.actor.person, { organisation, work, now: ctx.now });
  const begin = { kind: 'begin', to: link(at.begin, { organisation, service: work }) } as const;
  return {
    words,
    title: textOf(definition.task, language),
    summary: definition.summary === null ? '' : filled(service, definition.summary, language),
    before: definition.before.map(({ id, text }) => ({ id, text: filled(service, text, language) })),
    facts: factsOf(ctx, service),
    steps: processFor(definition, service.settings)
      .states.filter((state) => state.kind !== 'waiting' && state.kind !== 'closed')
      .map((state) => textOf(state.title, language)),
    law: lawsOf(service, language),
    drafts: drafts.map((draft) => draftRow(ctx, draft)),
    trail: { title: words.list.title, to: link(at.services, { organisation }) },
    begin:
      ctx.actor.kind === 'person'
        ? { ...begin, signInTo: null }
        : definition.signIn === 'required'
          ? { kind: 'sign-in', to: signInAddress(here, language) }
          : { ...begin, signInTo: signInAddress(here, language) },
    otherLanguage: !definition.languages.includes(language),
  };
}
