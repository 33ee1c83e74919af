import type { FieldOf } from './question.ts';

type Keyboard = {
  readonly mode?: 'numeric' | 'url';
  readonly autocomplete?: string;
  readonly width?: 'short' | 'medium' | 'long' | 'full';
};

/** The keyboard, the width and the browser's memory that fit a short text. */
function shortText(field: FieldOf<'short-text'>): Keyboard {
  switch (field.pattern) {
    case 'organisation-number':
      return { mode: 'numeric', width: 'medium' };
    case 'postal-code':
      return { mode: 'numeric', width: 'short', autocomplete: 'postal-code' };
    case 'digits':
      return { mode: 'numeric', width: 'medium' };
    case 'vehicle':
      return { width: 'short' };
    case 'web-address':
      return { mode: 'url', autocomplete: 'url' };
    case 'property':
      return { width: 'long' };
    case null:
      return field.maxLength <= 20 ? { width: 'medium' } : {};
  }
}

export const keyboards = {
  shortText,
  email: { type: 'email', mode: 'email', autocomplete: 'email', width: 'long', spellcheck: false },
  phone: { type: 'tel', mode: 'tel', autocomplete: 'tel', width: 'medium' },
} as const;
