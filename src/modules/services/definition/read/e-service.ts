import { Names } from '../../../../kernel/conditions/index.ts';
import { publicSubjects } from '../../../../kernel/index.ts';
import {
  checkIds,
  checkPlaceholders,
  PropertyReader,
  readHead,
  Reading,
  readLegalBasis,
  readParameters,
  remembering,
} from '../../../../kernel/reading/index.ts';
import type { Issue, Properties, Read } from '../../../../kernel/reading/index.ts';
import type { EService } from '../model.ts';
import { checkConcerns, readConcerns } from './concerns.ts';
import { readExamples } from './examples.ts';
import { checkNames, namesIn } from './ids.ts';
import { checkConditions } from './order.ts';
import { readPages, readSections } from './pages.ts';
import { checkParameters } from './parameters.ts';
import { readAppeal, readDecisions, readProcess, readTextElement } from './process.ts';

/**
 * Reads a definition of the kind e-service into types that cannot be wrong, with every condition parsed. Reading the
 * same object again costs nothing.
 *
 * @returns The service and its warnings, or everything that is wrong, errors and warnings, each with its path.
 */
export const readEService = remembering(read);

/** Everything that is wrong (`error`) or unfinished (`warning`) in a definition of the kind e-service. */
export function validateEService(definition: unknown): readonly Issue[] {
  return readEService(definition).issues;
}

function read(definition: Properties): Read<EService> {
  const reading = new Reading({ sv: 'e-tjänster', en: 'e-services' });
  const named = namesIn(definition);
  reading.names = new Names(named);
  const root = new PropertyReader(definition, '', reading);
  readHead(root, 'e-service');
  const service = readRoot(root);
  root.finish();
  checkIds(definition, reading);
  checkNames(service, reading);
  checkConcerns(service, reading);
  checkParameters(service, reading);
  checkPlaceholders(definition, service.parameters, reading);
  checkConditions(service, reading, named);
  const issues = [...reading.issues];
  return reading.failed ? { ok: false, issues } : { ok: true, value: service, issues };
}

function readRoot(root: PropertyReader): EService {
  const id = root.string('id', 100) ?? '';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) {
    root.reading.error('id', {
      sv: 'Tjänstens id skrivs med små bokstäver a–z, siffror och bindestreck, till exempel "skolskjuts".',
      en: 'The id of the service is written with a–z, digits and hyphens, for example "skolskjuts".',
    });
  }
  const title = root.needText('title', 100);
  const parameters = readParameters(root);
  const decisions = readDecisions(root);
  const sections = readSections(root);
  const appeal = readAppeal(root);
  warnOfAppeal(
    root,
    decisions.some(({ outcome }) => outcome === 'rejected' || outcome === 'partly') && appeal === null,
  );
  return {
    id,
    languages: root.reading.languages,
    title,
    task: root.text('task', 100) ?? title,
    summary: root.text('summary', 600),
    subject: root.oneOf('subject', publicSubjects),
    signIn: root.oneOf('signIn', ['required', 'optional']) ?? 'required',
    casePrefix: readPrefix(root, id),
    concerns: readConcerns(root),
    legalBasis: readLegalBasis(root),
    parameters,
    before: root.elements('before', 50, (reader, itemId) => ({ id: itemId, text: reader.needText('text') })),
    sections,
    pages: readPages(root, sections),
    process: readProcess(root, decisions.length > 0),
    decisions,
    appeal,
    receipt: readTextElement(root, 'receipt'),
    examples: readExamples(root),
  };
}

function readPrefix(root: PropertyReader, id: string): string {
  const prefix = root.string('casePrefix');
  if (prefix !== null && !/^[A-ZÅÄÖ]{2,5}$/u.test(prefix)) {
    root.reading.error('casePrefix', {
      sv: 'Ärendenumrets början är två till fem stora bokstäver, till exempel "SKJ".',
      en: 'The beginning of the case number is two to five capital letters, for example "SKJ".',
    });
  }
  return (
    prefix ??
    id
      .replaceAll(/[^a-z]/gu, '')
      .slice(0, 3)
      .padEnd(2, 'x')
      .toUpperCase()
  );
}

/** A decision that goes against someone has to say how to appeal (förvaltningslagen 33 §). */
function warnOfAppeal(root: PropertyReader, lacking: boolean): void {
  if (!lacking) return;
  root.reading.warn('appeal', {
    sv: 'Ett beslut kan gå emot den som ansöker, men det står inte hur man överklagar (förvaltningslagen 33 §).',
    en: 'A decision can go against the applicant, but how to appeal is not said (förvaltningslagen, section 33).',
  });
}
