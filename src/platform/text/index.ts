export { formatDate, formatDay, formatShortDate, formatTime, isoDay } from './dates.ts';
export { citation } from './law.ts';
export { capital, formatNumber, joinList, plural } from './words.ts';
