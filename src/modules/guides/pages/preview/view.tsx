import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Alert, Prose } from '../../../../ui/index.ts';
import type { PreviewInput } from '../../../commons/index.ts';
import {
  asRead,
  readGuide,
  type Block,
  type Guide,
  type Section,
  type Step,
} from '../../definition/index.ts';
import { sayer } from '../../reading/shown.ts';
import { readingTexts } from '../../texts/reading.ts';
import { texts } from '../../texts/index.ts';
import { Blocks } from '../reading/blocks/blocks.tsx';
import type { Rendering } from '../reading/blocks/rendering.ts';
import { asText } from './as-text.ts';

/** A version of a guide to read through, what is shared and what is local as one. */
export function Preview({ definition, values, language }: PreviewInput): VNode {
  const read = readGuide(definition);
  if (!read.ok) {
    const errors = read.issues.filter(({ severity }) => severity === 'error');
    return <Alert tone="wrong" title={errors.map((issue) => issue.message[language]).join(' ')} />;
  }
  const guide = asRead(read.value);
  const on = renderingOf(guide, values, language);
  const shown: Shown = { on, language, textOf: asText(language, guide.languages) };
  return (
    <div class="guides-preview">
      {guide.sections.map((section) => (
        <SectionView key={section.id} section={section} {...shown} />
      ))}
    </div>
  );
}

type Shown = {
  readonly on: Rendering;
  readonly language: Language;
  readonly textOf: (block: Block) => Block;
};

/** Nothing can be answered or filled in from here, and only what leads out of Kommons leads anywhere. */
function renderingOf(guide: Guide, values: PreviewInput['values'], language: Language): Rendering {
  const words = readingTexts(language);
  const say = sayer({ guide, values }, language);
  return {
    words,
    say: (text) => {
      const said = say(text);
      return said.language === language ? { text: said.text } : { text: said.text, lang: said.language };
    },
    media: () => '',
    target: (to) => {
      const address = to.kind === 'web' ? say({ [language]: to.address }).text : '';
      return address.startsWith('https://') ? address : null;
    },
    reused: () => null,
    answering: null,
    stepTo: '',
    chosen: {},
    quiz: () => ({ action: '', method: 'get', passedOn: null, outcome: null }),
    fill: () => null,
    localLabel: '',
    adaptedLabel: '',
    level: 4,
  };
}

function SectionView({ section, ...shown }: Shown & { readonly section: Section }): VNode {
  const { say } = shown.on;
  return (
    <section aria-labelledby={`avsnitt-${section.id}`}>
      <h2 id={`avsnitt-${section.id}`}>{say(section.title).text}</h2>
      {section.summary === null ? null : <Prose text={say(section.summary).text} />}
      {section.steps.map((step) => (
        <StepView key={step.id} step={step} {...shown} />
      ))}
    </section>
  );
}

function StepView({ step, on, language, textOf }: Shown & { readonly step: Step }): VNode {
  return (
    <section aria-labelledby={`steg-${step.id}`}>
      <h3 id={`steg-${step.id}`}>{on.say(step.title).text}</h3>
      {step.minutes === null ? null : <p class="k-meta">{texts(language).minutes(step.minutes)}</p>}
      <Blocks
        views={step.blocks.map((block) => ({ block: textOf(block), origin: 'shared', news: null }))}
        on={on}
      />
    </section>
  );
}
