import type { VNode } from 'preact';
import { Alert } from '../../../ui/index.ts';

/** What a page says of what was just done, and of what it is about. */
export type Saying = {
  readonly tone: 'good' | 'warning';
  readonly text: string;
  readonly details?: readonly string[];
};

export function Said({ tone, text, details = [] }: Saying): VNode {
  return (
    <Alert tone={tone} title={text}>
      {details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
