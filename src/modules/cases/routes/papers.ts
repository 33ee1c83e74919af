import type { Context, Reply } from '../../../platform/http/index.ts';
import { missing } from '../../../platform/http/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { decisionOf } from '../documents/decision.ts';
import { receiptOf } from '../documents/receipt.ts';
import type { Case } from '../model/case.ts';
import { findDossier } from '../store/dossier.ts';
import { texts } from '../texts/index.ts';

const pdfReply = (name: string, bytes: Uint8Array): Reply => ({
  kind: 'file',
  name,
  type: 'application/pdf',
  bytes,
});

const senderOf = async ({ tx }: Context, about: Case): Promise<string> =>
  (await findOrganisation(tx, about.organisation))?.publicName ?? '';

/** What was sent, as a document. Who may read the case was settled before. */
export async function receiptReply(context: Context, about: Case): Promise<Reply> {
  const { files } = await findDossier(context.tx, about);
  const document = receiptOf({ about, files, sender: await senderOf(context, about) });
  return pdfReply(
    texts(about.language).documents.receiptFile(about.number),
    await context.pdf.render(document),
  );
}

/** The decision as a document; missing while there is none. */
export async function decisionReply(context: Context, about: Case): Promise<Reply> {
  const { decision } = await findDossier(context.tx, about);
  if (decision === null) return missing;
  const document = decisionOf({ about, decision, sender: await senderOf(context, about) });
  return pdfReply(
    texts(about.language).documents.decisionFile(about.number),
    await context.pdf.render(document),
  );
}

/** A file of the case, under the name and type that were found when it came in. */
export async function fileReply(context: Context, about: Case, id: string): Promise<Reply> {
  const { files } = await findDossier(context.tx, about);
  const file = files.find((candidate) => candidate.id === id);
  if (file === undefined) return missing;
  return { kind: 'file', name: file.name, type: file.type, bytes: await context.files.get(file.hash) };
}
