/**
 * A light stem of Swedish: number, definiteness, genitive and the commonest verb forms fall, so that
 * *skolskjutsarnas*, *skolskjutsen* and *skolskjuts* meet. Built for searching, not for reading: the stem
 * need not be a word. Same rules for documents and for questions.
 */
export function stem(word: string): string {
  const bare = withoutGenitive(word);
  const known = irregular.get(word) ?? irregular.get(bare);
  if (known !== undefined) return known;
  if (/\d/.test(word) || word.length < 4) return word;
  return ofVerb(word) ?? finish(withoutEnding(bare));
}

/** Umlaut and other forms that no ending explains; each list begins with its stem. */
const forms: readonly string[] = [
  'bok böcker böckerna boken bokens',
  'stad städer städerna staden stadens stadsdel',
  'hand händer händerna handen',
  'natt nätter nätterna natten',
  'man män männen mannen',
  'land länder länderna landet',
  'son söner sönerna sonen',
  'dotter döttrar döttrarna dottern',
  'mor mödrar mamma',
  'far fäder pappa',
  'bror bröder bröderna brodern',
  'tand tänder tänderna tanden',
  'fot fötter fötterna foten',
  'gås gäss',
  'vatten vattnet vattnets vattnen vattens',
  'tecken tecknet tecknen',
  'handling handlingar handlingen handlingarna handlingars handlingens',
  'kostnad kostnader kostnaden kostnaderna kostnaders',
  'kamera kameror kameran kamerorna kameras',
  'opera operor operan',
  'område områden området områdena områdets',
  'fritid fritids fritiden fritidens',
  'namn namnet namnen namns',
  'djur djuret djuren djurs djurens',
  'bil bilar bilen bilarna bilens bilars',
  'val valet valen',
  'bostad bostäder bostaden bostäderna bostads bostadens',
  'förening föreningar föreningen föreningarna förenings föreningens föreningars',
  'mening meningar meningen',
  'försening förseningar förseningen',
  'mark marken marker markens',
  'vård vården vårdens',
  'miljö miljön miljöns miljöer',
  'by byn byar byarna',
  'ö ön öar öarna',
  'å ån åar',
  'sjö sjön sjöar sjöarna',
  'kö kön köer köerna köa köar',
  'skola skolan skolor skolorna skolans skolors skolornas skol',
  'ställe ställen stället ställena',
  'elev elever eleven eleverna elevens elevers elevernas',
  'brev breven brevet',
  'nummer numret nummret numren',
];

const irregular = new Map(
  forms.flatMap((line) => {
    const all = line.split(' ');
    const [base = ''] = all;
    return all.map((form) => [form, base] as const);
  }),
);

/** -era and -ering belong together, and apart from -er: *parkering* is no *park*. */
function ofVerb(word: string): string | null {
  const match =
    /^(.{2,}?)er(?:a|ar|as|ade|ades|at|ats|ande|ing|ings|ingen|ingens|ingar|ingars|ingarna|ingarnas)$/.exec(
      word,
    );
  return match === null ? null : `${match[1]}ering`;
}

function withoutGenitive(word: string): string {
  return word.length > 4 && /(?:[aeo]|[aeo]n|et|ar|er|or|het|ing|tion|a[rn]na)s$/.test(word)
    ? word.slice(0, -1)
    : word;
}

// Longest first. What remains must hold a vowel and at least three letters (two before -ning).
const endings = [
  'ningarna',
  'heterna',
  'ningens',
  'ningar',
  'ningen',
  'ingarna',
  'heten',
  'heter',
  'arnas',
  'andet',
  'ingar',
  'ingen',
  'arna',
  'erna',
  'orna',
  'aren',
  'aste',
  'ning',
  'ande',
  'ende',
  'ades',
  'isk',
  'iska',
  'iskt',
  'lig',
  'liga',
  'ligt',
  'are',
  'ade',
  'het',
  'ing',
  'ens',
  'ets',
  'nas',
  'ena',
  'ern',
  'eln',
  'ar',
  'er',
  'or',
  'en',
  'et',
  'an',
  'na',
  'as',
  'at',
  'ad',
  'es',
  'a',
  'e',
  'n',
  't',
].toSorted((left, right) => right.length - left.length);

function withoutEnding(word: string): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= 3 && /[aeiouyåäö]/.test(rest) && mayFall(ending, rest)) return kept(ending, rest);
  }
  return word;
}

/** A single letter falls only where it is an ending: *skjut-t* no, *ansöka-n* yes. */
function mayFall(ending: string, rest: string): boolean {
  if (ending === 'n') return /[aeioö]$/.test(rest) && rest.length >= 4;
  if (ending === 't') return /[aeöä]$/.test(rest) && rest.length >= 4;
  if (ending === 'es') return rest.length >= 4;
  return true;
}

const kept = (ending: string, rest: string): string => {
  if (ending === 'eln') return `${rest}el`;
  if (ending === 'n' || ending === 't') return withoutEnding(rest);
  return rest;
};

/** Evens out what endings leave: *rumm* → *rum*, *cykl* → *cykel*, *registr* → *regist*, *skolskjuts* → *skolskjut*. */
function finish(stem: string): string {
  if (/[aeiouyåäö](?:mm|nn)$/.test(stem) && stem.length > 3) return stem.slice(0, -1);
  if (/[bdfgkpt]l$/.test(stem) && stem.length > 3) return `${stem.slice(0, -1)}el`;
  if (/[bdfgkmptv]r$/.test(stem) && stem.length > 3) return finish(stem.slice(0, -1));
  if (/[^saeiouyåäö]s$/.test(stem) && stem.length > 4) return stem.slice(0, -1);
  return stem;
}
