import { addMonths, type Day } from '../../../kernel/dates/index.ts';
import { confidenceOf } from '../model/confidence.ts';
import { termOf } from '../model/contract.ts';
import type { Facts, FieldId } from '../model/fields.ts';

/** What is worth mending about a system in use, the gravest first. */
export const lacks = [
  'contract-ended',
  'notice-passed',
  'assessment',
  'legal-basis',
  'processor',
  'accessibility-fails',
  'risk-analysis',
  'owner',
  'contact',
  'contract-end',
  'classification',
  'assessment-old',
  'accessibility-unknown',
  'archive',
  'stale',
] as const;
export type Lack = (typeof lacks)[number];

/** Where each is mended: the field to go to; null where it is confirmed as a whole. */
export const mendedBy: Readonly<Record<Lack, FieldId | null>> = {
  'contract-ended': 'contractEnds',
  'notice-passed': 'contractEnds',
  assessment: 'assessment',
  'legal-basis': 'processingPurpose',
  processor: 'processors',
  'accessibility-fails': 'accessibility',
  'risk-analysis': 'risks',
  owner: 'owner',
  contact: 'contact',
  'contract-end': 'contractEnds',
  classification: 'confidentiality',
  'assessment-old': 'assessmentOn',
  'accessibility-unknown': 'accessibility',
  archive: 'archiveDuty',
  stale: null,
};

/** Months after which what was once looked over is looked over again. */
export const renewedEvery = { assessment: 36, accessibility: 12 } as const;

/** From this class on (serious harm), risks should be known. */
const highClass = 3;

const isGone = ({ status }: Facts): boolean => status === 'ended';
const isComing = ({ status }: Facts): boolean => status === 'planned';
const holdsPersonalData = ({ personalData }: Facts): boolean =>
  personalData === 'ordinary' || personalData === 'sensitive';
const isElsewhere = ({ hosting }: Facts): boolean => hosting === 'supplier' || hosting === 'public-cloud';

function isUnassessed({ personalData, assessment }: Facts): boolean {
  if (assessment === 'needed') return true;
  return personalData === 'sensitive' && assessment === undefined;
}

const isOld = (day: string | undefined, months: number, today: Day): boolean =>
  day !== undefined && addMonths(day, months) < today;

function lackIs(lack: Lack, facts: Facts, at: { readonly today: Day; readonly stale: boolean }): boolean {
  const { today } = at;
  const classes = [facts.confidentiality, facts.integrity, facts.availability];
  const term = termOf(facts);
  switch (lack) {
    case 'contract-ended':
      return term !== null && term.ends < today;
    case 'notice-passed':
      return term?.noticeBy != null && term.noticeBy < today && term.ends >= today;
    case 'assessment':
      return isUnassessed(facts);
    case 'legal-basis':
      return (
        holdsPersonalData(facts) && (facts.processingPurpose === undefined || facts.legalBasis === undefined)
      );
    case 'processor':
      return holdsPersonalData(facts) && isElsewhere(facts) && facts.processors === undefined;
    case 'accessibility-fails':
      return facts.accessibility === 'fails';
    case 'risk-analysis':
      return classes.some((one) => one !== undefined && one >= highClass) && facts.risks === undefined;
    case 'owner':
      return facts.owner === undefined;
    case 'contact':
      return facts.contact === undefined && facts.contactEmail === undefined;
    case 'contract-end':
      return facts.contractEnds === undefined;
    case 'classification':
      return classes.some((one) => one === undefined);
    case 'assessment-old':
      return facts.assessment === 'done' && isOld(facts.assessmentOn, renewedEvery.assessment, today);
    case 'accessibility-unknown':
      return facts.accessibility === undefined || facts.accessibility === 'unknown';
    case 'archive':
      return facts.archiveDuty === undefined;
    case 'stale':
      return at.stale;
  }
}

/** Those that are asked of what is only planned. */
const askedOfPlans: ReadonlySet<Lack> = new Set(['owner', 'contact', 'assessment', 'stale']);

/** What is lacking, the gravest first. Nothing is asked of a system that has ended. */
export function lacksOf(
  { facts, confirmedAt }: { readonly facts: Facts; readonly confirmedAt: Date },
  { today, now }: { readonly today: Day; readonly now: Date },
): readonly Lack[] {
  if (isGone(facts)) return [];
  const stale = confidenceOf(confirmedAt, now).state !== 'confirmed';
  const asked = isComing(facts) ? lacks.filter((lack) => askedOfPlans.has(lack)) : lacks;
  return asked.filter((lack) => lackIs(lack, facts, { today, stale }));
}

/** What makes some lacks graver than others. */
export type Weight = 'money' | 'law' | null;

const costs: ReadonlySet<Lack> = new Set(['contract-ended', 'notice-passed']);
const duties: ReadonlySet<Lack> = new Set(['assessment', 'legal-basis', 'processor', 'accessibility-fails']);

export const weightOf = (lack: Lack): Weight => (costs.has(lack) ? 'money' : duties.has(lack) ? 'law' : null);

const counts = (lack: Lack): number => ({ money: 100, law: 10, none: 1 })[weightOf(lack) ?? 'none'];

type Asked = Parameters<typeof lacksOf>;

/** Those that something is lacking in, those that need most first: what costs money, then what the law demands. */
export function neediest<One extends Asked[0]>(all: readonly One[], time: Asked[1]): readonly One[] {
  return all
    .map((one) => ({ one, need: lacksOf(one, time).reduce((sum, lack) => sum + counts(lack), 0) }))
    .filter(({ need }) => need > 0)
    .toSorted((a, b) => b.need - a.need)
    .map(({ one }) => one);
}
