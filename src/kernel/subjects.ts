/** What a work may be about that the public meets: how a municipality sorts its services. */
export const publicSubjects = [
  'skola',
  'bygga-bo',
  'omsorg',
  'naringsliv',
  'trafik-miljo',
  'kultur-fritid',
  'kommun-politik',
] as const;
export type PublicSubject = (typeof publicSubjects)[number];

/** Those, and what concerns only those who work for a municipality. */
export const subjects = [...publicSubjects, 'arbetssatt'] as const;
export type Subject = (typeof subjects)[number];

/** What staff call the subjects. */
export const subjectNames: Readonly<Record<Subject, { readonly sv: string; readonly en: string }>> = {
  skola: { sv: 'Skola och förskola', en: 'School and preschool' },
  'bygga-bo': { sv: 'Bygga och bo', en: 'Building and housing' },
  omsorg: { sv: 'Omsorg och stöd', en: 'Care and support' },
  naringsliv: { sv: 'Näringsliv och tillstånd', en: 'Business and licences' },
  'trafik-miljo': { sv: 'Trafik och miljö', en: 'Traffic and environment' },
  'kultur-fritid': { sv: 'Kultur och fritid', en: 'Culture and leisure' },
  'kommun-politik': { sv: 'Kommun och politik', en: 'Municipality and politics' },
  arbetssatt: { sv: 'Arbetssätt och verktyg', en: 'Ways of working and tools' },
};
