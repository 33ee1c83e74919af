import { createHash } from 'node:crypto';
import type { LargeFile, UploadedFile } from '../platform/http/index.ts';

/** A request's input after its schemas have read it. */
export type Sent = {
  readonly key: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
  readonly large: readonly LargeFile[];
  readonly query: unknown;
  readonly body: unknown;
};

/** Everything that was sent, as one text: what an idempotency key stands for. */
export function contentOf(params: Readonly<Record<string, string>>, sent: Sent): string {
  const files = sent.files.map(({ field, name, bytes }) => [
    field,
    name,
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  const large = sent.large.map((one) => [one.field, one.name, one.sent]);
  return JSON.stringify([params, sent.query, sent.fields, [...files, ...large]]);
}
