import sharp from 'sharp';
import { heading, item, paragraph, picture, run, wordFile } from '../../support/word.ts';
import { addressOf, follow, send, type Tour } from './tour.ts';

const editor = '/arbete/:organisation/verk/:work/anpassa';
const own = '/arbete/hjo/verk/rutin-med-bilder/anpassa';

const screen = (): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 500, channels: 3, background: '#dde3e0' } })
    .png()
    .toBuffer();

/** Somebody who writes a guide of their own, with a picture and a document from Word. */
export const writerTour: Tour = {
  name: 'writer of a guide',
  who: 'designer@hjo',
  walk: async ({ page, go, look }) => {
    await go('/arbete/hjo/nytt-verk');
    await page.locator('main [name="name"]').fill('Rutin med bilder');
    await page.locator('main [name="kind"][value="guide"]').check();
    await send(page, '/nytt-verk');
    await go(await addressOf(page, 'element=forsta-steget'));
    await page
      .locator('main details', { has: page.locator('[name="new:blocks"]') })
      .locator('summary')
      .click();
    await page.locator('[name="new:blocks"]').fill('Sidan med ärenden');
    await page.locator('[name="starter:blocks"]').selectOption('picture');
    await follow(page.locator('button[value="add:blocks"]'));
    await look(editor, 'a picture without its file');
    const file = { name: 'skärm.png', mimeType: 'image/png', buffer: await screen() };
    await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.from('ingen bild') });
    await follow(page.locator('#del button.ds-button[value="save"]'));
    await look(editor, 'a file that is no picture');
    await page.locator('input[type="file"]').setInputFiles(file);
    await follow(page.locator('#del button.ds-button[value="save"]'));
    await look(editor, 'a picture');
    await go(`${own}/bild?element=sidan-med-arenden`);
    await look(`${editor}/bild`, 'nothing chosen');
    await go(`${own}/bild?element=sidan-med-arenden&horn=10-10`);
    await look(`${editor}/bild`, 'one corner');
    await go(`${own}/bild?element=sidan-med-arenden&x=10&y=10&bredd=30&hojd=20`);
    await follow(page.locator('button[value="mark"]'));
    await look(`${editor}/bild`, 'a mark without a text');
    await page.locator('[name="text-sv"]').fill('Välj ärendet');
    await follow(page.locator('button[value="mark"]'));
    await go(`${own}/bild?element=sidan-med-arenden&x=50&y=50&bredd=30&hojd=20`);
    await follow(page.locator('button[value="blur"]'));
    await look(`${editor}/bild`, 'marked and blurred');
    await go(`${own}/word`);
    await look(`${editor}/word`, 'to choose');
    await follow(page.locator('main form button'));
    await look(`${editor}/word`, 'nothing chosen');
    const word = wordFile({
      body: [
        heading(1, 'Utskrivning'),
        heading(2, 'Planera'),
        item('Ring.', true),
        paragraph(run('Skriv.')),
        paragraph(picture('p1')),
      ].join(''),
      relations: [{ id: 'p1', type: 'image', target: 'media/a.png', external: false }],
      media: [{ name: 'a.png', bytes: await screen() }],
    });
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Rutin.docx', mimeType: 'application/octet-stream', buffer: word });
    await follow(page.locator('main form button'));
    await look(`${editor}/word`, 'to look at');
    await follow(page.locator('main form button.ds-button').last());
    await look(`${editor}/word`, 'a picture without a description');
  },
};
