import { nearest } from '../conditions/index.ts';
import type { Localised } from '../definition.ts';
import { bracketsIn, longestText, mostBrackets } from '../text/bounds.ts';
import * as say from './messages.ts';
import { below, isProperties } from './reading.ts';
import type { Properties, Reading } from './reading.ts';

/** Properties that any element may have without the kind looking at them. */
const everywhere: readonly string[] = ['id', 'lock', 'hidden', 'source', 'origin', 'settings', 'comment'];

/**
 * Reads the properties of one object, gathering everything that is wrong instead of stopping at the first.
 * What is absent, null or empty reads as null: the three mean the same in a definition.
 */
export class PropertyReader {
  readonly path: string;
  readonly reading: Reading;
  readonly #properties: Properties;
  readonly #asked = new Set<string>(everywhere);

  constructor(properties: Properties, path: string, reading: Reading) {
    this.#properties = properties;
    this.path = path;
    this.reading = reading;
  }

  raw(key: string): unknown {
    this.#asked.add(key);
    const value = Object.hasOwn(this.#properties, key) ? this.#properties[key] : undefined;
    return value === '' || value === undefined ? null : value;
  }

  at(key: string): string {
    return below(this.path, key);
  }

  /** Says that a property that has to be there is not. */
  missing(key: string): void {
    this.reading.error(this.at(key), say.missing(key));
  }

  string(key: string, longest = 500): string | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value !== 'string') this.reading.error(this.at(key), say.notText);
    else if (value.length > longest) this.reading.error(this.at(key), say.tooLong(longest));
    else return value;
    return null;
  }

  flag(key: string): boolean {
    const value = this.raw(key);
    if (value !== null && typeof value !== 'boolean') this.reading.error(this.at(key), say.notTrueFalse);
    return value === true;
  }

  wholeNumber(key: string, low: number, high: number): number | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high) return value;
    this.reading.error(this.at(key), say.notNumber(low, high), JSON.stringify(value));
    return null;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | null {
    const value = this.string(key);
    if (value === null) return null;
    const found = allowed.find((one) => one === value);
    if (found === undefined) {
      this.reading.error(this.at(key), say.notAmong(value, allowed, nearest(value, allowed)), value);
    }
    return found ?? null;
  }

  /** A text in the definition's languages: an error without the first, a warning for each that is not translated. */
  text(key: string, comfortable = longestText): Localised | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (!isProperties(value)) {
      this.reading.error(this.at(key), say.notLocalised);
      return null;
    }
    const texts = Object.entries(value).flatMap(([language, text]) => this.#inLanguage(key, language, text));
    if (texts.length === 0) return null;
    const found = new Map(texts);
    this.#translations(key, found);
    if ([...found.values()].some((text) => text.length > comfortable)) {
      this.reading.warn(this.at(key), say.wordy(comfortable));
    }
    return Object.fromEntries(found);
  }

  needText(key: string, comfortable?: number): Localised {
    const before = this.reading.issues.length;
    const text = this.text(key, comfortable);
    if (text === null && this.reading.issues.length === before) this.missing(key);
    return text ?? {};
  }

  #inLanguage(key: string, language: string, text: unknown): readonly (readonly [string, string])[] {
    const path = below(this.at(key), language);
    if (typeof text !== 'string') {
      if (text !== null) this.reading.error(path, say.notText);
    } else if (!this.reading.languages.includes(language))
      this.reading.error(path, say.foreignLanguage(language));
    else if (text.length > longestText) this.reading.error(path, say.tooLong(longestText));
    else if (bracketsIn(text) > mostBrackets) this.reading.error(path, say.tooManyLinks(mostBrackets));
    else if (text.trim() !== '') return [[language, text]];
    return [];
  }

  #translations(key: string, texts: ReadonlyMap<string, string>): void {
    for (const [index, language] of this.reading.languages.entries()) {
      if (texts.has(language)) continue;
      const path = below(this.at(key), language);
      if (index === 0) this.reading.error(path, say.missingFirstLanguage(language));
      else this.reading.warn(path, say.missingTranslation(language));
    }
  }

  object(key: string): PropertyReader | null {
    const value = this.raw(key);
    if (value === null) return null;
    if (isProperties(value)) return new PropertyReader(value, this.at(key), this.reading);
    this.reading.error(this.at(key), say.notObject);
    return null;
  }

  /** The list, empty where it is absent. */
  list(key: string, most: number): readonly unknown[] {
    const value = this.raw(key);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.reading.error(this.at(key), say.notList);
      return [];
    }
    if (value.length > most) this.reading.error(this.at(key), say.tooMany(most));
    return value.slice(0, most);
  }

  /** A list of objects with ids; `read` gets a reader and the id of each. */
  elements<T>(key: string, most: number, read: (element: PropertyReader, id: string) => T): readonly T[] {
    return this.list(key, most).flatMap((value, index) => {
      const path = below(this.at(key), idOf(value) ?? String(index));
      if (!isProperties(value)) {
        this.reading.error(path, say.notObject);
        return [];
      }
      const id = idOf(value);
      if (id === undefined) {
        this.reading.error(path, say.missingId);
        return [];
      }
      const element = new PropertyReader(value, path, this.reading);
      const result = read(element, id);
      element.finish();
      return [result];
    });
  }

  /** Warns of properties that nobody asked for: a misspelt name would else be lost without a word. */
  finish(): void {
    for (const key of Object.keys(this.#properties)) {
      if (this.#asked.has(key)) continue;
      const suggestion = nearest(key, this.#asked);
      this.reading.warn(
        this.at(key),
        say.unknownProperty(key, { suggestion, works: this.reading.works }),
        key,
      );
    }
  }
}

export function idOf(value: unknown): string | undefined {
  if (!isProperties(value)) return undefined;
  const { id } = value;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
