import { link, type Context } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import type { Step } from '../definition/index.ts';
import type { FeedbackView, Said } from '../pages/reading/feedback.tsx';
import { firstWords } from '../search/texts.ts';
import { listOwnNotes, type Note } from '../store/notes.ts';
import { careTexts } from '../texts/care.ts';
import { open, work as atWork } from './addresses.ts';
import type { Scene } from './common-view.ts';
import { personOf } from './reader.ts';

const saids: Readonly<Record<string, Exclude<Said, null>>> = {
  ja: 'helped',
  nej: 'not-helped',
  skrivet: 'written',
  tomt: 'empty',
};

function aboutOptions(scene: Scene, step: Step): FeedbackView['about'] {
  const { reader } = careTexts(scene.context.language);
  const blocks = step.blocks.flatMap((block) => {
    const label = firstWords(block, scene.say);
    return label === '' ? [] : [{ value: block.id, label }];
  });
  return [{ value: step.id, label: reader.wholeStep }, ...blocks];
}

const ownNote = ({ id, text, at, answer }: Note, { language }: Context) => ({
  id,
  text,
  written: careTexts(language).reader.youWrote(formatDate(at, language)),
  answer,
});

/** What the address of a step carries of what the reader has just said of it. */
export type SaidOf = { readonly said: string; readonly about: string };

const contact = { path: '/k/:organisation/kontakt' } as const;

/** What a reader may say of a step, and has said. */
export async function feedbackView(scene: Scene, step: Step, { said, about }: SaidOf): Promise<FeedbackView> {
  const { context, site, shown } = scene;
  const person = personOf(context, site);
  const at = { organisation: site.organisation, work: shown.work, step: step.id };
  const to = site.kind === 'work' ? atWork : open;
  const notes = person === null ? [] : await listOwnNotes(context.tx, { ...at, person });
  return {
    words: careTexts(context.language),
    answerTo: link(to.helped, at),
    noteTo: link(to.note, at),
    said: saids[said] ?? null,
    about: aboutOptions(scene, step),
    chosen: about,
    contactTo: site.kind === 'work' ? null : link(contact, { organisation: site.organisation }),
    own: notes.map((note) => ownNote(note, context)),
  };
}
