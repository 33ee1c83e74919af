/** What is said from one moment to another, in milliseconds from the film's beginning. */
export type Cue = {
  readonly start: number;
  readonly end: number;
  readonly settings: string;
  readonly lines: readonly string[];
};

export type CueProblem = 'no-time' | 'bad-time' | 'ends-first' | 'goes-back' | 'bad-setting' | 'bad-mark' | 'no-text' | 'too-long'; // prettier-ignore

const time = /^(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const timing = /^(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t]+(\S.*))?$/;

/** Where a caption stands in the picture (WebVTT, section 4.3). */
const setting =
  /^(?:vertical:(?:rl|lr)|line:-?[\d.]+%?(?:,(?:start|center|end))?|position:[\d.]+%(?:,(?:line-left|center|line-right))?|size:[\d.]+%|align:(?:start|center|end|left|right))$/;

/** Marks in a caption: bold, italics, who speaks, language, ruby. */
const mark = /^<(?:\/?(?:b|i|u|ruby|rt)|\/(?:c|v|lang)|c(?:\.[\w.-]+)?|v(?:\.[\w.-]+)?(?: [^<>&]+)?|lang(?: [\w-]+)?|(?:\d{2,3}:)?[0-5]\d:[0-5]\d\.\d{3})>$/u; // prettier-ignore

const longest = 500;

function millisecondsOf(text: string): number | null {
  const found = time.exec(text);
  if (found === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0', rest = '0'] = found;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}

export type TimeRead =
  | { readonly ok: true; readonly start: number; readonly end: number; readonly settings: string }
  | { readonly ok: false; readonly problem: CueProblem };

/** `00:01.000 --> 00:04.000 align:start` */
export function readTiming(line: string): TimeRead {
  const found = timing.exec(line.trim());
  const start = millisecondsOf(found?.[1] ?? '');
  const end = millisecondsOf(found?.[2] ?? '');
  if (found === null || start === null || end === null) return { ok: false, problem: 'bad-time' };
  if (end <= start) return { ok: false, problem: 'ends-first' };
  const settings = (found[3] ?? '').split(/[ \t]+/).filter((one) => one !== '');
  if (!settings.every((one) => setting.test(one))) return { ok: false, problem: 'bad-setting' };
  return { ok: true, start, end, settings: settings.join(' ') };
}

/** What is wrong with a line of what is said, or null. */
export function wrongWith(line: string): CueProblem | null {
  if (line.length > longest) return 'too-long';
  const marks = line.match(/<[^>]*>?/gu) ?? [];
  return marks.every((one) => mark.test(one)) ? null : 'bad-mark';
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Always with hours, as every player reads it. */
export function timeOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}
