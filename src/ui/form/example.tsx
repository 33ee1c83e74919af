import type { Example } from '../page/example.ts';
import { Button } from '../button/view.tsx';
import { TextInput } from '../field/controls.tsx';
import { Form } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'post',
    view: (
      <Form action="/spara" hidden={{ revision: 3 }} label="Uppgifter">
        <TextInput name="a" label="Vad heter du?" required />
        <Button>Spara</Button>
      </Form>
    ),
  },
];
