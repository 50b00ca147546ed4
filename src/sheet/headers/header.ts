/** Headers as words: what is left of `Company Headcount (LinkedIn)` once entities, units and fillers are set aside. */
import { lazyGroups, lazyWords } from '../parse/lazy';
import { unitOfHeader, type HeaderUnit } from '../parse/unit';
import { plain } from '../parse/text';

export interface HeaderWords {
  /** Words that name the thing, singular, without entity words: `Company City` has `city`. */
  readonly core: readonly string[];
  /** `core` without words that change little (total, estimated, primary …). */
  readonly bare: readonly string[];
  /** All words, singular. */
  readonly all: readonly string[];
  /** `all` without words that change little: the entity words stay, so `Account status (synthetic)` has `account status`. */
  readonly plain: readonly string[];
  readonly isCompany: boolean;
  readonly isPerson: boolean;
  /** A word says that it is somebody else's: previous, parent, LinkedIn … */
  readonly isOther: boolean;
  readonly unit: HeaderUnit | undefined;
}

const COMPANY = lazyWords(
  'company account organization organisation organizacion org firma unternehmen business employer firm corporate hq headquarter headquarters billing firmographic companys accounts entreprise',
);
const PERSON = lazyWords('person contact kontakt ansprechpartner lead prospect people individual decisionmaker');
const OTHER = lazyWords(
  'previous former prior parent ultimate immediate subsidiary secondary tertiary second third alternate alternative alternativ other similar shipping personal private home facebook twitter linkedin instagram li xing github ' +
    'youtube competitor investor alias old mailing fax ipo semrush apptopia logo facebook child duplicate',
);
const FILLER = lazyWords(
  'the of a an in on at by est estimated estimate average range band approx approximate approximately total exact primary main cleaned clean normalized normalised current associated our your crm my value amount field official de du des der la le el und and y et public full reported known us synthetic sample demo generated enriched inferred imputed predicted',
);
const TOOLS = lazyWords('zoominfo apollo hubspot salesforce seamless clay sfdc hs zi sf lusha');

/** Words of a header, with the unit it names. */
export function headerWords(header: string): HeaderWords {
  const unit = unitOfHeader(header);
  const all = tokens(header, unit !== undefined);
  const isOther = all.some((word) => OTHER().has(word));
  const named = all.filter((word) => !TOOLS().has(word) && !OTHER().has(word));
  const core = named.filter((word) => !COMPANY().has(word) && !PERSON().has(word));
  return {
    core,
    bare: core.filter((word) => !FILLER().has(word)),
    all,
    plain: all.filter((word) => !FILLER().has(word)),
    isCompany: all.some((word) => COMPANY().has(word)),
    isPerson: all.some((word) => PERSON().has(word)),
    isOther,
    unit,
  };
}

/** Words of a header, singular, units and a trailing 1 left out. */
function tokens(header: string, hasUnit: boolean): string[] {
  const spaced = header
    .slice(0, 200)
    // Product names hold capitals of their own.
    .replace(/zoominfo|linkedin|hubspot|salesforce|youtube|github|crunchbase|builtwith/gi, (name) => name.toLowerCase())
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/#/g, ' number ')
    .replace(/\p{L}+\.?/gu, (word) => SHORT().get(word.toLowerCase()) ?? SHORT().get(word.replace('.', '').toLowerCase()) ?? word)
    .replace(/[._]/g, ' ')
    .replace(/(['’])s\b/g, 's');
  const split = plain(spaced)
    .split(' ')
    .filter((word) => word !== '');
  const list = (hasUnit ? split.filter((word) => !UNIT_WORDS().has(word) && !/^0*$/.test(word)) : split).map(singular);
  return list[list.length - 1] === '1' ? list.slice(0, -1) : list;
}

/** What words are shortened to; with a full stop those that are words of their own without it. */
const SHORT = lazyGroups(
  'revenue rev,employee emp,number num nbr no. nr.,annual ann,average avg,total tot,year yr,account acct,company co.,customer cust,country ctry cntry,industry ind.,manager mgr,headcount hc,funding fund.,position pos.,department dept,phone tel ph.,address addr',
);

const UNIT_WORDS = lazyWords(
  'usd eur gbp chf inr teur keur meur kusd musd eurm usdm dollars dollar euro euros k m mm b bn mio mrd million millions thousand thousands billion billions 000 000s percent in tsd',
);

/** One spelling for one and many; the same rule serves headers and the table of names, so it need not be good English. */
export function singular(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is|news|sales|series)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
