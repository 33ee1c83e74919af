import type { Language } from '../../../platform/http/index.ts';
import { formatNumber } from '../../../platform/text/index.ts';
import type { FileAnswer } from '../definition/index.ts';
import type { Asking } from './asking.ts';
import type { FieldOf } from './question.ts';

/** "Pdf, jpg eller png, högst 20 megabyte per fil. Högst 5 filer." after the question's own help. */
export function fileHelp(field: FieldOf<'file'>, asking: Asking): string {
  const { file } = asking.words.draft;
  const formats = [...field.accept];
  const last = formats.pop() ?? '';
  const list = formats.length === 0 ? last : `${formats.join(', ')} ${file.or} ${last}`;
  const kinds = file.accepts(list.charAt(0).toUpperCase() + list.slice(1), field.maxMegabytes);
  const many = field.maxFiles > 1 ? ` ${file.several(field.maxFiles)}` : '';
  const own = field.help === null ? '' : `${asking.say(field.help)} `;
  return `${own}${kinds}${many}`;
}

/** "1,2 megabyte", "310 kilobyte": decimal units, as on the citizen's own device. */
export function fileNote(file: FileAnswer, language: Language): string {
  return file.size < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(file.size / 1000)), language)}\u00A0kilobyte`
    : `${formatNumber(file.size / 1_000_000, language, 1)}\u00A0megabyte`;
}
