import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { Button, DateInput, Details, Form, Select, Textarea } from '../../../ui/index.ts';
import { workAddresses } from '../addresses.ts';
import { completionDue } from '../model/next-step.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';
import { type CaseView, typedIn } from './case-view.ts';
import { errorAt } from './trouble.ts';

const here = ({ about }: CaseView) => ({ organisation: about.organisation, case: about.id });

/** What else can be done with an open case, folded under the acting panel. */
export function CaseSide({ view }: { readonly view: CaseView }): VNode | null {
  const { status } = view.about.life;
  if (status.kind === 'closed') return null;
  const isBefore = status.kind === 'received' || status.kind === 'working';
  return (
    <div class="k-case-side">
      {isBefore && view.about.person !== null ? <Ask view={view} /> : null}
      {isBefore ? <Step view={view} /> : null}
      <Assign view={view} />
    </div>
  );
}

function Ask({ view }: { readonly view: CaseView }): VNode {
  const { about, language, today, trouble } = view;
  const words = texts(language).work.ask;
  const typed = typedIn(view, 'ask');
  const [year = '', month = '', day = ''] = completionDue(about.life.process, today).split('-');
  return (
    <Details summary={words.title} open={trouble?.form === 'ask'}>
      <Form action={link(workAddresses.completion, here(view))}>
        <Textarea
          name="text"
          id="ask"
          label={words.text}
          help={words.help}
          required
          value={typed['text']}
          {...errorAt(view, 'ask', 'ask')}
        />
        <DateInput
          name="due"
          label={words.due}
          required
          value={{
            day: typed['due.day'] ?? String(Number(day)),
            month: typed['due.month'] ?? String(Number(month)),
            year: typed['due.year'] ?? year,
          }}
          {...errorAt(view, 'ask', 'due')}
        />
        <Button kind="secondary">{words.button}</Button>
      </Form>
    </Details>
  );
}

function Step({ view }: { readonly view: CaseView }): VNode | null {
  const { about, language, trouble } = view;
  const words = texts(language).work.step;
  const { process, status } = about.life;
  const others = process.states.filter(({ kind, id }) => kind === 'working' && id !== status.state);
  if (others.length === 0) return null;
  return (
    <Details summary={words.title} open={trouble?.form === 'step'}>
      <Form action={link(workAddresses.advance, here(view))}>
        <Select
          name="state"
          label={words.label}
          required
          options={others.map(({ id, title }) => ({ value: id, label: textIn(title, language) }))}
          {...errorAt(view, 'step', 'state')}
        />
        <Button kind="secondary">{words.button}</Button>
      </Form>
    </Details>
  );
}

function Assign({ view }: { readonly view: CaseView }): VNode | null {
  const { about, colleagues, language, trouble } = view;
  const words = texts(language).work.assign;
  const others = colleagues.filter(({ person }) => person !== about.life.handler?.person);
  if (others.length === 0) return null;
  return (
    <Details summary={words.title} open={trouble?.form === 'assign'}>
      <Form action={link(workAddresses.assign, here(view))}>
        <Select
          name="to"
          label={words.label}
          required
          options={others.map(({ person, label }) => ({ value: person, label }))}
          {...errorAt(view, 'assign', 'to')}
        />
        <Button kind="secondary">{words.button}</Button>
      </Form>
    </Details>
  );
}
