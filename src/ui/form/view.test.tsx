import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Button } from '../button/view.tsx';
import { shown } from '../page/shown.tsx';
import { Form } from './view.tsx';

suite('forms', () => {
  test('a posted form carries its key and its hidden values', () => {
    const html = shown(
      <Form action="/spara" hidden={{ revision: 3 }} files>
        <Button name="go" value="next">
          Vidare
        </Button>
      </Form>,
      'en',
    );
    assert.match(html, /action="\/en\/spara" method="post" enctype="multipart\/form-data" novalidate/u);
    assert.match(html, /<input type="hidden" name="_key" value="key"/u);
    assert.match(html, /<input type="hidden" name="revision" value="3"/u);
    assert.match(html, /<button class="ds-button" type="submit" name="go" value="next">/u);
  });

  test('a search has no key, since its address is its state', () => {
    const html = shown(
      <Form action="/sok" method="get" search>
        x
      </Form>,
    );
    assert.match(html, /role="search"/u);
    assert.doesNotMatch(html, /_key|novalidate/u);
  });

  test('an address that runs a script is dropped', () => {
    assert.doesNotMatch(shown(<Form action="javascript:alert(1)">x</Form>), /action/u);
    assert.doesNotMatch(shown(<Button action="javascript:alert(1)">x</Button>), /formaction/u);
  });
});
