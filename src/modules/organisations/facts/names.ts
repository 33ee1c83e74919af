/** What a municipality calls itself where the rule below does not give it. */
const ownNames = new Map([
  ['0180', 'Stockholms stad'],
  ['0183', 'Sundbybergs stad'],
  ['0184', 'Solna stad'],
  ['0186', 'Lidingö stad'],
  ['0187', 'Vaxholms stad'],
  ['0880', 'Kalmar kommun'],
  ['0980', 'Region Gotland'],
  ['1280', 'Malmö stad'],
  ['1282', 'Landskrona stad'],
  ['1283', 'Helsingborgs stad'],
  ['1421', 'Orust kommun'],
  ['1480', 'Göteborgs Stad'],
  ['1481', 'Mölndals stad'],
  ['1488', 'Trollhättans Stad'],
  ['1490', 'Borås Stad'],
  ['1980', 'Västerås stad'],
  ['2080', 'Falu kommun'],
  ['2583', 'Haparanda stad'],
]);

/** Addresses that would be the same without å, ä and ö. The name without them keeps the plain one. */
const ownSlugs = new Map([['0305', 'haabo']]);

/**
 * The name before "kommun": names that end in a vowel, s, x or z take no s ("Timrå kommun", "Kramfors
 * kommun"), others do ("Härnösands kommun").
 */
export function municipalityName(code: string, name: string): string {
  const own = ownNames.get(code);
  if (own !== undefined) return own;
  return /[aeiouyåäösxz]$/u.test(name) ? `${name} kommun` : `${name}s kommun`;
}

/** "Härnösands", "Timrås", "Kramfors": an s unless the name ends in s, x or z. */
export function genitive(name: string): string {
  return /[sxz]$/iu.test(name) ? name : `${name}s`;
}

/** The ASCII form of a name, for addresses: "Region Västernorrland" is `region-vasternorrland`. */
export function asciiSlug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

export function municipalitySlug(code: string, name: string): string {
  return ownSlugs.get(code) ?? asciiSlug(name);
}
