import type { Language } from '../../../platform/http/index.ts';
import { genitive } from '../../organisations/index.ts';

type Section = { readonly heading: string; readonly paragraphs: readonly string[] };

export type AccessibilityStatement = {
  readonly title: string;
  readonly heading: string;
  readonly generated: string;
  readonly lede: string;
  readonly sections: readonly Section[];
  readonly supervisor: { readonly text: string; readonly link: string; readonly address: string };
  readonly contact: string;
};

/** Digg supervises the law and takes complaints (lag 2018:1937, förordning 2018:1938). */
const supervisorAddress = 'https://www.digg.se/tdosanmalan';

const swedish = (name: string): AccessibilityStatement => ({
  title: 'Tillgänglighetsredogörelse',
  heading: `Tillgänglighet på ${genitive(name)} e-tjänster`,
  generated: `Texten är ett underlag från Kommons. ${name} ansvarar för webbplatsen och har inte bekräftat redogörelsen än.`,
  lede: `${name} står bakom den här webbplatsen. Vi vill att alla ska kunna använda den. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service (2018:1937), vad vi känner till för brister och hur du berättar för oss om du stöter på något.`,
  sections: [
    {
      heading: 'Hur tillgänglig är webbplatsen?',
      paragraphs: [
        'Sidorna är byggda för nivå AA i WCAG 2.2, som går längre än lagens krav i EN 301 549. De fungerar utan skript, med bara tangentbord, vid 400 procents förstoring och med egna färger.',
        'Ingen utomstående har granskat webbplatsen. Därför påstår vi inte att den helt uppfyller kraven.',
      ],
    },
    {
      heading: 'Brister som vi känner till',
      paragraphs: [
        'Dokument som du själv eller andra har lagt till, till exempel pdf:er och foton, kan sakna text som går att läsa upp.',
        'Alla tjänster finns inte på engelska. Då visas de på svenska, och sidan säger det.',
      ],
    },
    {
      heading: 'Så har vi testat',
      paragraphs: [
        'Plattformens sidor provas automatiskt mot WCAG vid varje ändring, i 320 och 1280 punkters bredd, i ljust och mörkt läge. Automatiska prov hittar bara en del av alla brister.',
      ],
    },
  ],
  contact:
    'Berätta för oss om något inte fungerar för dig, eller om du behöver innehållet på ett annat sätt.',
  supervisor: {
    text: 'Myndigheten för digital förvaltning har tillsyn över lagen. Är du inte nöjd med vårt svar kan du säga det till dem.',
    link: 'Anmäl brister till Digg',
    address: supervisorAddress,
  },
});

const english = (name: string): AccessibilityStatement => ({
  title: 'Accessibility statement',
  heading: `Accessibility of the services of ${name}`,
  generated: `This text is a basis from Kommons. ${name} is responsible for the site and has not yet confirmed the statement.`,
  lede: `${name} is behind this site. We want everybody to be able to use it. This page says how it meets the Swedish act on accessibility of digital public services (2018:1937), which shortcomings we know of, and how to tell us when something is in your way.`,
  sections: [
    {
      heading: 'How accessible is the site?',
      paragraphs: [
        'The pages are built for level AA of WCAG 2.2, which goes further than the EN 301 549 requirements of the law. They work without scripts, with a keyboard alone, at 400 per cent zoom and with your own colours.',
        'Nobody outside has reviewed the site. Therefore we do not claim that it fully meets the requirements.',
      ],
    },
    {
      heading: 'Shortcomings that we know of',
      paragraphs: [
        'Documents that you or others have added, such as PDFs and photos, may lack text that can be read aloud.',
        'Not every service is available in English. It is then shown in Swedish, and the page says so.',
      ],
    },
    {
      heading: 'How we have tested',
      paragraphs: [
        'The pages of the platform are tested automatically against WCAG at every change, 320 and 1280 pixels wide, in light and dark. Automatic tests find only part of all shortcomings.',
      ],
    },
  ],
  contact: 'Tell us if something does not work for you, or if you need the content in another way.',
  supervisor: {
    text: 'The Agency for Digital Government supervises the law. If you are not content with our answer you can tell them.',
    link: 'Report shortcomings to Digg (in Swedish)',
    address: supervisorAddress,
  },
});

/**
 * The accessibility statement that the law (2018:1937) demands, generated from what is known
 * of the platform. It says itself that the municipality has to confirm it.
 */
export const accessibilityStatement = (language: Language, name: string): AccessibilityStatement =>
  language === 'en' ? english(name) : swedish(name);
