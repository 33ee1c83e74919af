import type { z } from 'zod';
import { json, type Reply, type UploadedFile } from '../../../platform/http/index.ts';
import type { Failure } from '../actions/acting.ts';
import type { Case, CaseFile, Dossier, WorkDossier } from '../model/case.ts';
import type { ListedCase } from '../model/listing.ts';
import { nextStep, stepNow } from '../model/next-step.ts';
import { decisionDue, getState } from '../model/process.ts';
import { failureText, statusOf } from '../pages/failure.ts';
import type { OwnCase } from '../store/own.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { ListedCaseShape, OwnCaseShape, OwnListShape, SentFiles, WorkCaseShape } from './shapes.ts';

/** A failure as a problem document: its kind for programs, a sentence for people. */
export function problem(failure: Failure, language: Language): Reply {
  const status = statusOf(failure);
  if (status === 404) return { kind: 'missing' };
  return json({ type: `kommons:${failure.kind}`, title: failureText(failure, language), status }, status);
}

export const listedShape = (row: ListedCase): z.infer<typeof ListedCaseShape> => ({
  id: row.id,
  number: row.number,
  title: row.title,
  concerns: [...row.concerns],
  state: row.state,
  step: row.step,
  handler: row.handler,
  next: { act: row.act, on: row.on, since: row.since },
});

const fileShape = ({ id, name, type, size, sender, at }: CaseFile) => ({
  id,
  name,
  type,
  size,
  from: sender,
  at: at.toISOString(),
});

export function ownShape(about: Case, dossier: Dossier): z.infer<typeof OwnCaseShape> {
  const { life } = about;
  const { title, kind } = getState(life.process, life.status.state);
  const { decision, files } = dossier;
  return {
    id: about.id,
    organisation: about.organisation,
    number: about.number,
    title: about.title,
    language: about.language,
    work: about.work,
    version: { id: about.versionId, number: about.versionNumber },
    openedAt: about.openedAt.toISOString(),
    state: { id: life.status.state, kind, title },
    step: stepNow(life),
    decideBy: about.decidedOn === null ? decisionDue(life.process, life) : null,
    concerns: [...about.concerns],
    answers: [...about.answers],
    messages: dossier.messages.map(({ id, at, sender, author, text }) => ({
      id,
      at: at.toISOString(),
      from: sender,
      author,
      text,
      files: files.filter(({ message }) => message === id).map(fileShape),
    })),
    completions: dossier.completions.map(({ id, text, askedAt, askedBy, due, state }) => ({
      id,
      text,
      askedAt: askedAt.toISOString(),
      askedBy,
      due,
      state: state.kind,
      answer: state.kind === 'answered' ? state.answer : null,
      files: files.filter(({ completion }) => completion === id).map(fileShape),
    })),
    files: files.map(fileShape),
    decision: decision === null ? null : { ...decision, at: decision.at.toISOString() },
  };
}

export function workShape(about: Case, dossier: WorkDossier): z.infer<typeof WorkCaseShape> {
  const { draft } = dossier;
  return {
    ...ownShape(about, dossier),
    contact: about.contact,
    handler: about.life.handler?.name ?? null,
    next: nextStep(about.life),
    choices: [...about.life.choices],
    notes: dossier.notes.map((note) => ({ ...note, at: note.at.toISOString() })),
    draft: draft === null ? null : { choice: draft.choice, reasons: draft.reasons, revision: draft.revision },
  };
}

export const ownListShape = (cases: readonly OwnCase[]): z.infer<typeof OwnListShape> => ({
  cases: cases.map(({ id, organisation, number, title, openedAt, state, step, answerBy }) => ({
    id,
    organisation,
    number,
    title,
    openedAt: openedAt.toISOString(),
    state,
    step,
    answerBy,
  })),
});

/** Files of a JSON body as if they had come with a form. */
export const uploadsOf = (files: z.infer<typeof SentFiles>): readonly UploadedFile[] =>
  files.map(({ name, content }) => ({
    field: 'files',
    name,
    bytes: new Uint8Array(Buffer.from(content, 'base64')),
  }));
