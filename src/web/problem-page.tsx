import type { VNode } from 'preact';
import { link, type Language, type Page } from '../platform/http/index.ts';
import { Button, Form, inLanguage, Link, SearchField, Stack } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { siteOf } from './astray.ts';
import { wordsOf, type Problem } from './problems.ts';

const labels = {
  sv: {
    number: 'Nummer',
    signIn: 'Logga in i en ny flik',
    again: 'Skicka igen',
    files: 'Filer behöver du välja en gång till.',
    service: 'Sök bland våra tjänster',
    library: 'Sök i biblioteket',
    home: 'Till startsidan',
  },
  en: {
    number: 'Number',
    signIn: 'Sign in in a new tab',
    again: 'Send again',
    files: 'You need to choose files once more.',
    service: 'Search our services',
    library: 'Search the library',
    home: 'To the start page',
  },
};

export type ProblemPlace = {
  readonly language: Language;
  readonly requestId: string;
  readonly status: number;
  /** Path and query that were asked for. */
  readonly address: string;
};

type Sent = Readonly<Record<string, unknown>>;

/** Everything that a form carried, as hidden fields of a form that sends it once more. */
function SendAgain({ sent, place }: { readonly sent: Sent; readonly place: ProblemPlace }): VNode {
  const words = labels[place.language];
  const values = Object.entries(sent).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
      typeof one === 'string' && name !== '_key' ? [{ name, value: one }] : [],
    ),
  );
  const home = inLanguage(place.language, link(addresses.signIn, {}, { till: '/' }));
  return (
    <Form action={place.address}>
      {values.map(({ name, value }, index) => (
        <input key={`${name}${String(index)}`} type="hidden" name={name} value={value} />
      ))}
      <p>
        <a href={home} target="_blank" rel="noopener">
          {words.signIn}
        </a>
      </p>
      <p class="k-meta">{words.files}</p>
      <Button>{words.again}</Button>
    </Form>
  );
}

/** A search where the person was, and the way home. */
function Ways({ place }: { readonly place: ProblemPlace }): VNode {
  const words = labels[place.language];
  const organisation = siteOf(place.address);
  return (
    <Stack>
      {organisation === null ? (
        <SearchField action={link(addresses.library, {})} name="q" label={words.library} />
      ) : (
        <SearchField
          action={link(addresses.publicServices, { organisation })}
          name="sok"
          label={words.service}
        />
      )}
      <p>
        <Link to={organisation === null ? '/' : link(addresses.publicSite, { organisation })}>
          {words.home}
        </Link>
      </p>
    </Stack>
  );
}

/** The page that says what went wrong, where, and what to do. */
export function problemPage(problem: Problem, place: ProblemPlace): Page {
  const { language } = place;
  const { title, what } = wordsOf(problem, language);
  return {
    kind: 'page',
    status: place.status,
    title,
    frame: { kind: siteOf(place.address) === null ? 'front' : 'public' },
    content: (
      <div class="k-problem">
        <h1>{title}</h1>
        <p class="k-lede">{what}</p>
        {problem.kind === 'unreadable' && (
          <ul>
            {problem.issues.map((issue) => (
              <li key={issue.path}>
                <b>{issue.path}</b> {issue.message}
              </li>
            ))}
          </ul>
        )}
        {problem.kind === 'missing' && <Ways place={place} />}
        {problem.kind === 'sign-in' && <SendAgain sent={problem.sent ?? {}} place={place} />}
        {problem.kind === 'fault' && (
          <p class="k-meta">
            {labels[language].number} {place.requestId}
          </p>
        )}
      </div>
    ),
  };
}
