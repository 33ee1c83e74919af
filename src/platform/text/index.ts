export { formatDate, formatDay, formatShortDate, formatTime, isoDay } from './dates.ts';
export { citation } from './law.ts';
export { typedDay, type TypedDay } from './typed-day.ts';
export { capital, formatNumber, inWords, joinList, plural } from './words.ts';
