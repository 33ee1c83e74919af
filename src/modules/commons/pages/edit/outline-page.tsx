import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { formatShortDate, formatTime } from '../../../../platform/text/index.ts';
import {
  ActPanel,
  Alert,
  Button,
  Columns,
  Details,
  ErrorSummary,
  Form,
  Link,
  OriginMark,
  PageHead,
  Section,
  Textarea,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { controlName, type Typed } from '../../model/form-edit.ts';
import { nameOfElement, nodeAtPath } from '../../model/outline.ts';
import { rightsOf } from '../../model/rights.ts';
import { editTexts } from '../../texts/edit.ts';
import { AddForm } from './add-form.tsx';
import { atOf, boundBy, openName, titleOf, wholeWork, type Editing } from './editing.ts';
import { NodeList } from './node-list.tsx';
import { Ways } from './ways.tsx';
import { trailTo } from '../trail.ts';

export type OutlineView = {
  readonly editing: Editing;
  /** What the draft changes, in the reader's words. */
  readonly changes: readonly { readonly id: string; readonly sentence: string }[];
  readonly typed: Typed | null;
  /** By the name of the control. */
  readonly problems: ReadonlyMap<string, string>;
  readonly message: {
    readonly tone: 'good' | 'warning';
    readonly text: string;
    readonly details?: readonly string[];
  } | null;
  /** What was written about the version, and not saved. */
  readonly commitMessage: string;
};

function Issues({ editing }: { readonly editing: Editing }): VNode | null {
  const { issues, language, root } = editing;
  const words = editTexts(language);
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
  const row = (issue: (typeof issues)[number], index: number): VNode => {
    const { node, rest } = nodeAtPath(root, issue.path);
    const to = link(addresses.edit, atOf(editing), { element: openName(node.id) });
    const box = rest === '' ? '' : `#${controlName(rest)}`;
    return (
      <li key={`${issue.path}-${index}`}>
        <Link to={`${to}${box}`}>{titleOf(editing, node)}</Link>: {issue.message[language]}
      </li>
    );
  };
  return (
    <>
      {errors.length > 0 && (
        <Alert tone="warning" title={words.issues(errors.length)}>
          <p>{words.issuesWhat}</p>
          <ul>{errors.map((issue, index) => row(issue, index))}</ul>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Details summary={words.warnings(warnings.length)}>
          <ul>{warnings.map((issue, index) => row(issue, index))}</ul>
        </Details>
      )}
    </>
  );
}

function Commit({ view }: { readonly view: OutlineView }): VNode | null {
  const { editing, changes, problems, commitMessage } = view;
  const { draft, variant, language } = editing;
  if (draft === null) return null;
  const words = editTexts(language);
  const errors = editing.issues.filter((issue) => issue.severity === 'error').length;
  const next = words.commit(variant.head.number + 1);
  return (
    <>
      <ActPanel
        title={next}
        lede={words.commitWhat}
        {...(errors > 0 ? { note: words.commitErrors(errors) } : {})}
      >
        <Form action={link(addresses.editCommit, atOf(editing))} hidden={{ revision: draft.revision }}>
          <Textarea
            name="message"
            label={words.message}
            rows={3}
            required
            maxLength={2000}
            value={commitMessage}
            error={problems.get('message')}
          />
          <Button wide>{next}</Button>
        </Form>
      </ActPanel>
      <div class="commons-draft">
        <h2>{words.changes}</h2>
        {changes.length === 0 ? (
          <p class="k-meta">{words.noChanges}</p>
        ) : (
          <ul>
            {changes.slice(0, 30).map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        )}
        {editing.kind.preview !== undefined && (
          <p>
            <Link to={link(addresses.variantPreview, atOf(editing), { utkast: 'ja' })}>{words.preview}</Link>
          </p>
        )}
        <Details summary={words.discard}>
          <p>{words.discardWhat}</p>
          <Form
            action={link(addresses.editDiscard, atOf(editing))}
            hidden={{ revision: draft.revision }}
            class="k-form-tight"
          >
            <Button kind="secondary">{words.discard}</Button>
          </Form>
        </Details>
      </div>
    </>
  );
}

function factsOf({ draft, language, variant }: Editing): readonly string[] {
  const words = editTexts(language);
  if (draft === null) return [words.fromVersion(variant.head.number), words.noDraft];
  const when = `${formatShortDate(draft.at, language)} ${formatTime(draft.at, language)}`;
  return [words.fromVersion(draft.fromNumber), words.draft(draft.by.name, when)];
}

function Parts({ view }: { readonly view: OutlineView }): VNode {
  const { editing } = view;
  const { root, language, upstream, origins } = editing;
  const words = editTexts(language);
  const rights = rightsOf(root, boundBy(editing));
  const mark = origins.get('');
  const ways = rights.mayAdd
    ? (editing.kind.editor?.ways?.({ ...atOf(editing), place: root }, language) ?? [])
    : [];
  return (
    <>
      <Ways ways={ways} />
      <Section title={words.whole}>
        <div class="commons-node">
          <Link to={link(addresses.edit, atOf(editing), { element: wholeWork })}>
            {nameOfElement(editing.definition, language)}
          </Link>
          <span class="commons-node-notes k-meta">
            {upstream !== null && mark !== undefined && <OriginMark origin={mark} />}
          </span>
        </div>
      </Section>
      {root.groups.map((group) => (
        <Section key={group.path} title={group.list.title[language]}>
          <NodeList editing={editing} nodes={group.nodes} deep />
          {rights.mayAdd && (
            <AddForm editing={editing} group={group} typed={view.typed} problem={view.problems} />
          )}
        </Section>
      ))}
    </>
  );
}

/** A work's draft as a whole: what is in it, what is wrong, what is changed, and saving it as a version. */
export function OutlinePage({ view }: { readonly view: OutlineView }): VNode {
  const { editing, problems, message } = view;
  const { language, definition } = editing;
  const words = editTexts(language);
  const name = nameOfElement(definition, language);
  const head = (
    <PageHead
      title={words.title(name)}
      trail={trailTo({ ...atOf(editing), title: name, language }, { title: words.crumb })}
      summary={words.safe}
      facts={factsOf(editing)}
    />
  );
  const parts = (
    <>
      {message !== null && (
        <Alert tone={message.tone} title={message.text}>
          {message.details !== undefined && message.details.length > 0 && (
            <ul>
              {message.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      <Issues editing={editing} />
      <Parts view={view} />
    </>
  );
  return (
    <>
      <ErrorSummary problems={[...problems].map(([field, text]) => ({ field, message: text }))} />
      {editing.draft === null ? (
        <div class="commons-edit">
          {head}
          {parts}
        </div>
      ) : (
        <Columns kind="work" head={head} asideLabel={words.changes} aside={<Commit view={view} />}>
          {parts}
        </Columns>
      )}
    </>
  );
}
