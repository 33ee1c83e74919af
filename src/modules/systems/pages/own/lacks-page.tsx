import type { VNode } from 'preact';
import { EmptyState, Link, Section, Tag } from '../../../../ui/index.ts';
import type { Weight } from '../../landscape/lacks.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type LackGroup = {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly weight: Weight;
  readonly count: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly to: string;
    readonly label: string;
  }[];
  /** Where all of them are listed, and where they are changed in one go. */
  readonly more: { readonly title: string; readonly to: string } | null;
  readonly several: { readonly title: string; readonly to: string } | null;
};

export type LacksView = {
  readonly shell: Shell;
  readonly groups: readonly LackGroup[];
};

/** What is worth mending, the gravest first, each one press away. */
export function LacksPage(view: LacksView): VNode {
  const { lacks } = view.shell.views;
  return (
    <OwnPage shell={view.shell}>
      {view.groups.length === 0 ? (
        <EmptyState title={lacks.nothing}>
          <p>{lacks.nothingText}</p>
        </EmptyState>
      ) : (
        view.groups.map((group) => <Group key={group.id} group={group} words={lacks} />)
      )}
    </OwnPage>
  );
}

type GroupProps = { readonly group: LackGroup; readonly words: Shell['views']['lacks'] };

function Group({ group, words }: GroupProps): VNode {
  return (
    <Section
      title={group.title}
      id={group.id}
      note={
        <>
          {group.count}{' '}
          {group.weight === null ? null : (
            <Tag tone={group.weight === 'money' ? 'wrong' : 'warning'}>{words.weights[group.weight]}</Tag>
          )}
        </>
      }
      {...(group.several === null
        ? {}
        : {
            action: (
              <Link to={group.several.to} label={`${group.several.title}: ${group.title}`}>
                {group.several.title}
              </Link>
            ),
          })}
    >
      <p class="k-meta">{group.why}</p>
      <ul class="systems-mend">
        {group.rows.map((row) => (
          <li key={row.id}>
            <Link to={row.to} label={row.label}>
              {row.name}
            </Link>
          </li>
        ))}
      </ul>
      {group.more === null ? null : (
        <p>
          <Link to={group.more.to}>{group.more.title}</Link>
        </p>
      )}
    </Section>
  );
}
