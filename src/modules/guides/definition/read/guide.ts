import { subjects } from '../../../../kernel/index.ts';
import {
  checkIds,
  checkPlaceholders,
  PropertyReader,
  readHead,
  Reading,
  readLegalBasis,
  readParameters,
  remembering,
  say,
} from '../../../../kernel/reading/index.ts';
import type { Properties, Read } from '../../../../kernel/reading/index.ts';
import type { Guide, Section, Step } from '../model.ts';
import { readBlocks } from './blocks.ts';
import { checkForm } from './form.ts';
import { checkLinks } from './links.ts';
import { readTasks } from './tasks.ts';

/**
 * Reads a definition of the kind guide into types that cannot be wrong. Reading the same object again costs nothing.
 *
 * @returns The guide and its warnings, or everything that is wrong, errors and warnings, each with its path.
 */
export const readGuide = remembering(read);

function read(definition: Properties): Read<Guide> {
  const reading = new Reading({ sv: 'guider', en: 'guides' });
  const root = new PropertyReader(definition, '', reading);
  readHead(root, 'guide');
  const guide = readRoot(root);
  root.finish();
  checkIds(definition, reading);
  checkForm(definition, reading);
  checkPlaceholders(definition, guide.parameters, reading);
  checkLinks(guide, reading);
  const issues = [...reading.issues];
  return reading.failed ? { ok: false, issues } : { ok: true, value: guide, issues };
}

function readRoot(root: PropertyReader): Guide {
  const sections = root.elements('sections', 100, readSection);
  if (sections.every(({ hidden }) => hidden)) {
    root.reading.error(root.at('sections'), say.empty({ sv: 'Avsnitt', en: 'sections' }));
  }
  return {
    id: root.string('id', 100) ?? '',
    languages: root.reading.languages,
    title: root.needText('title', 100),
    summary: root.text('summary', 600),
    subject: root.oneOf('subject', subjects),
    readers: root.oneOf('readers', ['everyone', 'staff']) ?? 'staff',
    reviewMonths: root.wholeNumber('reviewMonths', 1, 120) ?? 12,
    legalBasis: readLegalBasis(root),
    parameters: readParameters(root),
    sections,
  };
}

function readSection(reader: PropertyReader, id: string): Section {
  const section: Section = {
    id,
    hidden: reader.flag('hidden'),
    title: reader.needText('title', 100),
    summary: reader.text('summary', 400),
    steps: reader.elements('steps', 100, readStep),
  };
  if (!section.hidden && section.steps.length === 0) {
    reader.reading.warn(reader.path, {
      sv: 'Avsnittet är tomt. Lägg till ett steg eller ta bort avsnittet.',
      en: 'The section is empty. Add a step or remove the section.',
    });
  }
  return section;
}

function readStep(reader: PropertyReader, id: string): Step {
  const step: Step = {
    id,
    hidden: reader.flag('hidden'),
    title: reader.needText('title', 100),
    minutes: reader.wholeNumber('minutes', 1, 480),
    tasks: readTasks(reader),
    blocks: readBlocks(reader),
  };
  if (!step.hidden && step.blocks.length === 0) {
    reader.reading.warn(reader.path, {
      sv: 'Steget är tomt. Lägg till ett block eller ta bort steget.',
      en: 'The step is empty. Add a block or remove the step.',
    });
  }
  return step;
}
