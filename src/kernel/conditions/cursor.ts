import type { At, Bilingual, ConditionIssue } from './expression.ts';
import type { Token } from './tokens.ts';

/** Stops the parser at the first thing that does not fit; caught by `parseCondition` and nowhere else. */
export class SyntaxStop extends Error {
  readonly issue: ConditionIssue;
  constructor(issue: ConditionIssue) {
    super(issue.message.en);
    this.issue = issue;
  }
}

export function stop(
  at: At,
  message: Bilingual,
  kind: ConditionIssue['kind'] = 'syntax',
  suggestion?: string,
): never {
  throw new SyntaxStop({ kind, at, message, ...(suggestion === undefined ? {} : { suggestion }) });
}

/** How deeply parentheses, lists and calls may nest, so that no condition can exhaust the stack. */
const deepest = 40;

/** Where the parser is among the tokens. */
export class Cursor {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: Token) {
    this.#tokens = tokens;
    this.#end = end;
  }

  get token(): Token {
    return this.#tokens[this.#position] ?? this.#end;
  }

  /** The end of what has been read so far. */
  get readTo(): number {
    return this.#tokens[this.#position - 1]?.at.end ?? 0;
  }

  next(): Token {
    const { token } = this;
    this.#position += 1;
    return token;
  }

  isSymbol(...texts: readonly string[]): boolean {
    return this.token.kind === 'symbol' && texts.includes(this.token.text);
  }

  isKeyword(text: string): boolean {
    return this.token.kind === 'keyword' && this.token.text === text;
  }

  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.next();
    return true;
  }

  takeKeyword(text: string): boolean {
    if (!this.isKeyword(text)) return false;
    this.next();
    return true;
  }

  expect(kind: 'symbol' | 'keyword', text: string): void {
    if (this.token.kind === kind && this.token.text === text) this.next();
    else this.fail(text);
  }

  /** Reads something nested one level deeper. */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepest) {
      stop(
        this.token.at,
        {
          sv: `Villkoret har mer än ${deepest} parenteser i varandra. Dela upp det i flera villkor.`,
          en: `The condition nests more than ${deepest} parentheses. Divide it into several conditions.`,
        },
        'too-large',
      );
    }
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** Stops at the present word, saying what should have been there. */
  fail(wanted?: string): never {
    const { token } = this;
    const atEnd = token.kind === 'end';
    const [found, foundEn] = atEnd
      ? ['Villkoret tar slut för tidigt', 'The condition ends too early']
      : [`Här står ”${token.text}” på fel plats`, `“${token.text}” is out of place here`];
    return stop(token.at, {
      sv: wanted === undefined ? `${found}. Skriv ett värde eller en fråga.` : `${found}. Skriv ”${wanted}”.`,
      en:
        wanted === undefined ? `${foundEn}. Write a value or a question.` : `${foundEn}. Write “${wanted}”.`,
    });
  }
}
