export const sv = {
  refused: {
    title: 'Du är inte inloggad',
    cancelled: 'Du avbröt inloggningen. Inget har hänt.',
    tooLate: 'Inloggningen tog för lång tid eller gjordes i en annan flik. Börja om.',
    refused: 'Vi kunde inte lita på svaret från legitimeringen. Du är därför inte inloggad. Försök igen.',
    unavailable: 'Legitimeringen svarar inte just nu. Vänta en stund och försök igen.',
    again: 'Logga in på nytt',
    home: 'Till startsidan',
  },
};
