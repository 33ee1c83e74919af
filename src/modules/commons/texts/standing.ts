import type { Language } from '../../../platform/http/index.ts';
import { versionEn, versionSv } from './version.ts';

const sv = {
  runningRecalled: (name: string, n: number) => `${versionSv(name, n)}, som ni har i bruk, är återkallad`,
  recalled: (name: string, n: number) => `${versionSv(name, n)}, som er version bygger på, är återkallad`,
  reason: (date: string, reason: string) => `Skälet, ${date}: ${reason}`,
  useHead: (n: number) => `Ta er version\u00A0${n} i bruk, så slutar den återkallade att gälla.`,
  takeUpdate: (name: string, n: number) => `Ta in ${versionSv(name, n)}`,
  noNewer:
    'Det finns ingen nyare version att ta in. Gå tillbaka till en äldre version eller ta verket ur bruk längre ner på sidan, eller rätta felet själva:',
  edit: 'Anpassa verket',
  withdrawn: (name: string) => `${name} har dragit tillbaka verket`,
  withdrawnWhat: 'Det ni har fungerar som förut, men det kommer inga nya versioner därifrån.',
  followOther: 'Följ en annan variant eller ta över verket',
  tags: {
    recalled: (name: string, n: number) => `${versionSv(name, n)} är återkallad`,
    withdrawn: (name: string) => `${name} har dragit tillbaka verket`,
  },
};
type Texts = typeof sv;

const en: Texts = {
  runningRecalled: (name, n) => `${versionEn(name, n)}, which you have in use, is recalled`,
  recalled: (name, n) => `${versionEn(name, n)}, which your version rests on, is recalled`,
  reason: (date, reason) => `The reason, ${date}: ${reason}`,
  useHead: (n) => `Take your version\u00A0${n} in use, and the recalled one no longer applies.`,
  takeUpdate: (name, n) => `Take in ${versionEn(name, n)}`,
  noNewer:
    'There is no newer version to take in. Go back to an older version or take the work out of use further down the page, or correct the error yourselves:',
  edit: 'Adapt the work',
  withdrawn: (name) => `${name} has withdrawn the work`,
  withdrawnWhat: 'What you have works as before, but no new versions come from there.',
  followOther: 'Follow another variant or take over the work',
  tags: {
    recalled: (name, n) => `${versionEn(name, n)} is recalled`,
    withdrawn: (name) => `${name} has withdrawn the work`,
  },
};

export const standingTexts = (language: Language): Texts => (language === 'sv' ? sv : en);
