import type { Tx } from '../../../../platform/db/index.ts';
import { emit } from '../../../../platform/events/index.ts';
import { tellElsewhere } from '../../../commons/index.ts';
import { leftToday } from '../../pace.ts';
import { callAnswered, callBegun, callEnded } from '../events.ts';
import type { CallContent } from './call.ts';
import { saveAnswer, saveCall, saveEnded, type Led, type NewAnswer, type Received } from './store.ts';

/** At most so many are invited to one call. */
export const mostInvited = 300;

export type Calling = {
  readonly tx: Tx;
  readonly organisation: string;
  readonly person: string;
  readonly at: Date;
  readonly newId: () => string;
};

const pathOf = (call: string): string => `upprop/${call}`;
const both = (sv: string, en: string) => ({ sv, en });

/** Begins a call to join: an intent, told to those who are invited; its id, or null where enough are begun today. */
export async function beginCall(calling: Calling, content: CallContent): Promise<string | null> {
  const { tx, organisation, person, at, newId } = calling;
  if ((await leftToday(tx, 'calls', { organisation, at })) === 0) return null;
  const id = newId();
  const { title, text, product, component, area, from, to, answerBy, invited } = content;
  await saveCall(tx, { id, organisation, content, author: person, at });
  await tellElsewhere(tx, {
    organisation,
    to: invited,
    title: both(`Upprop: ${title}`, `Call to join: ${title}`),
    text,
    path: pathOf(id),
    at,
    newId,
  });
  const receivers = invited.map((one) => ({ organisation: one, letter: newId() }));
  await emit(
    tx,
    callBegun,
    {
      organisation,
      call: id,
      title,
      text,
      product,
      component,
      area,
      window: { from, to },
      answerBy,
      invited: receivers,
    },
    { id: newId(), organisation, subject: `call ${id}`, at },
  );
  return id;
}

/** Answers a call, or answers anew; whether it could still be answered. */
export async function answerCall(
  { tx, organisation, at, newId }: Calling,
  call: Received,
  given: Omit<NewAnswer, 'at'>,
): Promise<boolean> {
  const { id, content, organisation: lead } = call;
  if (!(await saveAnswer(tx, { organisation, id }, { ...given, at }))) return false;
  const { answer, volume } = given;
  const said = { yes: both('ja', 'yes'), perhaps: both('kanske', 'perhaps'), no: both('nej', 'no') }[answer];
  await tellElsewhere(tx, {
    organisation,
    to: [lead],
    title: both(`Svar på upprop: ${content.title}`, `Answer to a call: ${content.title}`),
    text: [said.sv, volume].filter((one) => one !== '').join(', '),
    path: pathOf(id),
    at,
    newId,
  });
  await emit(
    tx,
    callAnswered,
    {
      organisation: lead,
      call: id,
      title: content.title,
      from: organisation,
      answer,
      volume,
      letter: newId(),
      language: content.language,
    },
    { id: newId(), organisation, subject: `call ${id}`, at },
  );
  return true;
}

/** Ends a call, told to those who were invited; whether it was not ended already. */
export async function endCall({ tx, organisation, at, newId }: Calling, { call }: Led): Promise<boolean> {
  const { id, content } = call;
  if (!(await saveEnded(tx, { organisation, id, at }))) return false;
  await tellElsewhere(tx, {
    organisation,
    to: content.invited,
    title: both(`Avslutat upprop: ${content.title}`, `Call ended: ${content.title}`),
    text: '',
    path: pathOf(id),
    at,
    newId,
  });
  const invited = content.invited.map((one) => ({ organisation: one, letter: newId() }));
  await emit(
    tx,
    callEnded,
    { organisation, call: id, title: content.title, invited },
    { id: newId(), organisation, subject: `call ${id}`, at },
  );
  return true;
}
