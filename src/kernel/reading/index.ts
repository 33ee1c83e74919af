export { readHead } from './head.ts';
export { checkIds } from './ids.ts';
export { readLegalBasis, type LegalBasis } from './legal-basis.ts';
export * as say from './messages.ts';
export { readOptions, readParameters, type Option } from './parameters.ts';
export { checkPlaceholders } from './placeholders.ts';
export { idOf, PropertyReader } from './properties.ts';
export { remembering, type Read } from './remembering.ts';
export { below, isProperties, Reading, type Issue, type Properties } from './reading.ts';
