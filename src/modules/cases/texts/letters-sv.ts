/** A subject is told from others by service, number and municipality, and never says who or what it is about. */
const subject = (what: string) => (service: string, number: string, municipality: string) =>
  `${what}: ${service}, ${number}, ${municipality}`;

const readAndAnswer = (link: string) => `Läs och svara här, du loggar in först:\n${link}`;
const readOnly = (link: string) => `Läs här, du loggar in först:\n${link}`;

/** Letters hold the service, a number and a link, nothing more about anybody: mail is read by anyone on its way. */
export const lettersSv = {
  opened: {
    subject: subject('Vi har tagit emot ditt ärende'),
    text: (number: string) => `Vi har tagit emot det du skickade in. Ditt ärende har nummer ${number}.`,
    follow: (link: string) => `Följ ärendet här, du loggar in först:\n${link}`,
  },
  message: {
    subject: subject('Nytt meddelande'),
    text: (number: string) => `Du har fått ett meddelande i ärende ${number}.`,
    follow: readAndAnswer,
  },
  completion: {
    subject: subject('Vi behöver mer från dig'),
    text: (number: string, due: string) =>
      `Vi behöver att du kompletterar ärende ${number}. Svara senast ${due}.`,
    follow: readAndAnswer,
  },
  decided: {
    subject: subject('Ditt ärende är beslutat'),
    text: (number: string) => `Vi har fattat beslut i ärende ${number}.`,
    follow: readOnly,
  },
  keepNumber: 'Spara numret. Du behöver det om du vill fråga om ärendet.',
  noReply: 'Du kan inte svara på det här mejlet.',
};

export type LetterTexts = typeof lettersSv;
