import type { Language } from '../../../platform/http/index.ts';
import { formatNumber, formatTime } from '../../../platform/text/index.ts';
import type { FieldProblem } from '../../../ui/index.ts';
import type { Failure } from '../actions/acting.ts';
import type { FileRefusal } from '../files/accept.ts';
import { texts } from '../texts/index.ts';

/** The controls of a form that problems may lead to. */
export type Fields = { readonly text: string; readonly files?: string; readonly day?: string };

/** What is wrong, in words, each leading to the control where it is put right. */
export function problemsOf(failure: Failure, fields: Fields, language: Language): readonly FieldProblem[] {
  const words = texts(language).acts.failures;
  switch (failure.kind) {
    case 'files':
      return failure.refusals.map((refusal) => ({
        field: fields.files ?? fields.text,
        message: fileMessage(refusal, language),
      }));
    case 'several':
      return failure.failures.flatMap((one) => problemsOf(one, fields, language));
    case 'due-too-early':
    case 'not-a-day':
      return [{ field: fields.day ?? fields.text, message: words[failure.kind] }];
    case 'unknown-choice':
      return [{ field: 'choice', message: words['unknown-choice'] }];
    case 'closed':
    case 'already-decided':
    case 'not-decided':
    case 'taken':
    case 'already-asked':
    case 'not-asked':
    case 'unknown-state':
    case 'reasons-missing':
    case 'missing':
    case 'text-missing':
    case 'answer-missing':
    case 'text-too-long':
    case 'not-a-colleague':
    case 'stale-draft':
      return [{ field: fields.text, message: failureText(failure, language) }];
  }
}

/** A failure as one sentence. */
export function failureText(failure: Failure, language: Language): string {
  const words = texts(language).acts.failures;
  switch (failure.kind) {
    case 'taken':
      return words.taken(failure.by);
    case 'text-too-long':
      return words['text-too-long'](formatNumber(failure.most, language));
    case 'stale-draft':
      return words['stale-draft'](failure.by, formatTime(failure.at, language));
    case 'files':
      return failure.refusals.map((refusal) => fileMessage(refusal, language)).join(' ');
    case 'several':
      return failure.failures.map((one) => failureText(one, language)).join(' ');
    case 'closed':
    case 'already-decided':
    case 'not-decided':
    case 'already-asked':
    case 'not-asked':
    case 'due-too-early':
    case 'not-a-day':
    case 'unknown-state':
    case 'unknown-choice':
    case 'reasons-missing':
    case 'text-missing':
    case 'answer-missing':
    case 'not-a-colleague':
    case 'missing':
      return words[failure.kind];
  }
}

function fileMessage(refusal: FileRefusal, language: Language): string {
  const words = texts(language).acts.files;
  switch (refusal.kind) {
    case 'too-large':
      return words['too-large'](refusal.name, refusal.megabytes, refusal.most);
    case 'empty':
    case 'unknown-type':
    case 'infected':
    case 'not-scanned':
      return words[refusal.kind](refusal.name);
  }
}

/**
 * The HTTP status of a failure: 404 for what is not there, 409 where the case has moved on meanwhile,
 * 422 where what was sent can be put right.
 */
export function statusOf(failure: Failure): 404 | 409 | 422 {
  switch (failure.kind) {
    case 'missing':
      return 404;
    case 'closed':
    case 'already-decided':
    case 'not-decided':
    case 'taken':
    case 'already-asked':
    case 'not-asked':
    case 'stale-draft':
      return 409;
    case 'due-too-early':
    case 'not-a-day':
    case 'unknown-state':
    case 'unknown-choice':
    case 'reasons-missing':
    case 'text-missing':
    case 'answer-missing':
    case 'text-too-long':
    case 'not-a-colleague':
    case 'files':
    case 'several':
      return 422;
  }
}
