export { formatDate, formatDay, formatShortDate, formatTime, isoDay } from './dates.ts';
export { formatNumber, joinList, plural } from './words.ts';
