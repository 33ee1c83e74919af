import type { Example } from '../page/example.ts';
import { ShareSteps } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'three-steps',
    view: (
      <section>
        <h2>Så går det till</h2>
        <ShareSteps
          steps={[
            { title: 'Dela', text: 'En kommun delar en e-tjänst.', tiles: ['shared', 'none', 'none'] },
            { title: 'Anpassa', text: 'En annan ändrar en text.', tiles: ['shared', 'adapted', 'none'] },
            { title: 'Uppdatera', text: 'Version 2 finns.', tiles: ['shared', 'adapted', 'older'] },
          ]}
        />
      </section>
    ),
  },
];
