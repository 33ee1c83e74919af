import type { PropertyReader } from '../../../../kernel/reading/index.ts';
import type { Appeal, Decision, Process, ProcessState, TextElement } from '../model.ts';
import { readCondition } from './condition.ts';
import { readDays } from './limits.ts';

const kinds = ['received', 'working', 'waiting', 'decided', 'closed'] as const;
const outcomes = ['approved', 'partly', 'rejected', 'closed'] as const;

function state(kind: ProcessState['kind'], sv: string, en: string): ProcessState {
  return {
    id: `standard-${kind}`,
    title: { sv, en },
    role: 'case-worker',
    kind,
    timeLimit: null,
    help: null,
  };
}

/** How a case goes where the definition does not say. */
const standardProcess: Process = {
  id: 'process',
  states: [
    state('received', 'Inkommet', 'Received'),
    state('working', 'Handläggs', 'Being handled'),
    state('waiting', 'Väntar på komplettering', 'Waiting for completion'),
    state('decided', 'Beslutat', 'Decided'),
    state('closed', 'Avslutat', 'Closed'),
  ],
  completionDays: 14,
};

export function readProcess(root: PropertyReader, decides: boolean): Process {
  const reader = root.object('process');
  if (reader === null) return standardProcess;
  const states = reader.elements('states', 30, readState);
  const id = reader.string('id') ?? 'process';
  const completionDays = readDays(reader, 'completionDays');
  reader.finish();
  const wanted = decides ? (['received', 'working', 'decided'] as const) : (['received', 'closed'] as const);
  for (const kind of wanted) {
    if (states.some((found) => found.kind === kind)) continue;
    reader.reading.error(reader.at('states'), {
      sv: `Processen har inget läge av slaget ”${kind}”. Lägg till ett.`,
      en: `The process has no state of the kind “${kind}”. Add one.`,
    });
  }
  if (states[0] !== undefined && states[0].kind !== 'received') {
    reader.reading.error(reader.at('states'), {
      sv: 'Ett ärende börjar med att det kommer in: det första läget ska vara av slaget ”received”.',
      en: 'A case begins when it comes in: the first state should be of the kind “received”.',
    });
  }
  return { id, states, completionDays };
}

function readState(reader: PropertyReader, id: string): ProcessState {
  const kind = reader.oneOf('kind', kinds);
  if (reader.raw('kind') === null) reader.missing('kind');
  return {
    id,
    kind: kind ?? 'working',
    title: reader.needText('title', 60),
    role: reader.string('role') ?? 'case-worker',
    timeLimit: readDays(reader, 'timeLimit'),
    help: reader.text('help'),
  };
}

export function readDecisions(root: PropertyReader): readonly Decision[] {
  return root.elements('decisions', 50, (reader, id) => {
    const outcome = reader.oneOf('outcome', outcomes);
    if (reader.raw('outcome') === null) reader.missing('outcome');
    return {
      id,
      label: reader.needText('label', 120),
      outcome: outcome ?? 'closed',
      text: reader.text('text'),
    };
  });
}

/** How to appeal, and in which cases it is done in another way. */
export function readAppeal(root: PropertyReader): Appeal | null {
  const reader = root.object('appeal');
  if (reader === null) return null;
  const appeal = {
    id: reader.string('id') ?? 'appeal',
    text: reader.needText('text'),
    others: reader.elements('others', 10, (other, id) => {
      if (other.raw('showIf') === null) other.missing('showIf');
      return { id, showIf: readCondition(other, 'showIf'), text: other.needText('text') };
    }),
  };
  reader.finish();
  return appeal;
}

/** A text with an id of its own, such as that of the receipt. */
export function readTextElement(root: PropertyReader, key: string): TextElement | null {
  const reader = root.object(key);
  if (reader === null) return null;
  const element = { id: reader.string('id') ?? key, text: reader.needText('text') };
  reader.finish();
  return element;
}
