import type { AnyRoute } from '../../../platform/http/index.ts';
import { apiOwnAnswer, apiOwnCase, apiOwnCases, apiOwnMessage } from '../api/own.ts';
import {
  apiAdvance,
  apiAsk,
  apiCase,
  apiCases,
  apiClose,
  apiDecide,
  apiHistory,
  apiMessage,
  apiNote,
  apiTake,
} from '../api/work.ts';
import { advance, assign, close, completion, message, note, read, showOne, take } from './case.tsx';
import { caseDecision, caseFile, caseReceipt } from './case-papers.ts';
import { decide, draft, review } from './decision.tsx';
import { cases, give, takeNext, today } from './lists.tsx';
import { ownCase, ownCases, ownCompletion, ownDecision, ownFile, ownMessage, ownReceipt } from './own.tsx';

/** Every address of casework. */
export const routes: readonly AnyRoute[] = [
  today,
  cases,
  takeNext,
  give,
  showOne,
  take,
  assign,
  advance,
  note,
  message,
  read,
  completion,
  draft,
  review,
  decide,
  close,
  caseReceipt,
  caseDecision,
  caseFile,
  ownCases,
  ownCase,
  ownMessage,
  ownCompletion,
  ownReceipt,
  ownDecision,
  ownFile,
  apiCases,
  apiCase,
  apiHistory,
  apiTake,
  apiAdvance,
  apiNote,
  apiMessage,
  apiAsk,
  apiDecide,
  apiClose,
  apiOwnCases,
  apiOwnCase,
  apiOwnMessage,
  apiOwnAnswer,
];
