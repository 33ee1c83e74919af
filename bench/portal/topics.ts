/* What a municipality's guides are about: every title is one of each. */

const list = (text: string): readonly string[] => text.split(',').map((one) => one.trim());

export const activities = list(
  `Ta emot, Registrera, Handlägg, Utred, Besluta om, Följ upp, Avsluta, Arkivera, Planera, Beställ, Fakturera,
  Överklaga, Komplettera, Prioritera, Granska, Rapportera, Samordna, Dokumentera, Förbered, Informera om`,
);

export const topics = list(
  `färdtjänst, hemtjänst, bygglov, förhandsbesked, strandskyddsdispens, rivningslov, skolskjuts, förskoleplats,
  fritidshem, modersmålsundervisning, specialkost, elevfrånvaro, skolval, vuxenutbildning, kulturskola, försörjningsstöd,
  bostadsanpassning, ledsagning, kontaktperson, korttidsboende, särskilt boende, trygghetslarm, dagverksamhet,
  anhörigstöd, orosanmälan, familjehem, faderskap, dödsboanmälan, god man, serveringstillstånd, tobaksförsäljning,
  livsmedelskontroll, miljötillsyn, enskilt avlopp, värmepump, eldstad, sotning, radonmätning, badvatten,
  avfallshämtning, återvinning, slamtömning, vattenmätare, dagvatten, snöröjning, gatubelysning, parkeringstillstånd,
  torghandel, markupplåtelse, grävtillstånd, trafikanordning, felanmälan, lekplatser, trädfällning, lokalbokning,
  föreningsbidrag, lotteritillstånd, biblioteksutlåning, medborgarförslag, synpunkter, allmän handling, sekretess,
  diarieföring, gallring, upphandling, direktupphandling, leverantörsfakturor, rekrytering, introduktion, löneöversyn,
  sjukanmälan, rehabilitering, tillbud, skyddsrond, friskvård, semester, tjänsteresor, representation, behörigheter,
  lösenord, distansarbete, krisberedskap, brandskydd, lex Sarah`,
);

export const circumstances = list(
  ', i verksamhetssystemet, på telefon, tillsammans med en kollega, för den som är ny',
);
