import {
  isObject,
  type JsonObject,
  type Localised,
  type Noun,
  type Vocabulary,
} from '../../../kernel/index.ts';

function noun(sv: string, svDefinite: string, svGender: 'en' | 'ett', en: string): Noun {
  return { sv, svDefinite, svGender, en };
}

const block = noun('block', 'blocket', 'ett', 'block');
const question = noun('fråga', 'frågan', 'en', 'question');
const file = noun('fil', 'filen', 'en', 'file');

/** The words of authors and readers for the parts of a guide. */
export const guideWords: Vocabulary = {
  elements: {
    '': noun('guide', 'guiden', 'en', 'guide'),
    sections: noun('avsnitt', 'avsnittet', 'ett', 'section'),
    steps: noun('steg', 'steget', 'ett', 'step'),
    blocks: block,
    'blocks:text': noun('text', 'texten', 'en', 'text'),
    'blocks:heading': noun('mellanrubrik', 'mellanrubriken', 'en', 'heading'),
    'blocks:actions': noun('lista med åtgärder', 'listan med åtgärder', 'en', 'list of actions'),
    'blocks:picture': noun('bild', 'bilden', 'en', 'picture'),
    'blocks:film': noun('film', 'filmen', 'en', 'film'),
    'blocks:warning': noun('varning', 'varningen', 'en', 'warning'),
    'blocks:checklist': noun('checklista', 'checklistan', 'en', 'checklist'),
    'blocks:question': question,
    'blocks:quiz': noun('prov', 'provet', 'ett', 'quiz'),
    'blocks:term': noun('begrepp', 'begreppet', 'ett', 'term'),
    'blocks:file': file,
    'blocks:link': noun('länk', 'länken', 'en', 'link'),
    'blocks:slot': noun('lokal plats', 'den lokala platsen', 'en', 'local slot'),
    'blocks:reuse': noun('återanvänt block', 'det återanvända blocket', 'ett', 'reused block'),
    items: noun('punkt', 'punkten', 'en', 'item'),
    questions: question,
    options: noun('svarsalternativ', 'svarsalternativet', 'ett', 'answer option'),
    highlights: noun('markering i bilden', 'markeringen i bilden', 'en', 'highlight'),
    parameters: noun('lokal uppgift', 'den lokala uppgiften', 'en', 'local fact'),
    legalBasis: noun('lagrum', 'lagrummet', 'ett', 'legal basis'),
  },
  properties: {
    readers: noun('läsare', 'läsarna', 'en', 'readers'),
    reviewMonths: noun('tid mellan granskningar', 'tiden mellan granskningar', 'en', 'time between reviews'),
    minutes: noun('tidsåtgång i minuter', 'tidsåtgången i minuter', 'en', 'time in minutes'),
    tasks: noun(
      'uppgift som steget hjälper med',
      'uppgifterna som steget hjälper med',
      'en',
      'tasks it helps with',
    ),
    alt: noun('bildbeskrivning', 'bildbeskrivningen', 'en', 'description of the picture'),
    caption: noun('bildtext', 'bildtexten', 'en', 'caption'),
    captions: noun('textning', 'textningen', 'en', 'captions'),
    transcript: noun('utskrift', 'utskriften', 'en', 'transcript'),
    media: file,
    verdict: noun('omdöme', 'omdömet', 'ett', 'verdict'),
    question,
    right: noun('rätt svar', 'det rätta svaret', 'ett', 'right answer'),
    feedback: noun('återkoppling', 'återkopplingen', 'en', 'feedback'),
    pass: noun('antal rätt för godkänt', 'antalet rätt för godkänt', 'ett', 'right answers to pass'),
    term: noun('begrepp', 'begreppet', 'ett', 'term'),
    explanation: noun('förklaring', 'förklaringen', 'en', 'explanation'),
    prompt: noun('anvisning', 'anvisningen', 'en', 'prompt'),
    name: noun('filnamn', 'filnamnet', 'ett', 'name of the file'),
    to: noun('länkmål', 'länkmålet', 'ett', 'target of the link'),
    work: noun('verk', 'verket', 'ett', 'work'),
    block,
    step: noun('steg', 'steget', 'ett', 'step'),
    field: question,
    address: noun('adress', 'adressen', 'en', 'address'),
    kind: noun('slag', 'slaget', 'ett', 'kind'),
    width: noun('bredd', 'bredden', 'en', 'width'),
    height: noun('höjd', 'höjden', 'en', 'height'),
    x: noun('läge i sidled', 'läget i sidled', 'ett', 'place across'),
    y: noun('läge i höjdled', 'läget i höjdled', 'ett', 'place down'),
    law: noun('lag', 'lagen', 'en', 'law'),
    source: noun('källa', 'källan', 'en', 'source'),
  },
  nameOf,
};

/** What readers call an element: its question, term or heading; a list of actions goes by its first. */
function nameOf(element: JsonObject): Localised | undefined {
  for (const key of ['title', 'label', 'question', 'term', 'text', 'alt', 'law']) {
    const texts = textsOf(element[key]);
    if (texts !== undefined) return texts;
  }
  return undefined;
}

function textsOf(value: JsonObject[string] | undefined): Localised | undefined {
  if (!isObject(value)) return undefined;
  const texts = Object.entries(value).flatMap(([language, text]) =>
    typeof text === 'string' ? [[language, text] as const] : [],
  );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}
