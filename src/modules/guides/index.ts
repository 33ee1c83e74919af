import type { AnyRoute } from '../../platform/http/index.ts';
import { apiRoutes } from './routes/api.ts';
import { copyRoutes } from './copies/routes.tsx';
import { careNoteRoutes } from './routes/care-notes.tsx';
import { careRoutes } from './routes/care.tsx';
import { feedbackRoutes } from './routes/feedback.ts';
import { fetchRoutes } from './routes/fetch.tsx';
import { fetchedRoutes } from './routes/fetched.tsx';
import { mediaApiRoutes } from './routes/media-api.ts';
import { monthRoutes } from './routes/month.tsx';
import { siteOf } from './routes/addresses.ts';
import { pictureRoutes } from './routes/picture.tsx';
import { progressRoutes } from './routes/progress.ts';
import { readingRoutes } from './routes/reading.ts';
import { supportRoutes } from './routes/support.tsx';
import { wordRoutes } from './routes/word.tsx';

export { guideKind } from './kind.ts';
export { shelfSubscription } from './store/put-in-use.ts';
export { noteSubscriptions } from './care/events.ts';
export { remindOfReviews, reviewsReminded } from './care/jobs.ts';
export { countHelp, helpCounted } from './month/job.ts';
export { keepShippedPictures } from './media/shipped.ts';
export { rememberTasks } from './support/presence.ts';
export { editorScript } from './island/index.ts';
export { hasOpenGuide } from './store/shelf.ts';

export const routes: readonly AnyRoute[] = [
  ...readingRoutes,
  ...progressRoutes,
  ...copyRoutes,
  ...feedbackRoutes,
  ...careRoutes,
  ...careNoteRoutes,
  ...monthRoutes,
  ...supportRoutes,
  ...pictureRoutes,
  ...wordRoutes,
  ...fetchRoutes,
  ...fetchedRoutes,
  ...apiRoutes,
  ...mediaApiRoutes,
];

/** Where what helps with tasks is read, at work or on the public site. */
export const supportAddress = (
  kind: 'work' | 'open',
  organisation: string,
  tasks: readonly string[],
): string => siteOf(kind, organisation).support(tasks);
