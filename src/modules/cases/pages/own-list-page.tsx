import type { VNode } from 'preact';
import { link, type Language } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import {
  ButtonLink,
  EdgeItem,
  EdgePanel,
  EmptyState,
  ExampleNote,
  LinkList,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import type { OwnCase } from '../store/own.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';

export type OwnListPageProps = {
  readonly language: Language;
  readonly demo: boolean;
  readonly cases: readonly OwnCase[];
  /** Names of municipalities by id, as the public knows them. */
  readonly names: ReadonlyMap<string, string>;
  /** Where services are found. */
  readonly services: string;
};

const isDone = ({ state }: OwnCase): boolean => state === 'decided' || state === 'closed';

const addressOf = ({ organisation, id }: OwnCase): string =>
  link(addresses.ownCase, { organisation, case: id });

/** Everything that a person has sent, in every municipality: first what waits for an answer. */
export function OwnListPage({ language, demo, cases, names, services }: OwnListPageProps): VNode {
  const words = texts(language).own;
  const asked = cases.filter(({ answerBy }) => answerBy !== null);
  const going = cases.filter((one) => one.answerBy === null && !isDone(one));
  const done = cases.filter((one) => one.answerBy === null && isDone(one));
  const list = (title: string, rows: readonly OwnCase[]): VNode | null =>
    rows.length === 0 ? null : (
      <Section title={title} note={String(rows.length)}>
        <LinkList
          ruled
          items={rows.map((one) => ({
            id: one.id,
            title: textIn(one.workTitle, language),
            to: addressOf(one),
            note: <Note one={one} language={language} names={names} />,
          }))}
        />
      </Section>
    );
  return (
    <Stack loose>
      <PageHead title={words.title} lede={words.lede} />
      {cases.length === 0 ? (
        <EmptyState title={words.none} actions={<ButtonLink to={services}>{words.noneNext}</ButtonLink>} />
      ) : null}
      {asked.length === 0 ? null : (
        <EdgePanel title={words.asked}>
          {asked.map((one) => (
            <EdgeItem key={one.id} title={textIn(one.workTitle, language)}>
              <p>
                {words.answerBy} <b>{formatDate(noonOf(one.answerBy ?? ''), language)}</b>
              </p>
              <p class="k-meta">
                <Note one={one} language={language} names={names} />
              </p>
              <ButtonLink to={addressOf(one)}>{words.completeNow}</ButtonLink>
            </EdgeItem>
          ))}
        </EdgePanel>
      )}
      {list(words.going, going)}
      {list(words.done, done)}
      {demo && cases.length > 0 ? <ExampleNote>{words.example}</ExampleNote> : null}
    </Stack>
  );
}

function Note(props: {
  readonly one: OwnCase;
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
}): VNode {
  const { one, language, names } = props;
  const words = texts(language).own;
  const place = names.get(one.organisation) ?? one.organisation;
  return (
    <>
      {words.status[one.state]}. <span class="k-num">{one.number}</span>, {place},{' '}
      {words.received.toLowerCase()} {formatDate(one.openedAt, language)}
    </>
  );
}
