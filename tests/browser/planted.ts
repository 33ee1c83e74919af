/** A page on which everything is right: what is planted is the only thing found. */
const sound = `<!doctype html><html lang="sv"><head><title>Planterade hinder</title>
<meta name="viewport" content="width=device-width"></head>
<body style="margin:8px;font:16px/1.5 sans-serif;color:#17222d;background:#fff"><main><h1>Planterade hinder</h1>HERE</main></body></html>`;

export type PlantedPage = { readonly rule: string; readonly html: string };

/** Barriers that must be found, each alone on the page. */
const barriers: readonly PlantedPage[] = [
  { rule: 'label', html: '<input type="text" name="namn">' },
  { rule: 'label', html: '<input type="text" name="namn" aria-labelledby="finns-inte">' },
  { rule: 'select-name', html: '<select><option>Härnösand</option></select>' },
  {
    rule: 'button-name',
    html: '<button style="width:44px;height:44px"><svg aria-hidden="true"></svg></button>',
  },
  {
    rule: 'link-name',
    html: '<a href="/k/harnosand" style="display:inline-block;width:44px;height:44px"></a>',
  },
  { rule: 'image-alt', html: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">' },
  {
    rule: 'svg-img-alt',
    html: '<svg role="img" width="40" height="40"><rect width="40" height="40"></rect></svg>',
  },
  { rule: 'color-contrast', html: '<p style="color:#8a949d">Du får besked senast 23 november.</p>' },
  {
    rule: 'link-in-text-block',
    html: '<p>Läs mer om <a href="/x" style="color:#4b5763;text-decoration:none">skolskjuts</a> hos oss.</p>',
  },
  {
    rule: 'target-size',
    html: '<div style="line-height:10px"><a href="/a" style="display:block;height:10px;font-size:10px">A</a><a href="/b" style="display:block;height:10px;font-size:10px">B</a></div>',
  },
  { rule: 'heading-order', html: '<h4>Stöd i lag</h4>' },
  { rule: 'empty-heading', html: '<h2></h2>' },
  { rule: 'duplicate-id', html: '<p id="hjalp">A</p><p id="hjalp">B</p>' },
  { rule: 'aria-valid-attr-value', html: '<input aria-label="Namn" aria-invalid="ja">' },
  { rule: 'aria-allowed-attr', html: '<p aria-checked="true">Vald</p>' },
  { rule: 'aria-hidden-focus', html: '<div aria-hidden="true"><a href="/x">Dold</a></div>' },
  { rule: 'list', html: '<ul><div>Fel</div></ul>' },
  { rule: 'definition-list', html: '<dl><p>Fel</p></dl>' },
  {
    rule: 'td-headers-attr',
    html: '<table><tr><th id="a">A</th></tr><tr><td headers="finns-inte">1</td></tr></table>',
  },
  { rule: 'region', html: '</main><p>Utanför allt</p><main aria-label="två">' },
  { rule: 'landmark-no-duplicate-main', html: '</main><main aria-label="två"><p>Två</p>' },
  { rule: 'tabindex', html: '<a href="/x" tabindex="3">Först</a>' },
  { rule: 'valid-lang', html: '<p lang="svenska">Hej</p>' },
  { rule: 'sideways-scroll', html: '<div style="width:3000px">Bred</div>' },
];

/** The sound page, and one page for each barrier. */
export const soundPage = sound.replace('HERE', '<p>Här är allt rätt.</p>');

export const plantedPages: readonly PlantedPage[] = [
  ...barriers.map(({ rule, html }) => ({ rule, html: sound.replace('HERE', html) })),
  { rule: 'page-has-heading-one', html: soundPage.replace(/<h1>.*<\/h1>/, '') },
  { rule: 'html-has-lang', html: soundPage.replace(' lang="sv"', '') },
  { rule: 'document-title', html: soundPage.replace(/<title>.*<\/title>/, '') },
  {
    rule: 'meta-viewport',
    html: soundPage.replace('width=device-width', 'width=device-width, user-scalable=no'),
  },
];
