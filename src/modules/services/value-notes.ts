import type { Language } from '../../platform/http/index.ts';
import { joinList } from '../../platform/text/index.ts';
import { daysToDecide } from '../cases/index.ts';
import type { Kind } from '../commons/index.ts';
import { processFor, readEService, textOf } from './definition/index.ts';
import { settingsOf } from './running.ts';
import { texts } from './texts/index.ts';

/**
 * The time to a decision as the applicant reads it, at each parameter that is a part of it: the sum of what the
 * states before the decision have, by this definition's own process.
 */
export const valueNotes: NonNullable<Kind['valueNotes']> = (definition, values, language: Language) => {
  const read = readEService(definition);
  if (!read.ok) return {};
  const { process } = read.value;
  const words = texts(language);
  const resolved = processFor(read.value, settingsOf(values));
  const days = daysToDecide(resolved);
  if (days === null) return {};
  const counted = resolved.states.flatMap(({ id, kind, title, timeLimit }) =>
    (kind === 'received' || kind === 'working') && timeLimit !== null
      ? [{ id, part: words.valueNotes.part(words.service.days(timeLimit), textOf(title, language)) }]
      : [],
  );
  const note = words.valueNotes.time(
    words.service.upTo(words.service.days(days)),
    joinList(
      counted.map(({ part }) => part),
      language,
    ),
  );
  const parameters = process.states.flatMap(({ id, timeLimit }) =>
    typeof timeLimit === 'object' && timeLimit !== null && counted.some((one) => one.id === id)
      ? [timeLimit.parameter]
      : [],
  );
  return Object.fromEntries(parameters.map((id) => [id, note]));
};
