import type { ComponentChildren, VNode } from 'preact';
import { parametersOf, pickText } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import { citation, formatDate, joinList } from '../../../../platform/text/index.ts';
import { Columns, Link, PageHead, Section, SideFacts, Terms, TickList, Alert } from '../../../../ui/index.ts';
import type { WorkPage as WorkData } from '../../actions/library.ts';
import { getKind } from '../../model/kind.ts';
import { libraryTexts } from '../../texts/library.ts';
import { UsersOfWork } from './users-of-work.tsx';

export type WorkView = {
  readonly work: WorkData;
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  readonly demo: boolean;
  /** The reader's own municipality, outlined in the map. */
  readonly ours: string | null;
  readonly act: ComponentChildren;
  readonly addresses: {
    readonly library: string;
    readonly subject: (subject: string) => string;
    readonly compare: (from: number, to: number) => string;
    readonly variant: (organisation: string) => string;
    readonly preview: string | null;
    readonly file: string;
  };
};

const languageNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  sv: new Intl.DisplayNames('sv', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

function WhatYouGet({ view }: { readonly view: WorkView }): VNode {
  const words = libraryTexts(view.language).work;
  const { definition, kind } = view.work.latest;
  const parameters = parametersOf(definition).length;
  const languages = definition.languages.map((code) => languageNames[view.language].of(code) ?? code);
  const own = getKind(kind).highlights?.(definition, view.language) ?? [];
  const samples = getKind(kind).examples?.(definition, {}).length ?? 0;
  const counted = [
    ...(parameters > 0 ? [words.parameters(parameters)] : []),
    words.languages(joinList(languages, view.language)),
    ...(samples > 0 ? [words.examples(samples)] : []),
  ];
  return (
    <Section title={words.get}>
      <TickList items={own.length > 0 ? own : counted} />
    </Section>
  );
}

function Law({ view }: { readonly view: WorkView }): VNode | null {
  const { work, language } = view;
  if (work.legalBasis.length === 0) return null;
  return (
    <Section title={libraryTexts(language).work.law}>
      <Terms
        rows={work.legalBasis.map((law) => ({
          id: law.id,
          term: citation(law, language),
          text: law.text === undefined ? '' : pickText(law.text, language),
        }))}
      />
    </Section>
  );
}

function Versions({ view }: { readonly view: WorkView }): VNode {
  const { work, language } = view;
  const words = libraryTexts(language).work;
  const name = view.names.get(work.organisation) ?? work.organisation;
  const shown = work.publications.slice(0, 10);
  return (
    <Section title={words.versions(name)}>
      <Terms
        rows={shown.map((one, index) => {
          const before = shown[index + 1];
          return {
            id: `version-${one.number}`,
            term: (
              <>
                {words.version(name, one.number)}
                <br />
                <span class="k-meta">{formatDate(one.publishedAt, language)}</span>
              </>
            ),
            text: (
              <>
                <p>{one.message}</p>
                {one.recalled !== null && (
                  <p class="k-late">
                    {words.recalled(formatDate(one.recalled.at, language), one.recalled.reason)}
                  </p>
                )}
                {one.offeredFrom > one.publishedAt && (
                  <p class="k-meta">{words.offeredFrom(formatDate(one.offeredFrom, language))}</p>
                )}
                {before !== undefined && (
                  <Link to={view.addresses.compare(before.number, one.number)}>
                    {words.differences(name, before.number)}
                  </Link>
                )}
              </>
            ),
          };
        })}
      />
    </Section>
  );
}

function Variants({ view }: { readonly view: WorkView }): VNode | null {
  const { work, language, names } = view;
  const words = libraryTexts(language).work;
  const others = work.variants.filter((variant) => variant.organisation !== work.organisation);
  if (others.length === 0) return null;
  return (
    <Section title={words.variants}>
      <Terms
        rows={others.map((variant) => ({
          id: variant.organisation,
          term: (
            <Link to={view.addresses.variant(variant.organisation)}>
              {names.get(variant.organisation) ?? variant.organisation}
            </Link>
          ),
          text: `${words.version(names.get(variant.organisation) ?? variant.organisation, variant.number)}, ${formatDate(variant.publishedAt, language)}`,
        }))}
      />
    </Section>
  );
}

function About({ view }: { readonly view: WorkView }): VNode {
  const { work, names } = view;
  const words = libraryTexts(view.language).work;
  const owner = names.get(work.owner) ?? work.owner;
  const credit = work.latest.credit.map((id) => names.get(id) ?? id);
  return (
    <SideFacts
      facts={[
        { term: words.questions, value: words.designer(owner) },
        { term: words.licence, value: words.licences[work.latest.licence] },
        ...(credit.length > 0 ? [{ term: words.credit, value: joinList(credit, view.language) }] : []),
        {
          term: words.more,
          value: (
            <>
              {view.addresses.preview !== null && (
                <>
                  <Link to={view.addresses.preview}>{words.preview}</Link>
                  <br />
                </>
              )}
              <Link to={view.addresses.file}>{words.download}</Link>
            </>
          ),
        },
      ]}
    />
  );
}

/** A work in the library: what it is, what it rests on, who uses it, and the one thing to do. */
export function WorkPageView({ view }: { readonly view: WorkView }): VNode {
  const { work, language, names } = view;
  const words = libraryTexts(language);
  const title = pickText(work.title, language);
  const { one } = getKind(work.kind).names[language];
  const kind = one.charAt(0).toUpperCase() + one.slice(1);
  const subject = work.subject;
  const head = (
    <PageHead
      title={title}
      trail={[
        { title: words.title, to: view.addresses.library },
        ...(subject === null
          ? []
          : [{ title: words.subjects[subject] ?? subject, to: view.addresses.subject(subject) }]),
        { title },
      ]}
      lede={work.summary === null ? undefined : pickText(work.summary, language)}
      facts={[
        <b>{kind}</b>,
        <>
          {words.work.ownedBy} <b>{names.get(work.owner) ?? work.owner}</b>
        </>,
        <>
          {words.work.version(names.get(work.organisation) ?? work.organisation, work.latest.number)},{' '}
          {formatDate(work.latest.publishedAt, language)}
        </>,
        words.work.municipalities(work.users.length),
      ]}
    />
  );
  return (
    <Columns
      kind="work"
      head={head}
      asideLabel={title}
      aside={
        <>
          {view.act}
          <About view={view} />
        </>
      }
    >
      {work.withdrawn !== null && (
        <Alert tone="warning" title={words.work.withdrawn(formatDate(work.withdrawn.at, language))}>
          {work.withdrawn.reason}
        </Alert>
      )}
      <WhatYouGet view={view} />
      <Law view={view} />
      <UsersOfWork view={view} />
      <Versions view={view} />
      <Variants view={view} />
    </Columns>
  );
}
