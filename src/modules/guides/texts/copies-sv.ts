export const sv = {
  ways: {
    print: 'Skriv ut',
    pdf: 'Hämta som PDF',
    file: 'Läs utan nät',
  },
  about: {
    heading: 'Om den här kopian',
    version: 'Version',
    taken: 'Tagen',
    original: 'Den gällande guiden',
    foot: (version: string, day: string) => `${version}. Kopia tagen ${day}.`,
    basedOn: (own: string, common: string) => `${own} (gemensam text: ${common})`,
  },
  print: {
    title: (guide: string) => `Utskrift: ${guide}`,
    how: 'Så här ser guiden ut på papper. Skriv ut med webbläsarens utskrift (Ctrl + P, på Mac ⌘ + P).',
  },
  block: {
    question: (n: number) => `Fråga ${n}`,
    quizNeeds: (pass: number, of: number) => `${pass} rätt av ${of} behövs för att bli godkänd.`,
    quizNotKept: 'Att du är godkänd sparas bara när du svarar i den gällande guiden.',
    answersLast: 'Svaren står sist.',
    openAnswer: 'Välj ett svar, så ser du om det stämmer.',
    film: 'Film',
    filmElsewhere: 'Filmen finns inte i kopian. Se den i den gällande guiden:',
    transcript: 'Filmen som text',
    file: 'Fil',
    fileElsewhere: 'Filen finns inte i kopian. Hämta den i den gällande guiden:',
    picture: 'Bild',
  },
  answers: 'Svar',
  file: {
    head: (version: string, day: string, time: string) =>
      `Det här är en kopia av ${version}, tagen ${day} kl. ${time}. Den uppdateras inte.`,
    living: 'Den gällande guiden finns här:',
    skip: 'Till innehållet',
    search: 'Sök i guiden',
    found: '{n} träffar',
    one: '1 träff',
    none: 'Inget i guiden innehåller alla orden.',
    many: 'De {n} första träffarna. Skriv fler ord för att hitta rätt.',
  },
  tooLarge: {
    title: 'Guiden är för stor',
    pdf: 'Guiden är för stor för att bli en PDF. Skriv ut den i stället, eller ta ett steg i taget.',
    file: (mb: number) =>
      `Guidens bilder gör kopian större än ${mb} megabyte. Hämta guiden som PDF eller skriv ut den i stället.`,
    back: 'Till guiden',
  },
  busy: {
    title: 'Många vill ha en PDF just nu',
    text: 'Vänta en liten stund och försök igen.',
    again: 'Försök igen',
  },
};

export type CopyTexts = typeof sv;
