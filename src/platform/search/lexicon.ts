import { stem } from './stem.ts';

/**
 * Words that Swedish public texts put together, as they stand in a compound or alone. Chosen by hand.
 * Words in `whole` are never taken apart further: nobody who looks for a holiday (*lov*) means *bygglov*.
 */
const parts = `
adress adoption affisch aktivitet akut ansökan anmälan anställning anhörig anslutning anslag arbete arbets arkiv arrende
arrangemang artikel asfalt assistans avfall avgift avlopp avtal avvikelse bad badhus balkong band bank barn barnomsorg
behandling behov bekräftelse belysning beslut bestyrkt besvär betalning betyg bevis bidrag bibliotek bil bild bilaga
biograf biotop blankett boende bokning bolag borgen borgmästare bostad brand brandfarlig brev bro brott brunn buller busk
buss busshållplats by bygd bygg byggnad båt cirkulation containrar container cykel dag dagbarn dagvård data datum del
demens detalj diet digital direkt djur dokument dragning drift dryck död egen ekonomi el elev energi enhet enkät enskild
entré entreprenad etablering evenemang examen extra fackla fakta faktura familj familjehem fartyg fastighet fel felanmälan
fest film fisk flagg flykting flytt fond form forsknings foster fotboll framtid fri fritid fritidshem fritids frukt
frånvaro fråga fullmakt funktion fyrverkeri fågel färd färdtjänst föda förbud fördel förening förfrågan förhandsbesked
förlust förmån förskola förslag försäkring försäljning försörjning förteckning förvaring förvaltning föräldra
gas gata gatu gäst gemenskap glas god grav grannar grupp grund grundskola gräv gymnasie gymnasium gymnasieskola gång gård
gåva hall halka hamn handikapp handling handel hastighet hem hemtjänst hemvård hiss hjälp hjälpmedel hus hushåll hund
hygien hyra hälsa hälso hämtning händelse idrott idé inackordering information inkomst inlösen inne insats inskrivning
installation institution integration intyg inventering invandrare investering jakt journal jord juridik jämställdhet kalk
kart karta kassa katastrof kemikalie kiosk klagomål klass klimat klotter klubb kläder kollektiv kommun kommunfullmäktige
kommunikation kompost konst konsument kontakt kontor kontroll konto kontrakt korttid kort kost kostnad kris krog kultur
kund kurator kurs kvalitet kvarter kvinna kyl kyrka kök köp kör körkort köld kö lag lager land lantbruk larm last lek
lekplats ledning legitimation ledsagar ledsagning licens liv livsmedel lokal lotteri luft lägenhet läge läkare läkemedel
läns lärare lärling lås lån läs löne lön lövsug maka make mark marklov mark mat matavfall medalj medel medborgar medicin
medlem miljö minne mobil mottagning museum musik mutor mynt myndighet mål måltid människo möbel möte nat natur narkotika
nedskräpning nämnd nät näring närings nummer nyckel nybyggnad obligatorisk offentlig olycka olje område omsorg ombud omval
ordning organisation orosanmälan park parkering parti passage pass patient pengar pension person personal personlig plan
plats plantering planering plugg policy politiker polis pool post praktik preliminär pris privat process produkt program
projekt protokoll provtagning prövning psykolog publik radio radon ramp rapport rast redovisning register regel rehab
relation remiss ren renhållning reparation resa rese reserv restaurang resurs rivning rivningslov rum rutin råd rådgivning
rådhus rätt rökning röst sak saker samhälle samlag samling sammanträde samordning samtal samverkan samtycke sand sanering
scen schema segel sekretess servering serverings service signal simhall simskola situation sjuk sjukdom sjukvård självrisk
sjö skada skadestånd skadedjur skatt skjuts skola skolskjuts skog skorsten skräp skugga skuld skydd skyltar skylt skötsel
slakt slam smitta snö snöröjning social socialtjänst sol sommar sop sopor sorg spel spillvatten sport sprängning språk
stad stads stadigvarande start statistik stat station statlig stickprov stig stiftelse stimulans stipendium strand
strandskydd strandskyddsdispens strålning studie studiestöd ställning stöd stödboende ström städ synpunkt system säker
säkerhet säng särskola sök tak tal tandvård tavla taxa taxi teater teknik telefon temperatur termin test text tid tidning
tillfällig tillsyn tillstånd tillgång tillväxt titel tjänst tobak tolk tomt torg toalett trafik transport trapp trygghet
träd trädgård träning tull turism turist tväll tvätt tävling tömning ungdom underhåll undersökning undervisning upphandling
uppehåll uppgift upplysning upplåtelse uppsägning utbildning utemiljö uteservering utflykt utlåning utredning utrymme
utskänkning uttag vaccin vakt val valborgsmässoeld valp vandring varning vattenledning vatten vatten vecka vedeldning ventil
verk verksamhet vetenskap vigsel vikarie vilt vind vindkraft vinter vit vrak vuxen vuxenutbildning vård vårdnad vårdnadshavare
väg vägledning värme värmepump väst växel växt yrke yta ytter år ålder återbetalning återbruk återvinning återvinningscentral
åtgärd äldre äldreboende äldreomsorg ändring ärende översikt överklagande överförmyndare översyn ögon öppettid öppen
adressändring alkohol alkoholtillstånd asbest badplats barnhem begravning bostadsanpassning bostadsanpassningsbidrag
bygglov bygganmälan byggsanktionsavgift cistern dagverksamhet detaljplan dispens dödsbo ekonomiskt farligt fastighetsägare
felparkering folköl fordon fordonsflytt fosterhem föreningsbidrag försörjningsstöd gatubelysning gatuarbete god hemvårdsbidrag
hemsjukvård hygienlokal husdjur hämtställe insamling kollektivtrafik kolonilott kontaktperson kontaktfamilj korttidsboende
köldmedia läsår livsmedelsanläggning lovskola lägenhetsregister mellanmål modersmål modersmålsundervisning namngivning
nybyggnadskarta offentlighet parkeringstillstånd planbesked pedagogisk personlig riksfärdtjänst räddningstjänst samfällighet
sjöfart skolplacering skolval skolmat skolgång slamtömning socialbidrag solcell startbesked slutbesked studiehandledning
tomträtt torghandel trafikanordning trafikanordningsplan trygghetslarm tillgänglighet uppställning vattenmätare värd
överlåtelse ägarbyte bokförare borgerlig barnvakt brandskydd sotning egensotning eldning eldningsförbud enskilt
frånvaroanmälan förskoleplats förskoleklass gårdsstöd hyresgäst hyresrätt inkomstuppgift inspektion kommunarkiv kulturskola
ledsagarservice leksak lotteritillstånd matförgiftning mätning mätare nyinflyttad parkeringsbot parkeringsplats
polisanmälan portabel restavfall rådgivare skadeanmälan sandning schakt schaktning skyddsrum skyddad sluttid solarium
specialkost stadsarkiv tatuering tatueringslokal tillagning tobaksförsäljning tobakstillstånd trängsel uppdrag utomhus
utomhusservering utlämning utställning vattenskydd vattenskyddsområde vinterväghållning väghållning vägbidrag världsarv
årskurs tillgodoräknande registrering förvaltare marknad orientering företräde träff ritning anvisning intresse uppdrag
frihetsbevis frihet spärrat utdrag kopia gräns visning mäteri lantmäteri exploatering komplement anläggning transformator
debitering underlag insats kvitto hindrad rörelse föreskrift välfärd påfyllnad förteckning ställföreträdare skap
utskrivning kompis komplettering avdelning klassning risk modell grannhörande mobilitet redogörelse tjänstgöring
utmärkelse omprövning förtroende vald tillägg belopp beräkning guide förordning dataskydd utbetalning beställning
arbetsgivare föreståndare förbränning upptagning ljud samarbete tentamen utförare portal plikt finansiering behållare
handläggare handläggning intresseanmälan gods farlig anpassning bostadsanpassning placering frågor grannar
årskurs åtal återkoppling överenskommelse överkänslighet årsredovisning
`;

const whole = `bygglov marklov rivningslov tillstånd uppdrag avtal förskola anslag avgift beslut försäljning handling
område omsorg utbildning utredning upplåtelse underhåll undersökning ansökan anmälan överlåtelse skötsel samtycke kontakt
kommun förening förslag avfall person barnomsorg förbud bidrag ärende medborgar samordning samverkan försörjning
information installation institution organisation evenemang ungdom parkering bibliotek bostad lägenhet fastighet
medel fordon vatten verksamhet vuxen program tandvård ledsagning ledsagar förvaltare handläggare handläggning anläggning inspektion inventering belysning servering`;

const split = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** What stands in a compound in another form than the stem. */
const joined: readonly (readonly [string, string])[] = [
  ['skol', 'skola'],
  ['gatu', 'gata'],
  ['mat', 'mat'],
  ['kyrko', 'kyrka'],
  ['social', 'social'],
  ['kvinno', 'kvinna'],
  ['hälso', 'hälsa'],
  ['byggnads', 'byggnad'],
];

/** Every form in which a part may stand inside a compound, without its linking letter. */
export const partStems: ReadonlyMap<string, string> = new Map([
  ...split(parts).flatMap((word) => [[word, stem(word)] as const, [stem(word), stem(word)] as const]),
  ...joined.map(([form, word]) => [form, stem(word)] as const),
]);

export const wholeStems: ReadonlySet<string> = new Set(split(whole).map(stem));
