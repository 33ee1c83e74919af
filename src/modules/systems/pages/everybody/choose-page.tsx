import type { VNode } from 'preact';
import { Button, Checkboxes, Form, LinkList, Section, TextInput } from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { RegisterPage, type SideNav } from '../register-page.tsx';

export type ChooseView = {
  readonly words: EverybodyTexts;
  readonly nav: SideNav;
  readonly action: string;
  readonly resembling: readonly { readonly value: string; readonly label: string; readonly help: string }[];
  readonly chosen: readonly string[];
  readonly typed: string;
  readonly problem: string | null;
  readonly networks: readonly { readonly id: string; readonly title: string; readonly to: string }[];
};

/** Whom to be compared with: those who resemble one, whole networks, or anybody by name. */
export function ChoosePage(view: ChooseView): VNode {
  const { choose } = view.words.compare;
  return (
    <RegisterPage
      nav={view.nav}
      head={{ title: choose.title, summary: choose.lede }}
      problems={view.problem === null ? [] : [{ field: 'namn', message: view.problem }]}
    >
      <Form action={view.action} method="get" hidden={{ visa: 'ja' }}>
        {view.resembling.length === 0 ? (
          <p>{choose.noResembling}</p>
        ) : (
          <Checkboxes
            name="med"
            label={choose.resembling}
            help={choose.resemblingWhat}
            options={view.resembling}
            values={view.chosen}
            required
          />
        )}
        <TextInput
          name="namn"
          label={view.resembling.length === 0 ? choose.whom : choose.others}
          required={view.resembling.length === 0}
          help={choose.othersHelp}
          value={view.typed}
          {...(view.problem === null ? {} : { error: view.problem })}
        />
        <Button>{choose.show}</Button>
      </Form>
      <Section title={choose.networks}>
        {view.networks.length === 0 ? <p>{choose.noNetworks}</p> : <LinkList items={view.networks} ruled />}
      </Section>
    </RegisterPage>
  );
}
