import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'sv' | 'en';

/** What a component may know of the page it stands on. The frames set it; the default serves tests. */
export type PageContext = {
  readonly language: Language;
  /** A new idempotency key for every form of the page. An empty key leaves the hidden field out. */
  readonly newKey: () => string;
};

export const Page = createContext<PageContext>({ language: 'sv', newKey: () => '' });

export const usePage = (): PageContext => useContext(Page);
