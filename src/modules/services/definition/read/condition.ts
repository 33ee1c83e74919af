import { parseCondition } from '../../../../kernel/conditions/index.ts';
import type { ConditionIssue } from '../../../../kernel/conditions/index.ts';
import type { PropertyReader, Reading } from '../../../../kernel/reading/index.ts';
import type { Condition } from '../model.ts';

/** Reads a condition in FEEL; null where there is none or where it cannot be read, which is reported. */
export function readCondition(reader: PropertyReader, key: string): Condition | null {
  const text = reader.string(key, 4000);
  if (text === null) return null;
  const parsed = parseCondition(text, reader.reading.names);
  if (parsed.ok) return { text, expression: parsed.expression };
  reportCondition(reader.reading, { path: reader.at(key), text, issue: parsed.issue });
  return null;
}

/** Reports what is wrong in a condition, with its place counted from 1. */
export function reportCondition(
  reading: Reading,
  found: { readonly path: string; readonly text: string; readonly issue: ConditionIssue },
): void {
  const { path, text, issue } = found;
  const place = issue.at.start + 1;
  reading.error(
    path,
    {
      sv: `${issue.message.sv} (tecken ${place})`,
      en: `${issue.message.en} (character ${place})`,
    },
    text.slice(issue.at.start, issue.at.end),
  );
}
