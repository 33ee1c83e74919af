import { addressOf, send, visit, type Tour } from './tour.ts';

const own = '/arbete/:organisation/system';
const usage = `${own}/:usage`;
const sheet = `${own}/fran-kalkylblad`;
const everybody = '/arbete/:organisation/allas-system';
const compare = '/arbete/:organisation/jamfor';
const horizon = '/arbete/:organisation/avtalshorisont';
const call = '/arbete/:organisation/upprop';
const question = '/arbete/:organisation/systemfragor';
const catalogue = '/arbete/:organisation/katalog';

/** Somebody who answers for what Härnösand uses. */
export const registrarTour: Tour = {
  name: 'registrar',
  who: 'strategist@harnosand',
  walk: async (guest) => {
    const { page, go, look } = guest;
    const ours = '/arbete/harnosand/system';
    await visit(guest, [
      [own, 'filled', ours],
      [own, 'nothing found', `${ours}?q=qwerty`],
      [`${own}/lagg-till`, 'empty', `${ours}/lagg-till`],
      [`${own}/lagg-till`, 'found', `${ours}/lagg-till?q=lifecare`],
      [`${own}/lagg-till/flera`, 'empty', `${ours}/lagg-till/flera`],
      [`${own}/lagg-till/ny`, 'empty', `${ours}/lagg-till/ny`],
      [`${own}/borttagna`, 'shown', `${ours}/borttagna`],
      [`${own}/tabell`, 'filled', `${ours}/tabell`],
      [`${own}/andringar`, 'filled', `${ours}/andringar`],
      [`${own}/vem-ser-vad`, 'shown', `${ours}/vem-ser-vad`],
      [`${own}/omraden`, 'filled', `${ours}/omraden`],
      [`${own}/leverantorer`, 'filled', `${ours}/leverantorer`],
      [`${own}/enheter`, 'filled', `${ours}/enheter`],
      [`${own}/floden`, 'filled', `${ours}/floden`],
      [`${own}/brister`, 'filled', `${ours}/brister`],
      [`${own}/personuppgifter`, 'filled', `${ours}/personuppgifter`],
      [`${own}/arsplan`, 'filled', `${ours}/arsplan`],
      [`${own}/bekrafta`, 'filled', `${ours}/bekrafta`],
      [`${own}/leverantorer-sager`, 'filled', `${ours}/leverantorer-sager`],
    ]);
    const claim = await addressOf(page, '/leverantorer-sager/');
    await visit(guest, [[`${own}/leverantorer-sager/:claim`, 'to answer', claim]]);
    await go(`${ours}/andringar`);
    const batch = await addressOf(page, '/system/andringar/');
    await go(ours);
    const one = await addressOf(page, '/harnosand/system/0');
    const address = /^[^?#]*\/system\/[\da-f-]{36}/u.exec(one)?.[0] ?? one;
    await visit(guest, [
      [`${own}/andringar/:batch`, 'filled', batch],
      [usage, 'filled', address],
      [`${own}/flera`, 'one chosen', `${ours}/flera?val=${address.slice(-36)}`],
      [`${usage}/andra`, 'filled', `${address}/andra`],
      [`${usage}/forslag`, 'shown', `${address}/forslag`],
      [`${usage}/produkt`, 'found', `${address}/produkt?q=lifecare`],
      [sheet, 'empty', `${ours}/fran-kalkylblad`],
    ]);
    await page
      .locator('main textarea')
      .first()
      .fill(
        'System\tLeverantör\tAvtal slut\nLifecare\tTietoevry\t2027-12-31\nNågot helt annat\t\t31 februari',
      );
    await send(page, '/fran-kalkylblad');
    await look(`${sheet}/:sheet`, 'questions');
  },
};

/** Somebody in Göteborgsregionen who looks at what others use, and calls them to buy together. */
export const neighbourTour: Tour = {
  name: 'neighbour',
  who: 'strategist@molndal',
  walk: async (guest) => {
    const { page, go, look } = guest;
    const at = '/arbete/molndal';
    await visit(guest, [
      [everybody, 'filled', `${at}/allas-system`],
      [everybody, 'nothing found', `${at}/allas-system?q=qwerty`],
      [`${everybody}/karta`, 'nothing chosen', `${at}/allas-system/karta`],
      [`${everybody}/karta`, 'a product', `${at}/allas-system/karta?produkt=provkoping-turplan`],
      [`${everybody}/produkter/:product`, 'used', `${at}/allas-system/produkter/provkoping-turplan`],
      [compare, 'nobody chosen', `${at}/jamfor`],
      [compare, 'three', `${at}/jamfor?med=partille&med=ale`],
      [`${compare}/valj`, 'shown', `${at}/jamfor/valj`],
      [horizon, 'filled', `${at}/avtalshorisont`],
      [horizon, 'one product', `${at}/avtalshorisont?produkt=provkoping-turplan`],
      [call, 'none', `${at}/upprop`],
      [question, 'none', `${at}/systemfragor`],
    ]);
    await go(`${at}/avtalshorisont?produkt=provkoping-turplan`);
    await go(await addressOf(page, '/upprop/nytt'));
    await look(`${call}/nytt`, 'suggested');
    await send(page, '/upprop/nytt');
    await look(page.url().endsWith('/nytt') ? `${call}/nytt` : `${call}/:call`, 'sent');
    await go(`${at}/allas-system/produkter/provkoping-turplan`);
    await go(await addressOf(page, '/systemfragor/ny'));
    await look(`${question}/ny`, 'addressed');
    await page.locator('main textarea').first().fill('Hur gick det att byta?');
    await send(page, '/systemfragor/ny');
    await look(`${question}/:question`, 'asked');
  },
};

/** Somebody who cleans the catalogue. */
export const curatorTour: Tour = {
  name: 'curator',
  who: 'strategist@goteborgsregionen',
  walk: async (guest) => {
    const { page, go } = guest;
    const at = '/arbete/goteborgsregionen/katalog';
    await visit(guest, [
      [catalogue, 'filled', at],
      [catalogue, 'nothing found', `${at}?q=qwerty`],
      [`${catalogue}/produkter/ny`, 'empty', `${at}/produkter/ny`],
      [`${catalogue}/produkter/publiccode`, 'empty', `${at}/produkter/publiccode`],
      [`${catalogue}/produkter/:product/andra`, 'filled', `${at}/produkter/provkoping-turplan/andra`],
      [`${catalogue}/leverantorer/ny`, 'empty', `${at}/leverantorer/ny`],
      [`${catalogue}/dubbletter`, 'shown', `${at}/dubbletter`],
      [
        `${catalogue}/sla-ihop`,
        'two products',
        `${at}/sla-ihop?av=product&poster=provkoping-turplan%20optiplan-skolskjuts`,
      ],
      [`${catalogue}/leverantorer/:supplier/andra`, 'filled', `${at}/leverantorer/provkoping-system/andra`],
      [`${catalogue}/historik`, 'filled', `${at}/historik?allt=ja`],
      [`${catalogue}/begrepp`, 'filled', `${at}/begrepp`],
      [`${catalogue}/utgavor/:edition`, 'to review', `${at}/utgavor/2026-2`],
      [`${catalogue}/leverantorskonton`, 'filled', `${at}/leverantorskonton`],
      [`${catalogue}/leverantorskonton/nytt`, 'empty', `${at}/leverantorskonton/nytt`],
      [`${catalogue}/funktioner`, 'shown', `${at}/funktioner`],
    ]);
    await go(`${at}/historik?allt=ja`);
    const entry = await addressOf(page, '/katalog/historik/');
    await go(`${at}/begrepp`);
    const component = await addressOf(page, '/katalog/begrepp/');
    await visit(guest, [
      [`${catalogue}/historik/:number`, 'shown', entry],
      [`${catalogue}/begrepp/:component`, 'shown', component],
    ]);
  },
};

/** Anybody who looks in the catalogue. */
export const openCatalogueTour: Tour = {
  name: 'anybody in the catalogue',
  who: null,
  walk: async (guest) => {
    const { page, go } = guest;
    await visit(guest, [
      ['/system', 'filled', '/system'],
      ['/system', 'found', '/system?q=lifecare'],
      ['/system', 'nothing found', '/system?q=qwerty'],
      ['/system/leverantorer', 'filled', '/system/leverantorer'],
      ['/system/:product', 'shown', '/system/provkoping-turplan'],
    ]);
    await go('/system/leverantorer');
    const supplier = await addressOf(page, '/system/leverantorer/');
    await visit(guest, [['/system/leverantorer/:supplier', 'shown', supplier]]);
  },
};

/** Somebody at a supplier. */
export const supplierTour: Tour = {
  name: 'supplier',
  who: 'supplier@mallsta-digital',
  walk: async (guest) => {
    const { page, go, look } = guest;
    const supplying = '/arbete/:organisation/leverantor';
    const at = '/arbete/mallsta-digital/leverantor';
    const ours = '/arbete/mallsta-digital';
    await visit(guest, [
      [supplying, 'filled', at],
      [`${supplying}/produkter`, 'filled', `${at}/produkter`],
      [`${supplying}/produkter`, 'nothing found', `${at}/produkter?q=qwerty`],
      [
        `${supplying}/produkter/:product/standarder`,
        'partly answered',
        `${at}/produkter/mallsta-etjanst/standarder`,
      ],
      [`${supplying}/kunder`, 'filled', `${at}/kunder`],
      [`${supplying}/kunder/ny`, 'empty', `${at}/kunder/ny`],
      [`${supplying}/nytt`, 'nothing', `${at}/nytt`],
      [`${catalogue}/produkter/ny`, 'own supplier', `${ours}/katalog/produkter/ny`],
      [`${catalogue}/produkter/:product/andra`, 'own', `${ours}/katalog/produkter/mallsta-etjanst/andra`],
      ['/arbete/:organisation/installningar/roller', 'colleagues', `${ours}/installningar/roller`],
      ['/system/:product', 'stated', '/system/mallsta-etjanst'],
    ]);
    await go(`${at}/kunder/ny`);
    await send(page, '/kunder/ny');
    await look(`${supplying}/kunder/ny`, 'with errors');
  },
};
