import { Names, type Bilingual } from '../conditions/index.ts';
import { joinPath } from '../path.ts';

/** Something wrong (`error`) or unfinished (`warning`) in a definition. */
export type Issue = {
  /** Property names and element ids from the root, joined by `/` (`~1` and `~0` inside a part). */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly message: Bilingual;
  /** The value or the piece of text that it is about. */
  readonly what?: string;
};

/** What is gathered while one definition is read. */
export class Reading {
  readonly issues: Issue[] = [];
  /** Works of the kind that is read, as messages name them: "e-tjänster". */
  readonly works: Bilingual;
  languages: readonly string[] = ['sv'];
  /** What conditions may name: questions and parameters. */
  names = new Names([]);

  constructor(works: Bilingual) {
    this.works = works;
  }

  error(path: string, message: Bilingual, what?: string): void {
    this.#report('error', path, message, what);
  }

  warn(path: string, message: Bilingual, what?: string): void {
    this.#report('warning', path, message, what);
  }

  #report(severity: Issue['severity'], path: string, message: Bilingual, what: string | undefined): void {
    this.issues.push({ path, severity, message, ...(what === undefined ? {} : { what }) });
  }

  get failed(): boolean {
    return this.issues.some((issue) => issue.severity === 'error');
  }
}

/** A path one step further down. */
export function below(path: string, part: string): string {
  const escaped = joinPath([part]);
  return path === '' ? escaped : `${path}/${escaped}`;
}

export type Properties = { readonly [property: string]: unknown };

export function isProperties(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
