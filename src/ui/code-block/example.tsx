import type { Example } from '../page/example.ts';
import { CodeBlock } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'command',
    view: (
      <CodeBlock>curl --header "Authorization: Bearer $KEY" "https://kommons.example/api/v1/me"</CodeBlock>
    ),
  },
];
