export { acting, type Acting } from './acting.ts';
export { readerFor, readerOf } from './reader.ts';

export { Audience, anonymousReader, mayRead, type Reader } from './model/audience.ts';
export { Command } from './model/commands.ts';

export { edit } from './model/edit.ts';
export type {
  Editor,
  EditorField,
  EditorFiles,
  EditorInput,
  EditorList,
  EditorNote,
  EditorOption,
  EditorPlace,
  FileField,
  KnownKey,
  Starter,
  ToolWords,
} from './model/editor.ts';
export * as editorParts from './model/editor-parts.ts';
export type { Outcome } from './model/failure.ts';
export { idFrom, nameOfElement } from './model/outline.ts';
export { describeDifferences, type DescribedChange } from './model/described.ts';
export { fetchedIn, fetchedOf, fetchedVersion, type Fetched } from './model/fetched.ts';

export type { Figures, Measure, Measured } from './model/figures.ts';
export {
  findKind,
  registerKind,
  type HelpPlace,
  type Kind,
  type NewWork,
  type PreviewInput,
  type Template,
} from './model/kind.ts';

export { adopt, undoAdopt } from './actions/adopt.ts';
export { applyUpdate, updateAll } from './actions/apply-update.ts';
export { changeAutoUpdate, changeSharing, refollow, takeOver } from './actions/chain.ts';
export { discuss, listOwnChanges, propose, withdrawContribution } from './actions/contribute.ts';
export { finishTask, showDebt } from './actions/debt.ts';
export { commit, discardDraft, editDraft, findDraft, saveDraft } from './actions/drafts.ts';
export { findFetchable, findFetched, listOwn, type Fetchable } from './actions/fetch.ts';
export { forecast, showFleet } from './actions/fleet.ts';
export { takeInUse, takeOutOfUse } from './actions/in-use.ts';
export { findWork, searchLibrary, showSpread } from './actions/library.ts';
export { listHelpPlaces } from './actions/help-places.ts';
export { loadWork } from './actions/load.ts';
export { publish } from './actions/publish.ts';
export {
  findDefinition,
  findVariant,
  listNotices,
  listOffered,
  listVariants,
  listVersions,
  markNoticesRead,
  originMarks,
  showHistory,
  type OriginMark,
} from './actions/read.ts';
export { recall, withdraw } from './actions/recall.ts';
export { answerContribution, findContribution, showReview } from './actions/review.ts';
export {
  findPinned,
  findProvenance,
  findRunning,
  listRunning,
  type At,
  type Provenance,
  type RunningSummary,
  type RunningWork,
} from './actions/running.ts';
export { saveSettings, showChecklist } from './actions/settings.ts';
export { revertTo, takeDeclined, undoUpdate } from './actions/undo.ts';
export { answerConflict, declineChange, prepareUpdate } from './actions/update.ts';
export { mergeIn, serveMerges } from './merging/merge-apart.ts';
export { createWork } from './actions/works.ts';

export { inUse } from './events.ts';
export {
  countFigures,
  dueSubscription,
  dueUpdates,
  figuresCounted,
  plansCarriedOut,
  takeDueUpdates,
  takePlannedInUse,
} from './jobs.ts';
export { countUnread, saveReadElsewhere, tellElsewhere } from './store/notices.ts';
export { letterSubscriptions } from './told/tell.ts';

export { findDifferences } from './library/derived.ts';
export * as addresses from './addresses.ts';
export { apiRoutes } from './api/index.ts';
export { pageRoutes } from './routes/index.ts';
