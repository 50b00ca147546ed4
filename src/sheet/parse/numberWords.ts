/** Words beside numbers: scales, currencies, percent, and what may trail an amount; in fifteen languages, accents aside. */
import { lazy, lazyGroups, lazyWords } from './lazy';

/** Without accents, in composed form, so that `milhões`, `milhoes` and a decomposed `milhões` are one word. */
export function unaccented(word: string): string {
  if (!/[^\u0000-\u007f]/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .normalize('NFC');
}

const SCALES = lazy(() => {
  const table = [
    [
      1e3,
      'k th tsd thousand thousands grand mille mila millier milliers migliaia tausend tys tysiac tysiace tysiecy tis tisic tisice duizend tusen tusind tuhat tuhatta bin ezer mii ribu rb nghin nghìn ' +
        'тыс тысяча тысячи тысяч тис тисяч тисячі хил хиляди χιλ 千 천',
    ],
    [1e4, '万 萬 만'],
    [1e5, 'lakh lakhs lac lacs लाख'],
    [
      1e6,
      'm mm mn mln mio mill million millions millionen millones millon milhao milhoes milioni milione mi miljoen miljoner miljon milj miljoona miljoonaa millioner milion miliony milionow milioane milionu ' +
        'milyon millio juta jt trieu tr млн миллион миллиона миллионов мільйон мільйони мільйонів милион милиона милиони εκατ 百万 백만 مليون',
    ],
    [1e7, 'cr crore crores करोड़ 千万 천만'],
    [1e8, '億 亿 억'],
    [
      1e9,
      'b bi bn bil bln billion billions bilhao bilhoes mrd mrds md mds mdr mld mlrd mia mia milliard milliards milliarden miliardi miliardo miljard miljarden miljarder miljardi miljardia milliarder milliarder ' +
        'miliard miliardy miliardow miliarda miliarde milyar milliard miliar ty arab млрд миллиард миллиарда миллиардов мільярд мільярди мільярдів милиард милиарда милиарди δισ 十億 십억 مليار',
    ],
    [
      1e12,
      'tn trn tril trillion trillions bio billionen billon billones bilioni biliao bilioes biljoen biljoner трлн триллион триллиона триллионов 兆 조',
    ],
  ] as const;
  return new Map(table.flatMap(([scale, words]) => words.split(' ').map((word): [string, number] => [unaccented(word), scale])));
});

/** Factor of a folded suffix such as `k`, `mm`, `milhões` or `億`; `mm` is million. Undefined for `mil`, which is a thousand or a million. */
export function scaleOfWord(word: string): number | undefined {
  return SCALES().get(unaccented(word));
}

const OF_THOUSANDS = lazyWords('millones millon milhoes milhao mi bi bilhoes bilhao empleados funcionarios reais pesos');
const OF_MILLIONS = lazyWords('bil bn million millions billion billions thousand tril trillion employees');

/** What a column that holds the word takes `mil` for: a thousand where the word is Portuguese or Spanish, a million where it is English. */
export function milBeside(word: string): 1e3 | 1e6 | undefined {
  const bare = unaccented(word);
  return OF_THOUSANDS().has(bare) ? 1e3 : OF_MILLIONS().has(bare) ? 1e6 : undefined;
}

const CODES =
  ' aed ars aud bgn brl cad chf clp cny cop czk dkk egp eur gbp hkd huf idr ils inr isk jpy kes krw mad mxn myr ngn nok nzd pen php pkr pln qar rmb ron rub sar sek sgd thb try twd uah usd vnd zar ';

const SYMBOLS = lazyGroups(
  'USD $ us$ u$ dollar dollars,AUD a$ au$,CAD c$ ca$,NZD nz$,HKD hk$,SGD s$ sg$,BRL r$ reais,MXN mx$,TWD nt$,EUR € euro euros euroa,GBP £,JPY ¥ 円 yen,CNY cn¥ rmb 元 yuan,INR ₹ rs rs. rupees,KRW ₩ 원 won,' +
    'RUB ₽ руб рублей рубля,ILS ₪,TRY ₺ tl,VND ₫,THB ฿,UAH ₴ грн,NGN ₦,PHP ₱,PLN zł zl,CZK kč kc,HUF ft',
);

/** ISO 4217 code of a folded mark such as `$`, `us$`, `eur`; a bare `$` is taken as USD. */
export function currencyOfMark(mark: string): string | undefined {
  const bare = mark.trim();
  const symbol = SYMBOLS().get(bare) ?? SYMBOLS().get(bare.replace(/\.$/, ''));
  if (symbol !== undefined) return symbol;
  return /^[a-z]{3}$/.test(bare) && CODES.includes(` ${bare} `) ? bare.toUpperCase() : undefined;
}

/** Letters of a scale written onto a currency: `MEUR`, `TEUR`, `kUSD`, `mdkr`. `kr` is of three countries and names no currency. */
export function scaledMark(word: string): { readonly scale: number; readonly currency: string | undefined } | undefined {
  const match = /^(k|t|mm?|mn|mio|md|mrd|mld|bn?)(eur|usd|gbp|chf|sek|nok|dkk|jpy|inr|pln|czk|huf|kr|[€$£])$/.exec(word);
  if (match === null) return undefined;
  // A `t` alone is no thousand; before a currency it is.
  const scale = match[1] === 't' ? 1e3 : scaleOfWord(match[1] ?? '');
  return scale === undefined ? undefined : { scale, currency: currencyOfMark(match[2] ?? '') };
}

/** Divisor of a word for parts of a whole: 100 for percent, 10,000 for basis points. */
export function divisorOfWord(text: string): { readonly divisor: number; readonly length: number } | undefined {
  const percent =
    /^ ?(?:%|(?:percent|prozent|pct|procent|prosent|por ciento|por cento|per cento|pour cent|процентов|процента)(?![\p{L}]))/u.exec(
      text,
    );
  if (percent !== null) return { divisor: 100, length: percent[0].length };
  const basis = /^ ?(?:bps?|basis points?)(?![\p{L}])/u.exec(text);
  return basis === null ? undefined : { divisor: 1e4, length: basis[0].length };
}

const AMOUNT_WORDS = lazyWords(
  'employee employees em ployees people staff fte ftes headcount workers members persons person team users total worldwide globally mitarbeiter mitarbeitende mitarbeitern mitarbeiterinnen ' +
    'beschaftigte personen salaries salarie employes empleados empleadas trabajadores personas empregados funcionarios colaboradores pessoas dipendenti addetti persone impiegati medewerkers werknemers personen ' +
    'anstallda ansatte medarbetare medarbejdere tyontekijaa henkiloa pracownikow osob zamestnancu zamestnanci angajati calisan calisanlar kisi alkalmazott fo collaborateurs collaborateur personnes effectif karyawan orang nguoi nhan vien ' +
    'человек сотрудников сотрудника сотрудники чел працівників осіб служители 人 名 명 社員 従業員 员工 人以上 명이상 직원 ' +
    'per year years yr month months annually annual yearly monthly pa p a arr mrr revenue in of the est estimated approx about ca circa growth inferencia inferred linkedin ' +
    'and or more above over plus less us usd eur gbp locations companies customers offices kr',
);

/** True of a word that may trail an amount: what is counted, per when, or how it was found. */
export function isAmountWord(word: string): boolean {
  return AMOUNT_WORDS().has(unaccented(word));
}
