/** Words beside numbers: suffixes, currencies, and what may trail an amount. */

import { lazy, lazyGroups, lazyWords } from './lazy';

const SCALES = lazy(
  () =>
    new Map(
      (
        [
          [1e3, 'k th tsd thousand thousands mille mil tausend'],
          [1e5, 'lakh lakhs lac lacs'],
          [1e6, 'm mm mn mln mio mill million millions millionen millones milhoes milioni millon'],
          [1e7, 'cr crore crores'],
          [1e9, 'b bn bln billion billions mrd milliard milliards milliarden miliardi'],
          [1e12, 'tn trn trillion trillions'],
        ] as const
      ).flatMap(([scale, words]) => words.split(' ').map((word): [string, number] => [word, scale])),
    ),
);

/** Factor of a folded suffix such as `k`, `mm` or `million`; `mm` is million. */
export function scaleOfWord(word: string): number | undefined {
  return SCALES().get(word);
}

const CODES =
  ' aed ars aud bgn brl cad chf clp cny cop czk dkk egp eur gbp hkd huf idr ils inr isk jpy kes krw mad mxn myr ngn nok nzd pen php pkr pln qar rmb ron rub sar sek sgd thb try twd uah usd vnd zar ';

const SYMBOLS = lazyGroups(
  'USD $ us$ u$ dollars,AUD a$ au$,CAD c$ ca$,NZD nz$,HKD hk$,SGD s$ sg$,BRL r$,MXN mx$,TWD nt$,EUR € euro euros,GBP £,JPY ¥,CNY cn¥ rmb,INR ₹ rs rs.,KRW ₩,RUB ₽,ILS ₪,TRY ₺,VND ₫,THB ฿,UAH ₴,NGN ₦,PHP ₱,PLN zł,CZK kč',
);

/** ISO 4217 code of a folded mark such as `$`, `us$`, `eur`; a bare `$` is taken as USD. */
export function currencyOfMark(mark: string): string | undefined {
  const bare = mark.trim();
  const symbol = SYMBOLS().get(bare) ?? SYMBOLS().get(bare.replace(/\.$/, ''));
  if (symbol !== undefined) return symbol;
  return /^[a-z]{3}$/.test(bare) && CODES.includes(` ${bare} `) ? bare.toUpperCase() : undefined;
}

/** Words that may trail an amount in any number. */
export const amountWords = lazyWords(
  'employee employees em ployees people staff fte ftes headcount workers members persons person team users total worldwide globally mitarbeiter mitarbeitende ' +
    'beschaftigte beschäftigte salaries salariés employes employés empleados dipendenti medewerkers anstallda anställda ' +
    'per year years yr month months annually annual yearly monthly pa p a arr mrr revenue in of the est estimated approx about ca circa growth ' +
    'and or more above over plus less us usd eur gbp locations companies customers offices',
);
