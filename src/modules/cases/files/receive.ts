import { scannerOf } from '../../../platform/files/index.ts';
import type { Context, UploadedFile } from '../../../platform/http/index.ts';
import { done, failed, type Outcome } from '../actions/acting.ts';
import type { CaseFile, Sender } from '../model/case.ts';
import { acceptFile, type FileRefusal } from './accept.ts';

/** What files are sent with. */
export type SentWith = {
  readonly sender: Sender;
  readonly label: string;
  readonly message: string | null;
  readonly completion: string | null;
};

/** Accepts all the files of a form and stores them, or none. An empty file field counts as no file. */
export async function receiveFiles(
  context: Pick<Context, 'files' | 'newId' | 'now' | 'demo'>,
  uploads: readonly UploadedFile[],
  sentWith: SentWith,
): Promise<Outcome<readonly CaseFile[]>> {
  const scan = scannerOf(context);
  const sent = uploads.filter((upload) => upload.name !== '' || upload.bytes.length > 0);
  const acceptances = await Promise.all(sent.map((upload) => acceptFile(upload, scan)));
  const refusals: readonly FileRefusal[] = acceptances.flatMap((one) => (one.ok ? [] : [one.failure]));
  if (refusals.length > 0) return failed({ kind: 'files', refusals });
  const files: CaseFile[] = [];
  for (const acceptance of acceptances) {
    if (!acceptance.ok) continue;
    const { bytes, ...file } = acceptance.file;
    const hash = await context.files.save(bytes);
    files.push({ id: context.newId(), at: context.now, ...file, hash, ...sentWith });
  }
  return done(files);
}
