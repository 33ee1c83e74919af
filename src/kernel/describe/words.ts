import type { Localised } from '../definition.ts';
import { isObject, type JsonObject } from '../json.ts';

export type Language = 'sv' | 'en';

/** A word for something that a definition has, with the forms that sentences need. */
export type Noun = {
  readonly sv: string;
  readonly svDefinite: string;
  readonly svGender: 'en' | 'ett';
  readonly en: string;
  /** Of words that stand for several ("svaren", "the answers"). */
  readonly plural?: true;
};

/** One entry of an object whose keys are ids of elements: the answer *to* a question, the value *of* a fact. */
export type EntryNoun = Noun & {
  readonly svOf: 'på' | 'för';
  readonly enOf: 'to' | 'of';
};

/** The reader's words for a kind of work. */
export type Vocabulary = {
  /** By the name of the list that elements stand in (`fields`), or list and type (`fields:file`), which wins. */
  readonly elements: Readonly<Record<string, Noun>>;
  /** By property name (`help`). */
  readonly properties: Readonly<Record<string, Noun>>;
  /** What one entry is called of a property that the kind's rules say is keyed by ids (`answers`). */
  readonly entries?: Readonly<Record<string, EntryNoun>>;
  /** What a reader calls an element; its label, title or text unless said otherwise. */
  readonly nameOf?: (element: JsonObject) => Localised | undefined;
};

function noun(sv: string, svDefinite: string, svGender: 'en' | 'ett', en: string): Noun {
  return { sv, svDefinite, svGender, en };
}

/** Words for what definitions of most kinds have; a kind adds its own. */
export const defaultWords: Vocabulary = {
  elements: {
    pages: noun('sida', 'sidan', 'en', 'page'),
    fields: noun('fråga', 'frågan', 'en', 'question'),
    'fields:information': noun('informationstext', 'informationstexten', 'en', 'information text'),
    'fields:group': noun('frågegrupp', 'frågegruppen', 'en', 'group of questions'),
    options: noun('svarsalternativ', 'svarsalternativet', 'ett', 'answer option'),
    parameters: noun('lokal uppgift', 'den lokala uppgiften', 'en', 'local fact'),
    states: noun('steg i ärendet', 'steget i ärendet', 'ett', 'step of the case'),
    steps: noun('steg', 'steget', 'ett', 'step'),
    decisions: noun('beslut', 'beslutet', 'ett', 'decision'),
    legalBasis: noun('lagrum', 'lagrummet', 'ett', 'legal basis'),
    before: noun('punkt att veta innan', 'punkten att veta innan', 'en', 'point to know before'),
    checks: noun('kontroll', 'kontrollen', 'en', 'check'),
    sections: noun('avsnitt', 'avsnittet', 'ett', 'section'),
  },
  properties: {
    title: noun('rubrik', 'rubriken', 'en', 'heading'),
    label: noun('text', 'texten', 'en', 'text'),
    help: noun('hjälptext', 'hjälptexten', 'en', 'help text'),
    text: noun('text', 'texten', 'en', 'text'),
    summary: noun('sammanfattning', 'sammanfattningen', 'en', 'summary'),
    type: noun('typ', 'typen', 'en', 'type'),
    default: noun('förvalt värde', 'det förvalda värdet', 'ett', 'default value'),
    min: noun('minsta värde', 'det minsta värdet', 'ett', 'least value'),
    max: noun('största värde', 'det största värdet', 'ett', 'greatest value'),
    maxLength: noun('längsta längd', 'den längsta längden', 'en', 'greatest length'),
    lock: noun('lås', 'låset', 'ett', 'lock'),
    timeLimit: noun('tidsgräns', 'tidsgränsen', 'en', 'time limit'),
    days: noun('antal dagar', 'antalet dagar', 'ett', 'number of days'),
    role: noun('ansvarig roll', 'den ansvariga rollen', 'en', 'responsible role'),
    url: noun('länk', 'länken', 'en', 'link'),
    paragraph: noun('paragraf', 'paragrafen', 'en', 'paragraph'),
    message: noun('meddelande', 'meddelandet', 'ett', 'message'),
    languages: { ...noun('språk', 'språken', 'ett', 'languages'), plural: true },
    subject: noun('ämne', 'ämnet', 'ett', 'subject'),
  },
};

export const DEFAULT_ELEMENT: Noun = noun('del', 'delen', 'en', 'part');
export const WORK: Noun = noun('verk', 'verket', 'ett', 'work');

/** Words of one's own, and those for most kinds where one has none. */
export function withDefaults(words: Vocabulary | undefined): Vocabulary {
  if (words === undefined) return defaultWords;
  return {
    ...words,
    elements: { ...defaultWords.elements, ...words.elements },
    properties: { ...defaultWords.properties, ...words.properties },
  };
}

/** What a reader calls an element: its label, title or text. */
export function usualName(element: JsonObject): Localised | undefined {
  for (const key of ['label', 'title', 'text', 'name', 'message']) {
    const value = element[key];
    if (isObject(value)) return textsOf(value);
  }
  return undefined;
}

function textsOf(value: JsonObject): Localised {
  const entries = Object.entries(value).flatMap(([language, text]) =>
    typeof text === 'string' ? [[language, text] as const] : [],
  );
  return Object.fromEntries(entries);
}

const LANGUAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    sv: 'svenska',
    en: 'engelska',
    fi: 'finska',
    se: 'nordsamiska',
    sma: 'sydsamiska',
    fit: 'meänkieli',
    ar: 'arabiska',
    so: 'somaliska',
  },
  en: {
    sv: 'Swedish',
    en: 'English',
    fi: 'Finnish',
    se: 'Northern Sami',
    sma: 'Southern Sami',
    fit: 'Meänkieli',
    ar: 'Arabic',
    so: 'Somali',
  },
};

export function languageName(code: string, language: Language): string {
  return LANGUAGES[language][code] ?? code;
}
