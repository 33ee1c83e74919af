import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import { Button, Form, PageHead, SearchField, Section, Stack } from '../../../ui/index.ts';
import type { ChoiceGroup } from './choices.ts';
import type { DemoPerson } from './people.ts';
import { demoTexts } from './texts.ts';

function Choice({ person }: { readonly person: DemoPerson }): VNode {
  const [role = person.name, place = ''] = person.name.split(',');
  const number = person.personalNumber?.replace(/(\d{8})(\d{4})/, '$1-$2');
  return (
    <li>
      <Button kind="secondary" name="person" value={person.key}>
        {role}
        {place === '' ? null : <span class="k-hidden">,{place}</span>}
        {number === undefined ? null : ` ${number}`}
      </Button>
    </li>
  );
}

type Props = {
  readonly language: Language;
  readonly search: string;
  readonly groups: readonly ChoiceGroup[];
};

/** Forms without an address of their own answer to the address they stand on. */
export function ChooserPage({ language, search, groups }: Props): VNode {
  const words = demoTexts(language);
  return (
    <Stack loose>
      <PageHead title={words.title} lede={words.lede} />
      <SearchField action="" label={words.search} name="sok" value={search} help={words.more} />
      {groups.length === 0 ? <p>{words.none}</p> : null}
      {groups.map(({ place, people }) => (
        <Section key={place} title={place}>
          <Form action="" label={place}>
            <ul class="k-choices">
              {people.map((person) => (
                <Choice key={person.key} person={person} />
              ))}
            </ul>
          </Form>
        </Section>
      ))}
      <Form action="">
        <Button kind="tertiary" name="avbryt" value="ja">
          {words.cancel}
        </Button>
      </Form>
    </Stack>
  );
}
