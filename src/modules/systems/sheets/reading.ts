import { cleanName, mostMegabytes, type Scan } from '../../../platform/files/index.ts';
import type { UploadedFile } from '../../../platform/http/index.ts';
import { openThread, TookTooLong, TooManyWait } from '../../../platform/thread/index.ts';
import type { SheetFile } from './read.ts';
import type { SheetRefusal, SheetsRead } from './sheet.ts';

export type SheetReading =
  | Extract<SheetsRead, { ok: true }>
  | { readonly ok: false; readonly failure: SheetRefusal | 'infected' | 'not-scanned' };

/** Beside the event loop: a hostile workbook may be slow to read, and large when it is unpacked. */
const apart = openThread<SheetFile, SheetsRead>(new URL('./thread.ts', import.meta.url), {
  limit: 15_000,
  most: 3,
  megabytes: 640,
});

/** Scans a spreadsheet that was sent and reads it, one at a time for each asker. The file itself is not kept. */
export async function readUpload(
  { bytes, name }: UploadedFile,
  scan: Scan,
  asker?: string,
): Promise<SheetReading> {
  if (bytes.byteLength > mostMegabytes * 1024 * 1024) return { ok: false, failure: 'too-large' };
  const verdict = await scan(bytes);
  if (verdict !== 'clean') return { ok: false, failure: verdict === 'infected' ? 'infected' : 'not-scanned' };
  try {
    return await apart.run({ bytes, name: cleanName(name).replace(/\.\w{1,5}$/u, '') }, asker);
  } catch (error) {
    if (error instanceof TooManyWait) throw error;
    return { ok: false, failure: error instanceof TookTooLong ? 'too-long' : 'damaged' };
  }
}
