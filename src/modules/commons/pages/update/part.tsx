import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { formatShortDate } from '../../../../platform/text/index.ts';
import {
  Button,
  ChangeList,
  Details,
  Form,
  Link,
  Marks,
  MergeAnswers,
  MergeView,
  Pagination,
  Stack,
  TextInput,
  type ChangeRow,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { CleanChange, OpenConflict } from '../../model/update.ts';
import { updateTexts } from '../../texts/update.ts';
import { contentsOf, readable, suggestedText } from './contents.ts';
import type { UpdatePageView } from './update-page.tsx';

/** The anchor of a change on the page; ids of changes hold spaces and slashes. */
export const anchorOf = (id: string): string => `andring-${id.replaceAll(/[^\wåäö-]+/gi, '-')}`;

/** The version that is taken in. */
export const theirVersion = ({ ownerName: owner, update }: UpdatePageView) => ({
  owner,
  number: update.to.number,
});

const atOf = (view: UpdatePageView) => ({ organisation: view.organisation, work: view.update.work });

function OpenOne({ view, one }: { readonly view: UpdatePageView; readonly one: OpenConflict }): VNode {
  const { language, update } = view;
  const words = updateTexts(language);
  const { conflict } = one;
  const sides = contentsOf(conflict, one.words, { language, to: theirVersion(view) });
  return (
    <MergeView
      id={anchorOf(one.id)}
      title={one.sentence}
      tag={words.tag[conflict.kind]}
      base={
        conflict.base === undefined
          ? null
          : {
              note: words.baseNote({ owner: view.ownerName, number: update.from.number }),
              text: readable(conflict.base, language),
            }
      }
      theirs={{ note: words.theirsNote(theirVersion(view)), content: sides.theirs }}
      ours={{ note: words.oursNote(view.name), content: sides.ours }}
      suggestion={sides.suggestion}
      note={words.explain[conflict.kind]}
      answers={
        <MergeAnswers
          action={link(addresses.updateAnswer, atOf(view))}
          hidden={{ conflict: one.id, del: view.part.path }}
          takeTheirs={words.take(theirVersion(view))}
          suggestion={suggestedText(conflict)}
          {...(conflict.kind === 'locked' ? { only: 'theirs' as const } : {})}
        />
      }
    />
  );
}

function Undo({
  view,
  name,
  id,
}: {
  readonly view: UpdatePageView;
  readonly name: 'conflict' | 'change';
  readonly id: string;
}): VNode {
  return (
    <Form
      action={link(addresses.updateUndo, atOf(view))}
      hidden={{ [name]: id, del: view.part.path }}
      class="k-form-inline"
    >
      <button class="k-as-link">{updateTexts(view.language).undo}</button>
    </Form>
  );
}

function answeredRow(view: UpdatePageView, one: OpenConflict): ChangeRow {
  const words = updateTexts(view.language);
  const { answer } = one;
  const result = one.result === undefined ? '' : readable(one.result, view.language);
  return {
    id: anchorOf(one.id),
    state: 'answered',
    stateWord: words.states.answered,
    what: (
      <>
        {one.sentence} {answer === null ? '' : words.answered[answer.answer.take]}
      </>
    ),
    why: (
      <>
        {result !== '' && <span class="k-serif">{result}</span>}{' '}
        {answer !== null && words.answeredBy(answer.by.name, formatShortDate(answer.at, view.language))}
      </>
    ),
    action: <Undo view={view} name="conflict" id={one.id} />,
  };
}

function DeclineForm({ view, id }: { readonly view: UpdatePageView; readonly id: string }): VNode {
  const words = updateTexts(view.language);
  return (
    <Details summary={words.decline}>
      <Form
        action={link(addresses.updateDecline, atOf(view))}
        hidden={{ change: id, del: view.part.path }}
        class="k-form-tight"
      >
        <TextInput
          name="reason"
          id={`skal-${anchorOf(id)}`}
          label={words.declineWhy}
          maxLength={300}
          required
          width="full"
        />
        <Button kind="secondary">{words.decline}</Button>
      </Form>
    </Details>
  );
}

function cleanRow(view: UpdatePageView, one: CleanChange): ChangeRow {
  const words = updateTexts(view.language);
  const { declined } = one;
  return {
    id: anchorOf(one.id),
    state: one.state === 'declined' ? 'declined' : 'taken',
    stateWord: words.states[one.state],
    what: one.sentence,
    why:
      declined === null ? (
        one.words === null ? undefined : (
          <Marks marks={one.words} side="shared" />
        )
      ) : (
        words.declined(declined.reason, declined.by.name, formatShortDate(declined.at, view.language))
      ),
    action:
      declined === null ? (
        <DeclineForm view={view} id={one.id} />
      ) : (
        <Undo view={view} name="change" id={one.id} />
      ),
  };
}

/** One part of the work: conflicts first, then what goes in, then what was declined. */
export function PartOfUpdate({ view }: { readonly view: UpdatePageView }): VNode {
  const { part } = view;
  const open = part.conflicts.filter((one) => one.answer === null);
  const rows = [
    ...part.conflicts.filter((one) => one.answer !== null).map((one) => answeredRow(view, one)),
    ...part.clean.filter((one) => one.state === 'in').map((one) => cleanRow(view, one)),
    ...part.clean.filter((one) => one.state === 'declined').map((one) => cleanRow(view, one)),
  ];
  return (
    <section aria-labelledby="del">
      <div class="k-section-head">
        <h2 id="del">{part.title}</h2>
        {view.canPreviewPart && (
          <div class="k-section-action">
            <Link to={link(addresses.updatePreview, atOf(view), { del: part.path })}>
              {updateTexts(view.language).showPart}
            </Link>
          </div>
        )}
      </div>
      <Stack>
        {open.map((one) => (
          <OpenOne key={one.id} view={view} one={one} />
        ))}
        {rows.length > 0 && <ChangeList changes={rows} label={part.title} />}
        <Pagination
          page={view.page}
          pages={view.pages}
          to={(page) => link(addresses.update, atOf(view), { del: part.path, sida: String(page) })}
        />
      </Stack>
    </section>
  );
}
