import type { Language, Page } from '../platform/http/index.ts';
import { wordsOf, type Problem } from './problems.ts';

const numberLabel = { sv: 'Nummer', en: 'Number' };

/** The page that says what went wrong, where, and what to do. */
export function problemPage(
  problem: Exclude<Problem, { kind: 'sign-in' }>,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
  status: number,
): Page {
  const { title, what } = wordsOf(problem, language);
  return {
    kind: 'page',
    status,
    title,
    frame: { kind: 'front' },
    content: (
      <div class="k-problem">
        <h1>{title}</h1>
        <p class="k-lede">{what}</p>
        {problem.kind === 'unreadable' && (
          <ul>
            {problem.issues.map((issue) => (
              <li key={issue.path}>
                <b>{issue.path}</b> {issue.message}
              </li>
            ))}
          </ul>
        )}
        {problem.kind === 'fault' && (
          <p class="k-meta">
            {numberLabel[language]} {requestId}
          </p>
        )}
      </div>
    ),
  };
}
