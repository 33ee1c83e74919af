import type { VNode } from 'preact';
import { ButtonLink, Details, EmptyState, Link, Section, Tag } from '../../../../ui/index.ts';
import type { Weight } from '../../landscape/lacks.ts';
import { Folded } from '../folded.tsx';
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
  /** There are no systems yet, and where one is added, for those who may. */
  readonly empty: { readonly addTo: string | null } | null;
};

/** What is worth mending, the gravest first, each one press away. */
export function LacksPage(view: LacksView): VNode {
  const { lacks } = view.shell.views;
  if (view.empty !== null) {
    const { addTo } = view.empty;
    return (
      <OwnPage shell={view.shell}>
        <EmptyState
          title={lacks.none}
          {...(addTo === null
            ? {}
            : { actions: <ButtonLink to={addTo}>{view.shell.words.list.add}</ButtonLink> })}
        >
          <p>{lacks.noneText}</p>
        </EmptyState>
      </OwnPage>
    );
  }
  const grave = view.groups.filter(({ weight }) => weight !== null);
  const others = view.groups.filter(({ weight }) => weight === null);
  return (
    <OwnPage shell={view.shell}>
      {view.groups.length === 0 ? (
        <EmptyState title={lacks.nothing}>
          <p>{lacks.nothingText}</p>
        </EmptyState>
      ) : (
        <>
          {grave.map((group) => (
            <Group key={group.id} group={group} words={lacks} />
          ))}
          {others.length === 0 ? null : (
            <Section title={lacks.others} plain={grave.length === 0}>
              <div class="systems-folded">
                {others.map((group) => (
                  <Details
                    key={group.id}
                    id={group.id}
                    summary={<Folded title={group.title} note={group.count} />}
                  >
                    <Mend group={group} />
                  </Details>
                ))}
              </div>
            </Section>
          )}
        </>
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
    >
      <Mend group={group} />
    </Section>
  );
}

/** Why it matters, and where each is mended. */
function Mend({ group }: { readonly group: LackGroup }): VNode {
  return (
    <>
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
      {group.several === null ? null : (
        <p>
          <Link to={group.several.to} label={`${group.several.title}: ${group.title}`}>
            {group.several.title}
          </Link>
        </p>
      )}
    </>
  );
}
