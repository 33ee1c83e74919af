import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, type Language } from '../../../platform/http/index.ts';
import { Alert, PageHead } from '../../../ui/index.ts';
import { findNames } from '../../organisations/index.ts';
import { findVariant } from '../actions/read.ts';
import { prepareUpdate } from '../actions/update.ts';
import { acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers } from '../makers.ts';
import { getKind, type PreviewInput } from '../model/kind.ts';
import type { UpdateView } from '../model/update.ts';
import { nothingTold } from '../model/update-window.ts';
import { trailTo } from '../pages/trail.ts';
import { updateTexts } from '../texts/update.ts';
import { frame } from './access.ts';

/** The work as it will be, for the preview. */
export const becoming = ({ merged, values }: UpdateView, language: Language): PreviewInput => ({
  definition: merged,
  values,
  language,
});

export const showUpdatePreview = route({
  method: 'GET',
  path: addresses.updatePreview.path,
  access: designers,
  query: z.object({ del: z.string().max(2000).optional() }),
  handle: async (context, { params: { work }, query }) => {
    const a = acting(context);
    const variant = await findVariant(a, work);
    const prepared = await prepareUpdate(a, { work, window: nothingTold });
    const preview = variant === null ? undefined : getKind(variant.kind).preview;
    if (variant === null || preview === undefined || !prepared.ok) return missing;
    const words = updateTexts(a.language);
    const { to, from, parts } = prepared.value;
    const only = parts.find(({ path }) => path === query.del);
    const of = only === undefined ? {} : { part: only.path };
    const shown = preview({ ...becoming(prepared.value, a.language), ...of });
    if (shown === null || (query.del !== undefined && only === undefined)) return missing;
    const owner = (await findNames(a.tx, [from.organisation])).get(from.organisation) ?? from.organisation;
    const name = pickText(variant.title, a.language);
    const title = words.preview(only?.title ?? name, { owner, number: to.number });
    const at = { organisation: a.organisation, work };
    return {
      kind: 'page',
      title,
      frame,
      content: (
        <>
          <PageHead
            title={title}
            trail={trailTo(
              { ...at, title: name, language: a.language },
              { title: words.crumb, to: link(addresses.update, at, { del: only?.path }) },
              { title: only?.title ?? words.try },
            )}
          />
          <Alert tone="info" title={words.previewNote} />
          {shown}
        </>
      ),
    };
  },
});
