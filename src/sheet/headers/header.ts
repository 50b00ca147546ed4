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
  /** `bare` without the address it is a part of (`Address 1: City`) and without a remark in brackets (`Employees (whole, no dots)`). */
  readonly inner: readonly string[];
  /** `inner` up to a slash, and from it on, where the header offers two words for one place (`Stadt/Ort`); undefined without one. */
  readonly either?: readonly [readonly string[], readonly string[]];
  readonly isCompany: boolean;
  /** A word names the company itself: `Account`, not `Headquarters` or `Billing`. */
  readonly isEntity: boolean;
  readonly isPerson: boolean;
  /** A word says that it belongs to another: previous, parent, LinkedIn … */
  readonly isOther: boolean;
  readonly unit: HeaderUnit | undefined;
}

const ENTITY = lazyWords(
  'company account organization organisation organizacion organizacao organizzazione organisatie org firma unternehmen business employer firm companys accounts entreprise empresa companhia cuenta conta compte konto azienda impresa bedrijf societe 会社 企業 取引先 組織 法人',
);
/** Words of the company that say where or for what, and so name nobody. */
const COMPANY = lazyWords(
  'corporate hq headquarter headquarters billing firmographic facturacion cobranca facturation fatturazione rechnung rechnungsanschrift rechnungsadresse factuur factuuradre 請求先 本社',
);
const PERSON = lazyWords('person contact kontakt ansprechpartner lead prospect people individual decisionmaker');
const OTHER = lazyWords(
  'previous former prior parent ultimate immediate subsidiary secondary tertiary second third alternate alternative alternativ other similar shipping personal private home facebook twitter linkedin instagram li xing github ' +
    'youtube competitor investor alias old mailing fax ipo semrush apptopia logo facebook child duplicate',
);
const FILLER = lazyWords(
  'the of a an in on at by est estimated estimate average range band approx approximate approximately total exact primary main cleaned clean normalized normalised current associated our your crm my value amount field official de du des der la le el und and y et public full reported known us synthetic sample demo generated enriched inferred imputed predicted del dell della di do da dos das van het fur von zum zur vom im en em na un am o ou oder',
);
const ADDRESS = lazyWords('address adresse addresse anschrift adre direccion endereco indirizzo 住所');
/** Remarks in brackets that make another thing of what stands before them. */
const QUALIFIERS = lazyWords(
  'growth change rank score yoy mom qoq rate ratio index date url link id name code type first last per min max previous prior parent',
);
const TOOLS = lazyWords('zoominfo apollo hubspot salesforce seamless clay sfdc hs zi sf lusha');

/** Words of a header, with the unit it names. A text that is mostly signs, or was read in a wrong encoding, has none. */
export function headerWords(header: string): HeaderWords {
  const unit = unitOfHeader(header);
  const all = tokens(header, unit !== undefined);
  const isOther = all.some((word) => OTHER().has(word));
  const isOfCompany = (word: string): boolean => ENTITY().has(word) || COMPANY().has(word);
  const isSetAside = (word: string): boolean => TOOLS().has(word) || OTHER().has(word) || isOfCompany(word) || PERSON().has(word);
  const bareOf = (words: readonly string[]): readonly string[] =>
    words.filter((word) => !isSetAside(word) && !FILLER().has(word) && !/^fy\d{2,4}$/.test(word));
  const bare = bareOf(all);
  const slash = header.indexOf('/');
  // Records in JSON become columns such as `geo.city`.
  const path = /^[a-z_]+(?:\.[a-z_]+)+$/i.test(header) ? header.slice(header.lastIndexOf('.') + 1) : header;
  const inner = (text: string): readonly string[] => innerWords(bareOf(tokens(withoutRemark(text), unit !== undefined)));
  return {
    core: coreOf(
      all.filter((word) => !isSetAside(word)),
      all,
    ),
    bare,
    all,
    plain: all.filter((word) => !FILLER().has(word)),
    inner: inner(path),
    ...(slash < 0 ? {} : { either: [inner(header.slice(0, slash)), inner(header.slice(slash + 1))] as const }),
    isCompany: all.some(isOfCompany),
    isEntity: all.some((word) => ENTITY().has(word)),
    isPerson: all.some((word) => PERSON().has(word)),
    isOther,
    unit,
  };
}

/** `Organization headquarters` names the place, not the organization: what says where stays where nothing else is left. */
function coreOf(words: readonly string[], all: readonly string[]): readonly string[] {
  return words.length > 0 ? words : all.filter((word) => COMPANY().has(word));
}

/** Half of what is seen are letters and digits, no character stands for one that was lost, and no stray Æ, the sign of a wrong encoding, is taken for `AE`. */
function isReadable(header: string): boolean {
  const seen = header.slice(0, 200).replace(/[\s_]/g, '');
  const words = seen.replace(/[^\p{L}\p{M}\p{N}#]/gu, '');
  return words.length * 2 >= seen.length && !/[\ufffd\u0080-\u009f]|[Ææ](?!\p{Ll}{2})/u.test(seen);
}

function withoutRemark(header: string): string {
  return header
    .slice(0, 200)
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/[([]([^()[\]]*)[)\]]/g, (bracket, remark: string) =>
      plain(remark)
        .split(' ')
        .some((word) => QUALIFIERS().has(word))
        ? bracket
        : ' ',
    );
}

/** What is left once the address and its number 1 are taken off; the words themselves where nothing would be. */
function innerWords(words: readonly string[]): readonly string[] {
  if (!words.some((word) => ADDRESS().has(word))) return words;
  const inner = words.filter((word) => !ADDRESS().has(word) && word !== '1');
  return inner.length === 0 ? words : inner;
}

/** Words of a header, singular, units and a trailing 1 left out. */
function tokens(header: string, hasUnit: boolean): string[] {
  if (!isReadable(header)) return [];
  const spaced = header
    .slice(0, 200)
    // `1. Company`, `2) Website`: numbered questions and columns.
    .replace(/^\s*\(?\d{1,3}[.):]\s+(?=\p{L})/u, '')
    // Custom fields of Odoo and Salesforce, and Odoo's path to a related name.
    .replace(/^user_id\/(?:display_)?name$/i, 'salesperson')
    .replace(/^x_(?:studio_)?|__c$|_id\/(?:display_)?name$|\/(?:nom|nombre|nome|naam|name|名前)$/gi, '')
    // Product names hold capitals of their own.
    .replace(/zoominfo|linkedin|hubspot|salesforce|youtube|github|crunchbase|builtwith/gi, (name) => name.toLowerCase())
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/^n[ _.]+(?=\p{L}{2})|#|\b(?:n\.?[º°]|nr\.)/giu, ' number ')
    .normalize('NFKC')
    .replace(/(^|[^\p{L}])(?:l|d|dell|nell|all|sull)['’](?=\p{L})/giu, '$1 ')
    .replace(/([\u3040-\u30ff\u3400-\u9fff])の(?=[\u3040-\u30ff\u3400-\u9fff])/g, '$1 ')
    .replace(/(取引先|請求先)(?=[a-z\d])/gi, '$1 ')
    .replace(/\p{L}+\.?/gu, (word) => SHORT().get(word.toLowerCase()) ?? SHORT().get(word.replace('.', '').toLowerCase()) ?? word)
    .replace(/[._]/g, ' ')
    .replace(/(['’])s\b/g, 's');
  const split = plain(spaced)
    .replace(GLUED, '$1 $2')
    .split(' ')
    .filter((word) => word !== '');
  const list = (hasUnit ? split.filter((word) => !UNIT_WORDS().has(word) && !/^0*$/.test(word)) : split).map(singular);
  return list[list.length - 1] === '1' ? list.slice(0, -1) : list;
}

/** An entity and what it has, written in one word: `BILLINGSTATE`, `Unternehmensname`, `Rechnungsland`. */
const GLUED =
  /\b(billing|company|account|organi[sz]ation|unternehmens|firmen|rechnungs|konto|organisations|bedrijfs|factuur)(name|domain|domainname|website|webseite|url|industry|size|employees|revenue|country|state|province|city|owner|status|stage|id|number|land|bundesland|ort|stadt|status|webadresse|naam|plaats|provincie|eigenaar|domein|inhaber|besitzer)\b/g;

/** What words are shortened to; with a full stop those that are words of their own without it. */
const SHORT = lazyGroups(
  'revenue rev,employee emp,number num nbr no. nr. qtd qtde,annual ann,average avg,total tot,year yr,account acct,company co.,customer cust,country ctry cntry,industry ind.,manager mgr,headcount hc,funding fund.,position pos.,department dept,phone tel ph.,salarie salariés,address addr',
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
