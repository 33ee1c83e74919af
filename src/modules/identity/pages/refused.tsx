import { link, type Language } from '../../../platform/http/index.ts';
import { Actions, ButtonLink, PageHead } from '../../../ui/index.ts';
import { attemptCookie, dropCookie, type DoorReply } from '../sign-in/door.ts';
import { texts } from '../texts/index.ts';

export const refusalKinds = ['cancelled', 'refused', 'provider-unavailable', 'too-late'] as const;
export type RefusalKind = (typeof refusalKinds)[number];

const statuses: Readonly<Record<RefusalKind, number>> = {
  cancelled: 200,
  refused: 403,
  'provider-unavailable': 503,
  'too-late': 400,
};

function explanation(language: Language, kind: RefusalKind): string {
  const words = texts(language).refused;
  switch (kind) {
    case 'cancelled':
      return words.cancelled;
    case 'refused':
      return words.refused;
    case 'provider-unavailable':
      return words.unavailable;
    case 'too-late':
      return words.tooLate;
  }
}

/** Says that nobody was signed in, why, and how to go on. Never says what was wrong with an answer. */
export function refusedPage(language: Language, kind: RefusalKind, returnTo: string | null): DoorReply {
  const words = texts(language).refused;
  const again = link({ path: '/logga-in' }, {}, { till: returnTo ?? undefined });
  return {
    kind: 'page',
    cookies: [dropCookie(attemptCookie)],
    page: {
      kind: 'page',
      status: statuses[kind],
      title: words.title,
      frame: { kind: 'front' },
      content: (
        <>
          <PageHead title={words.title} lede={explanation(language, kind)} />
          <Actions>
            <ButtonLink to={again}>{words.again}</ButtonLink>
            <ButtonLink to="/" kind="tertiary">
              {words.home}
            </ButtonLink>
          </Actions>
        </>
      ),
    },
  };
}
