/** Tables of countries: local and customary spellings beyond the English names, and regions. Built on first use. */

/** Spellings per alpha-2 code. */
export function localSpellings(): readonly (readonly [string, readonly string[]])[] {
  const table =
    'SS:s sudan|LY:libyan arab jamahiriya|SX:sint maarten|EH:w sahara|GQ:eq guinea|AG:antigua|TD:tchad|VC:st vin and gren,saint vincent|KN:saint kitts and nevis,st kitts|ST:sao tome and principe|GW:guinea bissau|' +
    'AE:uae,u.a.e.,emirates,الإمارات,الامارات العربية المتحدة|AR:república argentina|AT:österreich,oesterreich,autriche,oostenrijk,rakousko|AU:australie,australien|AZ:azerbaidjan|' +
    'BA:bosnia and herz,bosnia herzegovina,bih,bosnia,bosnia & herzegovina,bosna i hercegovina|BE:belgique,belgië,belgien,bélgica,belgio|BG:българия,bulgarien|BN:brunei|BO:bolivia,plurinational state of bolivia|BR:brasil,brasilien,brésil|' +
    'BY:belarus,weissrussland,беларусь|CA:kanada,canadá|CD:congo democratic republic of the,congo democratic republic of,dem rep congo,dem republic of the congo,congo the democratic republic of the,dr congo,drc,congo kinshasa,democratic republic of congo|CG:republic of congo,congo brazzaville|CH:schweiz,suisse,svizzera,suiza,zwitserland,sveits,swiss|' +
    'CI:côte d’ivoire,ivory coast|CL:chile|CN:peoples republic of china,people’s republic of china,中国,中國,prc,mainland china,chine,kina,pr china|CV:cabo verde|CY:κύπρος,zypern|CZ:česko,česká republika,ceska republika,tschechien,chequia,tschechische republik|DE:deutschland,allemagne,alemania,germania,duitsland,tyskland,alemanha,brd,federal republic of germany,německo,niemcy|' +
    'DK:danmark,dänemark,dinamarca,danemark|DO:dominican rep,república dominicana|DZ:algérie,algerien,الجزائر|EE:eesti,estland|EG:ägypten,مصر,egypte|ES:españa,espagne,spanien,spanje,spagna,espanha,hiszpania|FI:suomi,finnland,finlandia,finlande|FK:falkland islands|' +
    'FM:federated states of micronesia,micronesia|FR:frankreich,francia,frankrijk,frankrike,frança|GB:royaume uni,united kingdom of great britain,u k and n ireland,uk,u.k.,great britain,britain,england,scotland,wales,northern ireland,gb-eng,gb-sct,gb-wls,gb-nir,vereinigtes königreich,großbritannien,royaume-uni,angleterre,reino unido,regno unito,verenigd koninkrijk,storbritannien,inglaterra,united kingdom of great britain and northern ireland,uk & ni|' +
    'GE:republic of georgia,საქართველო|GR:ελλάδα,ελλάς,hellas,griechenland,grèce,grecia,griekenland,el|HK:hong kong china,香港特别行政区,hong kong sar,hongkong,香港,hong kong sar china,hong kong s.a.r.|HR:hrvatska,kroatien,croatie|HU:magyarország,ungarn,hongrie,hongarije|ID:indonesien|IE:éire,republic of ireland,irland,irlande,irlanda,ierland,eire|' +
    'IL:ישראל,israël|IN:भारत,bharat,indien,inde|IR:iran,islamic republic of iran|IS:ísland,island,islande|IT:italia,italien,italie,italië,włochy|JP:japón,日本,nippon,nihon,japon,giappone|KP:n korea,korea democratic peoples republic of,democratic peoples republic of korea,dprk,democratic people’s republic of korea|KR:s korea,rep of korea,korea,south korea,korea south,korea republic of,rok,韓国,대한민국,한국,südkorea,corée du sud,corea del sur,republic of korea (south)|' +
    'KZ:казахстан,qazaqstan|LA:laos,lao pdr|LT:lietuva,litauen|LU:luxemburg,lëtzebuerg|LV:latvija,lettland|MA:maroc,marokko,المغرب,marruecos|MD:moldova,republic of moldova,moldawien|ME:crna gora,montenegro|MK:the former yugoslav republic of macedonia,former yugoslav republic of macedonia,macedonia,north macedonia,republic of macedonia,fyrom,nordmazedonien|MM:burma|MO:macao sar,macao sar china,macau sar china,macau,macau sar,澳門|' +
    'MX:méxico,mexiko,mexique,messico|MY:malaysien|NL:holland,nederland,niederlande,pays-bas,países bajos,paesi bassi|NO:norge,norwegen,noruega,norvège,noreg,noorwegen|NZ:aotearoa,neuseeland|PE:perú|PH:pilipinas,philippinen,philippines the|PL:polska,polen,pologne,polonia|PS:state of palestine,palestine,palestinian territories,palestinian territory|PT:república portuguesa|' +
    'QA:قطر|RO:românia,rumänien,roumanie|RS:srbija,serbien,србија|RU:russia,россия,russland,russie,rusia,rusland|SA:ksa,saudi,السعودية,المملكة العربية السعودية,saudi-arabien|SE:sverige,schweden,suède,suecia,svezia,zweden|SG:singapur,singapour,新加坡|SI:slovenija,slowenien|SK:slovensko,slowakei,slovakia|SY:syria|SZ:swaziland,eswatini|TH:ไทย,ประเทศไทย|TL:east timor|' +
    'TN:tunisie,tunesien,تونس|TR:türkiye,turkiye,turkey,türkei,turquie,turquía,turkije|TW:taiwan,臺灣,台灣,台湾,taiwan roc,republic of china|TZ:united republic of tanzania,tanzania|UA:україна,ukraina,ukraine|US:eua,ee uu,e.u.a.,estados unidos de america,estados unidos de américa,united states america,usa,u.s.,u.s.a.,united states,united states of america,america,estados unidos,états-unis,vereinigte staaten,vereinigte staaten von amerika,verenigde staten,stati uniti,eeuu,ee.uu.,the states,美国,アメリカ,us of a|' +
    'VA:vatican,vatican city|VE:venezuela,bolivarian republic of venezuela|VG:british virgin islands,bvi|VI:us virgin islands|VN:vietnam,việt nam,viet nam|XK:kosovo,kosova|ZA:republic of south africa,rsa,südafrika,south africa,suid-afrika,afrique du sud|CF:central african rep';
  return table.split('|').map((entry) => [entry.slice(0, 2), entry.slice(3).split(',')] as const);
}

/** Territories with a code of their own, each behind the state it belongs to. */
export const TERRITORIES =
  ' CN-HK CN-MO CN-TW US-PR US-GU US-VI US-AS US-MP US-UM GB-GI GB-BM GB-KY GB-JE GB-GG GB-IM GB-VG GB-AI GB-MS GB-TC GB-FK GB-SH ' +
  'FR-RE FR-GP FR-MQ FR-GF FR-YT FR-NC FR-PF FR-PM FR-BL FR-MF FR-WF NL-AW NL-CW NL-SX NL-BQ DK-GL DK-FO FI-AX NO-SJ AU-NF AU-CX AU-CC NZ-CK NZ-NU NZ-TK ';

const DACH = 'DE AT CH';
const BENELUX = 'BE NL LU';
const NORDICS = 'DK FI IS NO SE';
const BALTICS = 'EE LV LT';
const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
const EUROPE = `${EU} AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM UA VA XK`;
const MIDDLE_EAST = 'AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE';
const AFRICA =
  'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW';
const SOUTH_AMERICA = 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE';
const LATAM = `${SOUTH_AMERICA} MX BZ CR GT HN NI PA SV CU DO HT PR`;
const OCEANIA = 'AU NZ FJ PG SB VU NC PF WS TO KI TV NR PW FM MH CK NU AS GU MP TK WF';
const APAC = `${OCEANIA} BD BN BT CN HK ID IN JP KH KP KR LA LK MM MN MO MV MY NP PH PK SG TH TL TW VN`;
const GULF = 'AE BH KW OM QA SA';
const NORTH_AFRICA = 'DZ EG LY MA SD TN';

/** Alpha-2 codes per region, by its folded name. North America is the United States and Canada; Mexico belongs to LATAM. */
export function regionTable(): ReadonlyMap<string, readonly string[]> {
  const table: readonly (readonly [string, string])[] = [
    ['dach,d a ch,german speaking countries', DACH],
    ['benelux', BENELUX],
    ['nordics,nordic,nordic countries', NORDICS],
    ['scandinavia', 'DK NO SE'],
    ['baltics,baltic states', BALTICS],
    ['eu,european union,eu27', EU],
    ['europe', EUROPE],
    ['emea,europe middle east and africa', `${EUROPE} ${MIDDLE_EAST} ${AFRICA}`],
    ['middle east', MIDDLE_EAST],
    ['mena,middle east and north africa', `${MIDDLE_EAST} ${NORTH_AFRICA}`],
    ['gcc', GULF],
    ['africa', AFRICA],
    ['na,noram,namer,north america', 'US CA'],
    ['latam,latin america', LATAM],
    ['south america', SOUTH_AMERICA],
    ['amer,americas', `US CA ${LATAM}`],
    ['apac,asia pacific,asia pac', APAC],
    ['anz', 'AU NZ'],
    ['uk and i,uki', 'GB IE'],
    ['iberia', 'ES PT'],
  ];
  return new Map(
    table.flatMap(([names, codes]) =>
      names.split(',').map((name): [string, readonly string[]] => [name, [...new Set(codes.split(' '))]]),
    ),
  );
}
