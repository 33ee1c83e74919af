import { type Context, getPerson, missing, type Reply } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { listColleagues } from '../actions/handle.ts';
import { readCase } from '../actions/read-case.ts';
import { CasePage, type DoneCode } from '../pages/case-page.tsx';
import type { Trouble } from '../pages/case-view.ts';
import { statusOf } from '../pages/failure.ts';
import { findWorkDossier } from '../store/dossier.ts';
import { textIn } from '../texts/localised.ts';

/** The page of a case, as it stands, with what was just done or what went wrong. The read is logged. */
export async function showCase(
  context: Context,
  id: string,
  said: { readonly done?: DoneCode | null; readonly trouble?: Trouble },
): Promise<Reply> {
  const about = await readCase(context, id, 'read-case');
  if (about === null) return missing;
  const { trouble = null, done = null } = said;
  const view = {
    language: context.language,
    demo: context.demo,
    about,
    dossier: await findWorkDossier(context.tx, about),
    colleagues: await listColleagues(context),
    worker: getPerson(context).person,
    today: isoDay(context.now),
    trouble,
  };
  return {
    kind: 'page',
    ...(trouble === null ? {} : { status: statusOf(trouble.failure), failed: true }),
    title: `${about.number} ${textIn(about.title, context.language)}`,
    frame: { kind: 'work', area: 'cases' },
    tasks: [`case:${about.work}/${about.life.status.state}`, `case:${about.work}`],
    content: <CasePage view={view} done={done} />,
  };
}
