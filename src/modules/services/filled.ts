import type { EService, Localised, Settings } from './definition/index.ts';
import { fillText } from './definition/index.ts';

/** A text of a service in one language, with the organisation's values in its placeholders. */
export const filled = (
  service: { readonly definition: EService; readonly settings: Settings },
  text: Localised,
  language: string,
): string => fillText(service.definition, text, { settings: service.settings, language });
