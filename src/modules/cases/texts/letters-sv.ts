/** Letters hold a number and a link, nothing more about anybody: mail is read by anyone on its way. */
export const lettersSv = {
  opened: {
    subject: (number: string) => `Vi har tagit emot ditt ärende ${number}`,
    text: (number: string) => `Vi har tagit emot det du skickade in. Ditt ärende har nummer ${number}.`,
  },
  message: {
    subject: (number: string) => `Nytt meddelande i ärende ${number}`,
    text: (number: string) => `Du har fått ett meddelande i ärende ${number}.`,
  },
  completion: {
    subject: (number: string) => `Vi behöver mer från dig i ärende ${number}`,
    text: (number: string, due: string) =>
      `Vi behöver att du kompletterar ärende ${number}. Svara senast ${due}.`,
  },
  decided: {
    subject: (number: string) => `Ärende ${number} är beslutat`,
    text: (number: string) => `Vi har fattat beslut i ärende ${number}.`,
  },
  follow: (link: string) => `Läs och svara här, du loggar in först:\n${link}`,
  keepNumber: 'Spara numret. Du behöver det om du vill fråga om ärendet.',
  noReply: 'Du kan inte svara på det här mejlet.',
};

export type LetterTexts = typeof lettersSv;
