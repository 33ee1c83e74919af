import { serveThread } from '../../../platform/thread/index.ts';
import { readSheets } from './read.ts';

/* The program of the thread that reads spreadsheets beside the event loop. */

serveThread(readSheets);
