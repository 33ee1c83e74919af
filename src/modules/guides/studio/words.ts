import type { BlockType, TargetKind } from '../definition/index.ts';
import type { ToolWords } from '../../commons/index.ts';

const w = (sv: string, en: string): ToolWords => ({ sv, en });

/** What the types of blocks are called, in the order that they are offered. */
export const blockWords: Readonly<Record<BlockType, ToolWords>> = {
  text: w('Text', 'Text'),
  actions: w('Gör så här, steg för steg', 'Do this, step by step'),
  slot: w('Plats för ”så gör vi hos oss”', 'Place for “how we do it here”'),
  warning: w('Varning', 'Warning'),
  checklist: w('Checklista', 'Checklist'),
  heading: w('Mellanrubrik', 'Heading'),
  picture: w('Bild', 'Picture'),
  film: w('Film', 'Film'),
  question: w('Fråga med återkoppling', 'Question with feedback'),
  quiz: w('Prov', 'Quiz'),
  term: w('Begrepp med förklaring', 'Term with its explanation'),
  file: w('Fil att hämta', 'File to download'),
  link: w('Länk', 'Link'),
  reuse: w('Block ur en annan guide', 'Block of another guide'),
};

export const linkWords: Readonly<Record<TargetKind, ToolWords>> = {
  service: w('Länk till en e-tjänst', 'Link to an e-service'),
  page: w('Länk till en sida i Kommons', 'Link to a page of Kommons'),
  field: w('Länk till en fråga i en e-tjänst', 'Link to a question of an e-service'),
  guide: w('Länk till en guide', 'Link to a guide'),
  web: w('Länk till en webbplats', 'Link to a website'),
};

export const verdictWords = {
  right: w('gör så här', 'do this'),
  wrong: w('gör inte så här', 'do not do this'),
};

export const readerWords = {
  staff: w('de som arbetar hos er', 'those who work for you'),
  everyone: w('alla, också utan inloggning', 'everybody, also without signing in'),
};

/** What a language of a guide is called; its code where we have no word for it. */
export const languageWords = (language: string): ToolWords =>
  ({ sv: w('svenska', 'Swedish'), en: w('engelska', 'English') })[language] ?? w(language, language);

export const say = {
  name: w('Guidens namn', 'Name of the guide'),
  readers: w('Vem som får läsa', 'Who may read'),
  reviewMonths: w('Månader mellan granskningar', 'Months between reviews'),
  sections: w('Avsnitt', 'Sections'),
  sectionName: w('Avsnittets rubrik', 'Title of the section'),
  newSection: w('Tomt avsnitt', 'Empty section'),
  taskSection: w('Avsnitt om en arbetsuppgift', 'Section on a task'),
  testSection: w('Avsnitt med prov', 'Section with a quiz'),
  steps: w('Steg', 'Steps'),
  stepName: w('Stegets rubrik', 'Title of the step'),
  newStep: w('Tomt steg', 'Empty step'),
  howStep: w('Steg med ”gör så här” och plats för lokalt', 'Step with “do this” and a local place'),
  whyStep: w('Steg som förklarar, med en fråga', 'Step that explains, with a question'),
  minutes: w('Minuter det tar', 'Minutes that it takes'),
  tasks: w('Visas under Så gör vi på', 'Shown under How we do it on'),
  taskChoose: w('Välj en sida, en fråga eller ett läge', 'Choose a page, a question or a state'),
  taskMore: w('Lägg till en till', 'Add one more'),
  taskOthers: w('Uppgifter i andra system, en per rad', 'Tasks in other systems, one a line'),
  taskOthersHelp: w(
    'Skriv system, kolon, systemets namn och uppgiften: system:journal/skriv.',
    'Write system, a colon, the name of the system and the task: system:journal/skriv.',
  ),
  blocks: w('Innehåll', 'Content'),
  blockName: w('Text, rubrik eller fråga', 'Text, heading or question'),
  markdownHelp: w(
    '**Fetstil**, *kursiv*, listor med - och länkar. Skriv {id} för att visa en lokal uppgift.',
    '**Bold**, *italics*, lists with - and links. Write {id} to show a local fact.',
  ),
  items: w('Punkter', 'Items'),
  item: w('Punkt', 'Item'),
  media: {
    picture: w('Välj en bild', 'Choose a picture'),
    film: w('Välj en film', 'Choose a film'),
    captions: w('Välj en fil med undertexter', 'Choose a file of captions'),
    file: w('Välj en fil', 'Choose a file'),
  },
  alt: w('Vad bilden visar, för den som inte ser den', 'What the picture shows, for those who do not see it'),
  caption: w('Bildtext', 'Caption'),
  width: w('Bredd', 'Width'),
  height: w('Höjd', 'Height'),
  verdict: w('Exempel på', 'Example of'),
  neither: w('varken eller', 'neither'),
  highlights: w('Markeringar i bilden', 'Highlights in the picture'),
  highlight: w('Vad som markeras', 'What is highlighted'),
  x: w('Från vänster, i procent', 'From the left, per cent'),
  y: w('Uppifrån, i procent', 'From the top, per cent'),
  captions: w('Välj en fil med undertexter på', 'Choose a file of captions in'),
  transcript: w('Vad filmen säger och visar', 'What the film says and shows'),
  question: w('Frågan', 'The question'),
  questions: w('Frågor', 'Questions'),
  answers: w('Svar', 'Answers'),
  answer: w('Svaret', 'The answer'),
  right: w('Rätt svar', 'Right answer'),
  feedback: w('Varför det är rätt eller fel', 'Why it is right or wrong'),
  pass: w('Antal rätt för godkänt', 'Right answers to pass'),
  term: w('Begreppet', 'The term'),
  explanation: w('Förklaring', 'Explanation'),
  fileName: w('Filens namn, med ändelse', 'Name of the file, with its ending'),
  linkText: w('Länkens text', 'Text of the link'),
  work: w('Verkets id', 'Id of the work'),
  field: w('Frågans id', 'Id of the question'),
  step: w('Stegets id, om länken leder till ett steg', 'Id of the step, where the link leads to one'),
  block: w('Blockets id', 'Id of the block'),
  page: w('Sidans adress', 'Address of the page'),
  web: w('Adress, eller {id} för en lokal länk', 'Address, or {id} for a local link'),
  prompt: w('Vad kommunen ska skriva här', 'What the municipality is to write here'),
  required: w('Alla måste ha den här', 'Everybody must have this'),
} as const;
