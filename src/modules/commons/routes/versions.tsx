import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { Alert, PageHead } from '../../../ui/index.ts';
import { findDefinition, findVariant, listVersions, showDifferences } from '../actions/read.ts';
import { showChecklist } from '../actions/settings.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { mayMake } from '../makers.ts';
import { Compared, decideCompared } from '../model/compared.ts';
import { getKind } from '../model/kind.ts';
import { ComparePage } from '../pages/library/compare-page.tsx';
import { trailTo } from '../pages/trail.ts';
import { editTexts } from '../texts/edit.ts';
import { libraryTexts } from '../texts/library.ts';
import { updateTexts } from '../texts/update.ts';
import { colleagues, frame } from './access.ts';

export const compareVersions = route({
  method: 'GET',
  path: addresses.variantCompare.path,
  access: colleagues,
  query: Compared,
  handle: async (context, { params: { work }, query }) => {
    const a = acting(context);
    const at = { organisation: a.organisation, work };
    const variant = await findVariant(a, work);
    const versions = await listVersions(a, work);
    if (variant === null) return missing;
    const between = decideCompared(
      query,
      versions.map(({ number }) => number),
    );
    if (between === null) return see(link(addresses.variant, at));
    const { from, to } = between;
    const changes = await showDifferences(a, { work, from, to });
    if (changes === null) return missing;
    const words = libraryTexts(a.language).compare;
    const title = words.title(null, from, to);
    const others = versions.filter(({ number }) => number !== from && number !== to);
    return {
      kind: 'page',
      title,
      frame,
      content: (
        <ComparePage
          view={{
            name: null,
            from,
            to,
            changes,
            language: a.language,
            trail: trailTo(
              { ...at, title: pickText(variant.title, a.language), language: a.language },
              { title },
            ),
            others: others.slice(0, 10).map(({ number }) => ({
              number,
              to: link(addresses.variantCompare, at, { fran: number, till: to }),
            })),
          }}
        />
      ),
    };
  },
});

export const previewVariant = route({
  method: 'GET',
  path: addresses.variantPreview.path,
  access: colleagues,
  query: z.object({ version: z.coerce.number().int().min(1).optional(), utkast: z.string().optional() }),
  handle: async (context, { params: { work }, query }) => {
    const a = acting(context);
    const variant = await findVariant(a, work);
    const which = query.utkast === undefined ? (query.version ?? 'head') : 'draft';
    const definition = await findDefinition(a, work, which);
    const preview = variant === null ? undefined : getKind(variant.kind).preview;
    if (variant === null || definition === null || preview === undefined) return missing;
    const checklist = await showChecklist(a, work);
    const values = Object.fromEntries(
      (checklist?.items ?? []).flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
    );
    const name = pickText(variant.title, a.language);
    const words = libraryTexts(a.language).work;
    const at = { organisation: a.organisation, work };
    const mayEdit = which === 'draft' && mayMake(context, variant.kind);
    return {
      kind: 'page',
      title: words.previewTitle(name),
      frame,
      content: (
        <>
          <PageHead
            title={words.previewTitle(name)}
            trail={trailTo(
              { ...at, title: name, language: a.language },
              ...(mayEdit ? [{ title: editTexts(a.language).crumb, to: link(addresses.edit, at) }] : []),
              { title: updateTexts(a.language).try },
            )}
          />
          <Alert tone="info" title={words.previewNote} />
          {preview({ definition, values, language: a.language })}
        </>
      ),
    };
  },
});
