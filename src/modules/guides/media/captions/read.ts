import { readTiming, timeOf, wrongWith, type Cue, type CueProblem } from './cue.ts';

/** A line of a file of captions that cannot be shown, counted from 1. */
export type LineProblem = {
  readonly line: number;
  readonly problem: CueProblem | 'no-head' | 'no-captions' | 'not-text' | 'too-many';
};

export type CaptionsRead =
  | { readonly ok: true; readonly cues: readonly Cue[]; readonly text: string }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

const mostCues = 5000;
const mostBytes = 1024 * 1024;

type Line = { readonly number: number; readonly text: string };

const alone = (problem: LineProblem['problem'], line = 1): CaptionsRead => ({
  ok: false,
  problems: [{ line, problem }],
});

/**
 * Reads a file of captions (WebVTT, W3C). Everything that is wrong is told at once, by line. `text` is written anew
 * from the captions alone: names, notes, style and regions are left out.
 */
export function readCaptions(bytes: Uint8Array): CaptionsRead {
  if (bytes.byteLength > mostBytes) return alone('too-many');
  const text = decoded(bytes);
  if (text === null) return alone('not-text');
  const lines = text.split('\n').map((line, index): Line => ({ number: index + 1, text: line }));
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0]?.text ?? '')) return alone('no-head');
  const blocks = blocksOf(lines.slice(1)).filter(
    ([first]) => !/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(first?.text ?? ''),
  );
  if (blocks.length === 0) return alone('no-captions', lines.length);
  if (blocks.length > mostCues) return alone('too-many', blocks[mostCues]?.[0]?.number);
  return inOrder(blocks.map(readCue));
}

/** With line feeds only; null for what is no text, or has signs that text has not. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
    return /[\p{Cc}--[\t\n]]/v.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Lines that stand together, with what follows the head of the file left out. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  const first = lines.findIndex(({ text }) => text.trim() === '');
  for (const line of first < 0 ? [] : lines.slice(first)) {
    if (line.text.trim() === '') open = null;
    else if (open === null) blocks.push((open = [line]));
    else open.push(line);
  }
  return blocks;
}

type CueRead =
  | { readonly ok: true; readonly cue: Cue; readonly line: number }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

function readCue(block: readonly Line[]): CueRead {
  const at = block.findIndex(({ text }) => text.includes('-->'));
  const timed = block[at];
  const [first] = block;
  if (timed === undefined || at > 1)
    return { ok: false, problems: [{ line: first?.number ?? 1, problem: 'no-time' }] };
  const timing = readTiming(timed.text);
  const said = block.slice(at + 1);
  const problems: LineProblem[] = said.flatMap(({ number, text }) => {
    const problem = text.includes('-->') ? 'no-text' : wrongWith(text);
    return problem === null ? [] : [{ line: number, problem }];
  });
  if (said.length === 0) problems.push({ line: timed.number, problem: 'no-text' });
  if (!timing.ok) problems.unshift({ line: timed.number, problem: timing.problem });
  if (!timing.ok || problems.length > 0) return { ok: false, problems };
  const { start, end, settings } = timing;
  return {
    ok: true,
    line: timed.number,
    cue: { start, end, settings, lines: said.map(({ text }) => text) },
  };
}

/** Captions begin in the order that they stand. */
function inOrder(read: readonly CueRead[]): CaptionsRead {
  const problems: LineProblem[] = [];
  const cues: Cue[] = [];
  let latest = 0;
  for (const one of read) {
    if (!one.ok) {
      problems.push(...one.problems);
      continue;
    }
    if (one.cue.start < latest) problems.push({ line: one.line, problem: 'goes-back' });
    latest = Math.max(latest, one.cue.start);
    cues.push(one.cue);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, cues, text: written(cues) };
}

function written(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, settings, lines }) =>
    [`${timeOf(start)} --> ${timeOf(end)}${settings === '' ? '' : ` ${settings}`}`, ...lines].join('\n'),
  );
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}
