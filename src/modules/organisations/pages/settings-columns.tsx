import type { ComponentChildren, VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { Columns, SideList, Stack, usePage } from '../../../ui/index.ts';
import { settingsPages, type SettingsPage } from '../addresses.ts';
import { texts } from '../texts/index.ts';

const order: readonly SettingsPage[] = ['looks', 'units', 'roles', 'programs'];

type Props = {
  readonly organisation: string;
  readonly current: SettingsPage;
  readonly children: ComponentChildren;
};

/** A page among the settings of an organisation, with the way to the others at the left. */
export function SettingsColumns({ organisation, current, children }: Props): VNode {
  const words = texts(usePage().language).settings;
  const items = order.map((page) => ({
    id: page,
    title: words[page],
    to: link(settingsPages[page], { organisation }),
    current: page === current,
  }));
  const side = <SideList label={words.label} groups={[{ id: 'settings', title: words.label, items }]} />;
  return (
    <Columns kind="list" aside={side}>
      <Stack loose>{children}</Stack>
    </Columns>
  );
}
