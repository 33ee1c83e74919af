import type { Example } from './page/example.ts';
import { examples as actPanelSheet } from './act-panel/example.tsx';
import { examples as alertSheet } from './alert/example.tsx';
import { examples as answersSheet } from './answers/example.tsx';
import { examples as breadcrumbsSheet } from './breadcrumbs/example.tsx';
import { examples as buttonSheet } from './button/example.tsx';
import { examples as changeListSheet } from './change-list/example.tsx';
import { examples as chipsSheet } from './chips/example.tsx';
import { examples as choiceSheet } from './choice/example.tsx';
import { examples as codeBlockSheet } from './code-block/example.tsx';
import { examples as columnsSheet } from './columns/example.tsx';
import { examples as dateInputSheet } from './date-input/example.tsx';
import { examples as detailsSheet } from './details/example.tsx';
import { examples as edgePanelSheet } from './edge-panel/example.tsx';
import { examples as emptyStateSheet } from './empty-state/example.tsx';
import { examples as errorSummarySheet } from './error-summary/example.tsx';
import { examples as exampleNoteSheet } from './example-note/example.tsx';
import { examples as factsSheet } from './facts/example.tsx';
import { examples as fieldSheet } from './field/example.tsx';
import { examples as fileInputSheet } from './file-input/example.tsx';
import { examples as footBarSheet } from './foot-bar/example.tsx';
import { examples as formSheet } from './form/example.tsx';
import { examples as legendSheet } from './legend/example.tsx';
import { examples as linkListSheet } from './link-list/example.tsx';
import { examples as mergeViewSheet } from './merge-view/example.tsx';
import { examples as originEdgeSheet } from './origin-edge/example.tsx';
import { examples as originMarkSheet } from './origin-mark/example.tsx';
import { examples as pageHeadSheet } from './page-head/example.tsx';
import { examples as paginationSheet } from './pagination/example.tsx';
import { examples as paperSheet } from './paper/example.tsx';
import { examples as positionSheet } from './position/example.tsx';
import { examples as proseSheet } from './prose/example.tsx';
import { examples as savedNoteSheet } from './saved-note/example.tsx';
import { examples as searchFieldSheet } from './search-field/example.tsx';
import { examples as shareStepsSheet } from './share-steps/example.tsx';
import { examples as sideListSheet } from './side-list/example.tsx';
import { examples as stepListSheet } from './step-list/example.tsx';
import { examples as supportSheet } from './support/example.tsx';
import { examples as tableSheet } from './table/example.tsx';
import { examples as tagSheet } from './tag/example.tsx';
import { examples as termsSheet } from './terms/example.tsx';
import { examples as tickListSheet } from './tick-list/example.tsx';
import { examples as tileMapSheet } from './tile-map/example.tsx';
import { examples as tileRowSheet } from './tile-row/example.tsx';
import { examples as timelineSheet } from './timeline/example.tsx';

export type { Example } from './page/example.ts';

/** Every component in its states. Each example stands alone on a page: its ids are its own. */
export const exampleSheets: Readonly<Record<string, readonly Example[]>> = {
  'act-panel': actPanelSheet,
  alert: alertSheet,
  answers: answersSheet,
  breadcrumbs: breadcrumbsSheet,
  button: buttonSheet,
  'change-list': changeListSheet,
  chips: chipsSheet,
  choice: choiceSheet,
  'code-block': codeBlockSheet,
  columns: columnsSheet,
  'date-input': dateInputSheet,
  details: detailsSheet,
  'edge-panel': edgePanelSheet,
  'empty-state': emptyStateSheet,
  'error-summary': errorSummarySheet,
  'example-note': exampleNoteSheet,
  facts: factsSheet,
  field: fieldSheet,
  'file-input': fileInputSheet,
  'foot-bar': footBarSheet,
  form: formSheet,
  legend: legendSheet,
  'link-list': linkListSheet,
  'merge-view': mergeViewSheet,
  'origin-edge': originEdgeSheet,
  'origin-mark': originMarkSheet,
  'page-head': pageHeadSheet,
  pagination: paginationSheet,
  paper: paperSheet,
  position: positionSheet,
  prose: proseSheet,
  'saved-note': savedNoteSheet,
  'search-field': searchFieldSheet,
  'share-steps': shareStepsSheet,
  'side-list': sideListSheet,
  'step-list': stepListSheet,
  support: supportSheet,
  table: tableSheet,
  tag: tagSheet,
  terms: termsSheet,
  'tick-list': tickListSheet,
  'tile-map': tileMapSheet,
  'tile-row': tileRowSheet,
  timeline: timelineSheet,
};
