import type { VNode } from 'preact';
import { pickText } from '../../../../kernel/index.ts';
import { link } from '../../../../platform/http/index.ts';
import { formatShortDate } from '../../../../platform/text/index.ts';
import { Button, Details, Form, Link, Section, Terms, TextInput } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { updateTexts } from '../../texts/update.ts';
import { variantTexts } from '../../texts/variant.ts';
import type { VariantView } from './variant-page.tsx';

/** What the variant has not taken: updates, what was declined, and texts to look at again. */
export function Debt({ view }: { readonly view: VariantView }): VNode | null {
  const { debt, variant, language } = view;
  const words = variantTexts(language).variant;
  const at = { organisation: variant.organisation, work: variant.work };
  if (variant.base === null && debt.tasks.length === 0) return null;
  const nothing = [debt.updates, debt.declined, debt.tasks, debt.toWrite].every((list) => list.length === 0);
  const followed = view.nameOf(variant.base?.organisation ?? '');
  return (
    <Section title={words.debt}>
      {nothing && <p>{words.debtNone}</p>}
      <Terms
        rows={[
          ...debt.updates.map((update) => ({
            id: `uppdatering-${update.number}`,
            term: <Link to={link(addresses.update, at)}>{words.theirs(followed, update.number)}</Link>,
            text: `${update.message} (${formatShortDate(update.publishedAt, language)})`,
          })),
          ...debt.toWrite.map(({ id, title, prompt }) => ({
            id: `skriv-${id}`,
            term: words.toWrite,
            text: (
              <>
                <p>
                  <Link to={link(addresses.edit, at, { element: id })}>{pickText(title, language)}</Link>
                </p>
                {prompt !== null && <p class="k-meta">{pickText(prompt, language)}</p>}
              </>
            ),
          })),
          ...debt.tasks.map((task) => ({
            id: `text-${task.path}-${task.language}`,
            term: words.tasks[task.kind],
            text: (
              <>
                <p class="k-serif">{task.text ?? '–'}</p>
                <p class="k-meta">
                  {words.sourceChanged} {task.sourceAfter}
                </p>
                <Form
                  action={link(addresses.finishTask, at)}
                  hidden={{ kind: task.kind, path: task.path, language: task.language }}
                  class="k-form-inline"
                >
                  <button class="k-as-link">{words.taskDone}</button>
                </Form>
              </>
            ),
          })),
          ...debt.declined.map((declined) => ({
            id: `nej-${declined.path}`,
            term: words.declined,
            text: (
              <>
                <p>{declined.sentence}</p>
                <p class="k-meta">
                  {updateTexts(language).declined(
                    declined.reason,
                    declined.by.name,
                    formatShortDate(declined.at, language),
                  )}
                </p>
                <Details summary={words.takeAfterAll}>
                  <Form
                    action={link(addresses.undo, at)}
                    hidden={{ what: 'decline', path: declined.path }}
                    class="k-form-tight"
                  >
                    <TextInput
                      name="reason"
                      id={`skal-${declined.path}`}
                      label={words.reason}
                      required
                      maxLength={300}
                      width="full"
                    />
                    <Button kind="secondary">{words.takeAfterAll}</Button>
                  </Form>
                </Details>
              </>
            ),
          })),
        ]}
      />
    </Section>
  );
}
