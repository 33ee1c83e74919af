import { serveThread } from '../../../platform/thread/index.ts';
import { readWord } from './read.ts';

/* The program of the thread that reads documents beside the event loop. */

serveThread(readWord);
