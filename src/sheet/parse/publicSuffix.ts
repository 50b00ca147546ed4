/** Public suffixes of two and more labels: a modest rule for the countries' domains, and domains whose owners register names below them. */
import { lazyWords } from './lazy';

/** Number of labels of the public suffix that ends a host; `labels` are in ASCII, lower case. */
export function suffixLabels(labels: readonly string[]): number {
  const last = labels[labels.length - 1] ?? '';
  const second = labels[labels.length - 2] ?? '';
  if (REGISTRIES().has(`${second}.${last}`)) return 2;
  if (last.length !== 2 || second === '') return 1;
  if (hasThirdLabel(labels[labels.length - 3] ?? '', second, last)) return 3;
  return isSuffix(second, last) ? 2 : 1;
}

/** `co.uk`, `com.br`, `bo.it`. */
function isSuffix(label: string, country: string): boolean {
  if (holds(WILD, country)) return true;
  const except = EXCEPT.find(([one]) => one === label)?.[1];
  if (except !== undefined && !holds(FLAT, country) && !holds(except, country)) return true;
  if (holds(ONLY.find(([one]) => one === label)?.[1] ?? '', country)) return true;
  return holds(LOCAL.find(([one]) => one === country)?.[1] ?? '', label) || (country === 'jp' && holds(PREFECTURES, label));
}

/** Suffixes of three labels: `nsw.edu.au`, `k12.ca.us`, `aisai.aichi.jp`. */
function hasThirdLabel(third: string, second: string, country: string): boolean {
  if (third === '') return false;
  if (country === 'au') return (second === 'edu' || second === 'gov') && holds(AU_STATES, third);
  if (country === 'us') return holds('k12 cc lib', third) && second.length === 2 && isSuffix(second, country);
  return country === 'jp' ? holds(PREFECTURES, second) : second === 'sch' && country === 'uk';
}

function holds(words: string, word: string): boolean {
  return ` ${words} `.includes(` ${word} `);
}

const AU_STATES = 'act nsw nt qld sa tas vic wa';

/** Domains with neither com, net, org, edu nor gov below them. */
const FLAT =
  'um eh bl mf xk gb ad aq at be bv bg ca cf td cc cg cr dk dj gq fo fi gf tf ga gm de gw hm va is jp ke kr li lu mh mq yt md mc nl nc ' +
  'ne nu mp no ru pm sm si gs sr sj ch tz tg tk tc tv us wf ax bq eu su tp';

/** The five labels are suffixes everywhere else but in these. */
const EXCEPT: readonly (readonly [string, string])[] = [
  [
    'com',
    'as ao bw bf cl cx cd cz gd hu id ir ie il it ls lt mr mn ma mz nz pw pn rw kn sk za sz se th tl ae vg zw gg je me ' +
      'rs sx uk',
  ],
  [
    'net',
    'as ao aw by bf bi cl cx km cd hr cz sv ee fr pf gi gd hu ie it kp lt mg mr mn pw re ro sn sk es sz se tl ug vg zw ' +
      'rs sx',
  ],
  ['org', 'as aw by bf cm cl cx cd hr cz fr gd id ie it lt mr nf pw re th tl vg sx'],
  [
    'edu',
    'as ai ag am aw by bw bf cm cl cx cd hr cy cz fr hu id ir ie il lt mr mu ma na nz nf pw re ro rw sh sk sz se th tl ' +
      'tn ae uz vi zw gg im je sx uk',
  ],
  [
    'gov',
    'ai ag am aw bj bo bi cv ky ci hr cu sv fr pf gl gp gt ht hn hu id mt mx fm nz ni nf pa pe re ro st sn sk es sz se ' +
      'th uy uz vu vg vi cw gg im je',
  ],
];

/** Other labels are suffixes only in these. */
const ONLY: readonly (readonly [string, string])[] = [
  [
    'co',
    'ao ag am at az bd bb bz bj bw io bi cm cl cr ci dm gl gy hu in id ir il it jp ke kr ls mg mw mu ma mz na nz ni om ' +
      'pn rw lc st za sz tj tz th tt tm ug ae us uz ve vi zm zw gg im je me rs ss uk',
  ],
  [
    'mil',
    'al ar az bd by bo ba br io cl cn co km cy do ec eg fj gh gt hn in id iq jo kz kr kg lv mg my mv mz nz ni ng no py ' +
      'pe ph pl qa rw sh vc st za sy tw tj tz to tt tr tm ug ae uy ve ye zm zw ac',
  ],
  [
    'ac',
    'at bd be bw cn cr ci cy eg fj gn in id ir il jp ke kr ls mw ml mu ma mz nz ni pk pa pr rw za lk sz se tz th ug ae ' +
      'vn zm zw im me rs uk',
  ],
  ['or', 'at bi cr ci id it jp ke kr mu tz th ug us'],
  ['ne', 'jp ke kr tz ug us'],
  ['go', 'cr ci id it jp ke kr tj tz th ug'],
  ['info', 'az bd bb bj bo ec eg et fj gu ht hu in ke ki la ls mv ml nr ni nf pl pr ro sd tz tt tn tr ve vn zm'],
  ['biz', 'az bb cy et fj gh in id ki ls mw my mv nr ni pk pl pr tj tt tr vn zm ss'],
  ['name', 'az hr eg et fj my mv ng mk pr qa tj tt tr vn'],
  ['pro', 'az br cy ec fj ht in mv om pr tt vn'],
  ['gob', 'ar bo cl cu do ec sv gt hn mx ni pk pa pe es ve'],
  ['gouv', 'km ci fr ht ml sn'],
  ['gub', 'uy'],
  ['int', 'ar az bo cv ci in la mw mv ni pt lk tj ve vn'],
  ['ltd', 'cy gi lk uk'],
  ['plc', 'ly uk'],
  ['me', 'eg in it ke kr so tz us ss uk'],
  ['nom', 'ag io co km fr mg nc ni pa pe pl ro za es tm ve'],
  ['id', 'au bd cv fj ir lv ly us vn'],
  ['web', 'bo do gu id ni nf pk za lk tj tr ve'],
  ['store', 'bb nf ro st ve'],
  ['firm', 'ht in nf ro ve'],
  ['art', 'dz br do ec ht ml sn'],
  ['asn', 'au lv'],
  ['aero', 'in mv'],
  ['coop', 'ar br km ht in mw mv py rw'],
  ['tm', 'dz km cy fr hu mc no pl ro za se'],
  ['sch', 'bd id ir jo ly ng qa sa lk ae zm ss'],
  ['asso', 'dz km ci fr gp ht ml mc nc re'],
  ['gen', 'in nz tr'],
  ['ind', 'br gt in kw tn'],
  ['res', 'in'],
  ['nic', 'in za tj'],
  ['school', 'ge in nz za'],
  ['law', 'za'],
  ['agro', 'bj bo pl'],
  ['mobi', 'gp ke ng tz'],
  ['press', 'cy ma se'],
  ['museum', 'mv no om'],
  ['k12', 'ec il tr vi'],
];

/** Labels of one country each. */
const LOCAL: readonly (readonly [string, string])[] = [
  ['ar', 'bet coop mutual musica tur'],
  ['at', 'gv'],
  ['au', 'nsw vic qld'],
  [
    'br',
    'adm adv agr am arq ato b bio blog cim cng cnt dev app ecn eco emp eng esp etc eti far flog fm fnd fot fst g12 imb inf jor jus leg log mat med mus not odo ong ppg psi psc radio rec slg srv taxi teo tmp trd tur tv vet vlog wiki',
  ],
  ['bg', '0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  ['ca', 'ab bc mb nb nf nl ns nt nu on pe qc sk yk gc'],
  ['cn', 'ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj'],
  ['cy', 'ekloges'],
  ['ec', 'eng med tur'],
  ['fr', 'cci greta huissier-justice prd'],
  ['hk', 'idv'],
  [
    'hu',
    'agrar bolt casino city film forum games hotel ingatlan jogasz konyvelo lakas media news priv reklam shop sport suli szex tozsde utazas video',
  ],
  ['id', 'desa my'],
  ['il', 'idf muni'],
  ['in', 'bank business ca cs delhi er gujarat bihar post travel uk up us'],
  ['it', 'bo bz fi lombardia mi milano na pd rm roma to tn ve veneto vr'],
  ['jp', 'ad ed gr lg'],
  ['kr', 'busan es hs kg ms pe re seoul'],
  ['lv', 'conf'],
  ['no', 'dep fhs herad kommune oslo stat vgs'],
  ['nz', 'cri geek govt health iwi kiwi maori parliament'],
  [
    'pl',
    'auto bialystok edu gsm katowice media miasta nieruchomosci powiat priv realestate rel shop sklep slask sos szczecin targi travel turystyka warszawa waw wroclaw',
  ],
  ['pt', 'nome publ'],
  ['ro', 'arts nt rec www'],
  ['rs', 'in'],
  ['se', 'a b bd c d e f fh g h i k l m n o org p parti pp r s t u w x y z'],
  ['th', 'in mi'],
  ['tr', 'av bbs bel dr kep pol tel tsk tv'],
  ['tw', 'club ebiz game idv'],
  ['ua', 'dn dp in kharkov kiev kyiv lviv od zp'],
  ['uk', 'nhs police'],
  [
    'us',
    'dni isa nsn ak al ar as az ca co ct dc de fl ga gu hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa pr ri sc sd tn tx ut va vi vt wa wi wv wy',
  ],
  ['vn', 'health'],
  ['za', 'alt grondar ngo nis'],
];

const PREFECTURES =
  'aichi akita aomori chiba ehime fukui fukuoka fukushima gifu gunma hiroshima hokkaido hyogo ibaraki ishikawa iwate kagawa kagoshima kanagawa kochi kumamoto kyoto mie miyagi ' +
  'miyazaki nagano nagasaki nara niigata oita okayama okinawa osaka saga saitama shiga shimane shizuoka tochigi tokushima tokyo tottori toyama wakayama yamagata yamaguchi yamanashi';

/** Suffixes of the private part of the Public Suffix List that companies register names under, as under a country's. */
const REGISTRIES = lazyWords(
  'uk.com us.com eu.com de.com br.com cn.com za.com ru.com jpn.com sa.com africa.com gr.com co.com mex.com it.com ae.org us.org eu.org gb.net uk.net jp.net hu.net se.net in.net ru.net za.net za.org ' +
    'com.de com.se com.ru net.ru org.ru co.nl co.no co.ca co.at co.cz co.dk co.bz me.uk radio.am radio.fm',
);

/** Every second label is a suffix in these. */
const WILD = 'ck er fk jm mm np pg';
