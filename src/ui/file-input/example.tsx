import type { Example } from '../page/example.ts';
import { FileInput } from './view.tsx';

export const examples: readonly Example[] = [
  { name: 'empty', view: <FileInput name="f" label="Intyg från läkare" accept=".pdf,.jpg" required /> },
  {
    name: 'filled',
    view: (
      <FileInput
        name="f"
        label="Intyg från läkare"
        optional="om du har"
        help="Pdf eller foto, högst 20 megabyte."
        accept=".pdf"
        several
        remove="remove"
        files={[
          { id: '1', name: 'intyg-resvag.pdf', note: '1,2 megabyte, kontrollerad', href: '/f/1' },
          { id: '2', name: 'schema.jpg', note: '0,4 megabyte' },
        ]}
      />
    ),
  },
  {
    name: 'error',
    view: (
      <FileInput
        name="f"
        label="Intyg"
        required
        accept=".pdf"
        error="Filen är 31 megabyte. Den får vara högst 20."
      />
    ),
  },
];
