import { pick, type Random } from '../random.ts';

/** Stands in what must not be told: a place, a name. */
export const secret = 'HEMLIG-PLATS-58.3868N-13.4387E';

/** The host that only something that ran, or was fetched, asks for. */
export const canaryHost = 'canary.invalid';

const run = `canary('KIND');new Image().src='http://${canaryHost}/KIND'`;

/** Code that tells the canary that it ran. */
export const code = (kind: string): string => run.replaceAll('KIND', kind);

/** HTML that runs something, or fetches something, as soon as it is a page. */
export const markup: readonly string[] = [
  `<script>${code('script')}</script>`,
  `<img src=x onerror="${code('img')}">`,
  `<svg onload="${code('svg')}"></svg>`,
  `<svg><script>${code('svg-script')}</script></svg>`,
  `<iframe srcdoc="<script>parent.${code('srcdoc')}</script>"></iframe>`,
  `<iframe src="javascript:parent.${code('frame')}"></iframe>`,
  `<object data="http://${canaryHost}/object"></object>`,
  `<embed src="http://${canaryHost}/embed">`,
  `<link rel=stylesheet href="http://${canaryHost}/style">`,
  `<style>@import 'http://${canaryHost}/import'; p{background:url(http://${canaryHost}/css)}</style>`,
  `<meta http-equiv=refresh content="0;url=http://${canaryHost}/refresh">`,
  `<base href="http://${canaryHost}/">`,
  `<input autofocus onfocus="${code('focus')}">`,
  `<video src=x onerror="${code('video')}"></video>`,
  `<details open ontoggle="${code('toggle')}"><summary>x</summary></details>`,
  `<body onload="${code('body')}">`,
  `<a href="javascript:${code('href')}">länk</a>`,
  `<a href="data:text/html,<script>${code('data')}</script>">länk</a>`,
  `<a href="JaVaScRiPt&colon;${code('entity')}">länk</a>`,
  `<form action="http://${canaryHost}/form"><button>Spara</button></form>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${code('mxss')}&gt;">`,
  `<!--[if gte mso 9]><script>${code('mso')}</script><![endif]-->`,
  `<img src="http://${canaryHost}/pixel.png">`,
  `<p style="background:url(http://${canaryHost}/bg)">text</p>`,
  `<template><script>${code('template')}</script></template><p is="x-y" onclick="${code('click')}">x</p>`,
];

/** Addresses that run something or lead where nobody asked to go. */
export const addresses: readonly string[] = [
  `javascript:${code('address')}`,
  `JAVASCRIPT:${code('upper')}`,
  ` java\tscript:${code('tab')}`,
  `data:text/html,<script>${code('data-address')}</script>`,
  `vbscript:msgbox(1)`,
  'file:///etc/passwd',
  `//${canaryHost}/protocol`,
  `https://x" onmouseover="${code('attribute')}`,
];

/** Text that would be more than text where it is taken for Markdown or HTML. */
export const texts: readonly string[] = [
  `[klicka](javascript:${code('md')})`,
  `![bild](http://${canaryHost}/md.png)`,
  `<img src=x onerror=${code('text')}>`,
  '# Rubrik',
  '```js\nalert(1)\n```',
  `<${'a'.repeat(50)}>`,
  '{{{{{support}}}}}{{constructor}}',
  `[x]: javascript:${code('reference')}\n\n[x]`,
  `&lt;script&gt;${code('escaped')}&lt;/script&gt;`,
  '\u202Egnp.exe\u0000\u0007',
  'a'.repeat(20_000),
];

export const names: readonly string[] = [
  'bild.png',
  '../../../../etc/passwd',
  '..\\..\\windows\\system32\\x.png',
  'CON.png',
  `x onerror=${code('name').replaceAll(/['"]/g, '')}.png`,
  '<script>canary(1)</script>.png',
  'a'.repeat(300),
  '\u202Egnp.exe',
  'bild.png%00.html',
];

export const anyMarkup = (random: Random): string => pick(random, markup);
