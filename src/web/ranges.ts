export type RangeAsked = {
  readonly method: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
};

export type Part =
  | { readonly kind: 'whole' }
  /** Both ends count. */
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' };

const whole: Part = { kind: 'whole' };

/**
 * What of a content is sent (RFC 9110, sections 13.1.5 and 14). One part at a time: whoever asks for several gets
 * all of it, and so does whoever asks for a part of something else than what stands now.
 */
export function decidePart(
  { method, range, ifRange }: RangeAsked,
  content: { readonly size: number; readonly etag: string },
): Part {
  if (method !== 'GET' || range === undefined) return whole;
  if (ifRange !== undefined && ifRange !== content.etag) return whole;
  const found = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range);
  const [, from = '', to = ''] = found ?? [];
  if (from === '' && to === '') return whole;
  const { size } = content;
  if (from === '') {
    const last = Math.min(Number(to), size);
    return last === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', first: size - last, last: size - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return whole;
  if (first >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
