import { z } from 'zod';
import { theme } from '../../ui/index.ts';
import type { Profile } from './profile.ts';

/** What was typed, kept as it was until it is right. `nearest` is the button of the proposed tone. */
export type LooksForm = z.infer<typeof LooksForm>;
export const LooksForm = z.object({
  colour: z.string().trim().max(20).default(''),
  phone: z.string().trim().max(40).default(''),
  email: z.string().trim().max(254).default(''),
  nearest: z.string().trim().max(20).optional(),
});

export type LooksProblem =
  | { readonly kind: 'not-a-colour'; readonly field: 'colour' }
  | { readonly kind: 'hard-to-read'; readonly field: 'colour'; readonly nearest: string }
  | { readonly kind: 'not-a-phone'; readonly field: 'phone' }
  | { readonly kind: 'not-an-email'; readonly field: 'email' };

export type LooksDecision =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly LooksProblem[] };

function colourProblems(colour: string): readonly LooksProblem[] {
  if (colour === '') return [];
  const made = theme(colour);
  if (made.ok) return [];
  switch (made.failure.kind) {
    case 'not-a-colour':
      return [{ kind: 'not-a-colour', field: 'colour' }];
    case 'low-contrast':
      return [{ kind: 'hard-to-read', field: 'colour', nearest: made.failure.nearest }];
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/**
 * The profile that was typed, or everything that is wrong with it at once. A colour is refused when text
 * on it has a contrast under 4.5, or it differs from the page by less than 3 (WCAG 2.2).
 */
export function decideLooks(typed: LooksForm): LooksDecision {
  const colour = typed.nearest ?? typed.colour;
  const problems: readonly LooksProblem[] = [
    ...colourProblems(colour),
    ...(typed.phone === '' || /^\+?[\d\s-]{5,}$/.test(typed.phone)
      ? []
      : [{ kind: 'not-a-phone', field: 'phone' } as const]),
    ...(typed.email === '' || z.email().safeParse(typed.email).success
      ? []
      : [{ kind: 'not-an-email', field: 'email' } as const]),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { phone, email } = typed;
  return {
    ok: true,
    profile: {
      colour: orNull(colour.toLowerCase()),
      phone: orNull(phone),
      email: orNull(email),
      example: false,
    },
  };
}
