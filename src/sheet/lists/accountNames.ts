/** Names of accounts beside their keys: which names mean the same company, and what is reported where key and name disagree. */
import { plain } from '../parse/text';

/** Words for a legal form, each under one spelling; `co` and `und` join the others. */
const FORMS: ReadonlyMap<string, string> = new Map(
  'inc incorporated,corp corporation,ltd limited,co company,llc,llp,lp,plc,gmbh,ag,kg,ohg,ug,se,sa,sas,sarl,srl,sl,spa,bv,nv,ab,as,asa,oy,oyj,aps,pty,pvt private,kk,sro,doo,ltda,lda'
    .split(',')
    .flatMap((group) => group.split(' ').map((word, _, [form = '']): [string, string] => [word, form])),
);
const JOINTS = ' and und et y e the ';

/** A name parted into what names the company and its legal forms. */
export interface PartedName {
  /** Words without legal forms, articles and joints; '' when nothing is left. */
  readonly stem: string;
  readonly forms: readonly string[];
}

/** `Acme, Inc.`, `ACME Incorporated` and `The Acme Inc` have one stem and one form. */
export function partedName(name: string): PartedName {
  const words = plain(name)
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .split(' ');
  const forms = words.flatMap((word) => FORMS.get(word) ?? []);
  const stem = words.filter((word) => !FORMS.has(word) && !JOINTS.includes(` ${word} `)).join(' ');
  return { stem, forms: [...new Set(forms)].sort() };
}

/** True where one name's forms hold the other's: a GmbH is no Inc. */
function mayBeOne(one: PartedName, other: PartedName): boolean {
  const [fewer, more] = one.forms.length <= other.forms.length ? [one.forms, other.forms] : [other.forms, one.forms];
  return one.stem === other.stem && fewer.every((form) => more.includes(form));
}

/** Accounts keyed by names that differ in legal form, case or spacing alone, of no two countries, in groups of two and more. */
export function namesAlike(
  {
    keys,
    kept,
    names,
  }: { readonly keys: readonly string[]; readonly kept: readonly number[]; readonly names: readonly string[] },
  accounts: readonly number[],
  countryAt: (row: number) => string | undefined,
): readonly (readonly number[])[] {
  const byStem = new Map<string, { readonly name: PartedName; readonly account: number }[]>();
  const seen = new Set<string>();
  for (const account of accounts) {
    const key = keys[account] ?? '';
    if (seen.size === seen.add(key).size) continue;
    const name = partedName(names[account] ?? '');
    if (name.stem !== '') {
      const same = byStem.get(name.stem);
      if (same === undefined) byStem.set(name.stem, [{ name, account }]);
      else same.push({ name, account });
    }
  }
  const groups: { readonly name: PartedName; readonly country: string | undefined; readonly accounts: number[] }[] = [];
  for (const members of byStem.values()) {
    if (members.length < 2) continue;
    const own: typeof groups = [];
    for (const { name, account } of members) {
      const country = countryAt(kept[account] ?? -1);
      const group = own.find(
        (one) => mayBeOne(one.name, name) && (one.country === undefined || country === undefined || one.country === country),
      );
      if (group === undefined) own.push({ name, country, accounts: [account] });
      else group.accounts.push(account);
    }
    groups.push(...own);
  }
  return groups.filter(({ accounts: members }) => members.length > 1).map(({ accounts: members }) => members);
}
