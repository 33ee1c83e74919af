import { joinPath } from '../../../../kernel/index.ts';
import { Names } from '../../../../kernel/conditions/index.ts';
import type { Bilingual, Issue } from '../model.ts';

/** What is gathered while one definition is read. */
export class Reading {
  readonly issues: Issue[] = [];
  languages: readonly string[] = ['sv'];
  /** What conditions may name: questions and parameters. */
  names = new Names([]);

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
