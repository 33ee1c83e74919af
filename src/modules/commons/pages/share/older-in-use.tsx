import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { Alert, Button, Form } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Variant } from '../../model/work.ts';
import { shareTexts } from '../../texts/share.ts';

type Props = { readonly variant: Variant; readonly language: Language };

/** That what is published is not what the owner itself runs, with the way to run it. */
export function OlderInUse({ variant, language }: Props): VNode | null {
  const { organisation, work, running, head } = variant;
  if (running === null || running.versionId === head.versionId) return null;
  const words = shareTexts(language).fleet;
  return (
    <Alert tone="warning" title={words.older(running.number, head.number)}>
      <p>{words.olderWhat}</p>
      <Form action={link(addresses.takeInUse, { organisation, work })}>
        <Button kind="secondary">{words.use(head.number)}</Button>
      </Form>
    </Alert>
  );
}
