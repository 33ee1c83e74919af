import type { Example } from '../page/example.ts';
import { Select, TextInput, Textarea } from './controls.tsx';

export const examples: readonly Example[] = [
  { name: 'empty', view: <TextInput name="a" label="Vad heter du?" required autocomplete="name" /> },
  {
    name: 'error',
    view: (
      <TextInput
        name="distance"
        required
        width="short"
        label="Hur lång är vägen till skolan?"
        help="Vi mäter den kortaste vägen som är säker att gå."
        error="Skriv avståndet med siffror, till exempel 2,6."
        value="drygt två"
        unit="kilometer"
        mode="decimal"
      />
    ),
  },
  {
    name: 'email',
    view: <TextInput name="e" type="email" label="E-post" value="a@exempel.se" autocomplete="email" />,
  },
  {
    name: 'phone',
    view: <TextInput name="p" type="tel" label="Telefon" width="medium" optional="om du vill" />,
  },
  {
    name: 'long-text',
    view: (
      <Textarea
        name="t"
        label="Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering"
        value="Text"
        maxLength={500}
      />
    ),
  },
  {
    name: 'read-text',
    view: (
      <Textarea name="t" required reads label="Skäl, så som sökanden läser dem" value="Ditt barn har rätt." />
    ),
  },
  {
    name: 'select',
    view: (
      <Select
        name="s"
        required
        label="Vilken skola?"
        empty="Välj skola"
        value="b"
        options={[
          { value: 'a', label: 'Älandsbro skola' },
          { value: 'b', label: 'Wendela Hellmanskolan' },
        ]}
      />
    ),
  },
];
