import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';
import type { Language } from '../platform/http/index.ts';
import { frame } from './frame.tsx';

type Shown = { readonly title: string; readonly content: VNode; readonly language: Language };

/** Whole documents in Kommons's own frame, for a server that is mounted beside the routes. */
export function documentRenderer(parts: {
  readonly demo: boolean;
  readonly newKey: () => string;
}): (shown: Shown) => string {
  return ({ title, content, language }) => {
    const html = render(
      frame({
        page: { kind: 'page', title, frame: { kind: 'front' }, content },
        place: null,
        workplace: null,
        actor: { kind: 'anonymous' },
        language,
        address: '/',
        newKey: parts.newKey,
        demo: parts.demo,
        nameOf: (id) => id,
        mayOpen: () => true,
        unread: null,
        support: null,
      }),
    );
    return `<!doctype html>${html}`;
  };
}
