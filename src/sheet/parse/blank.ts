/** Blank cells in all their dress, and cells the spreadsheet is still calculating. */
import type { Cell } from '../grid';
import { lazyWords } from './lazy';
import { fold } from '../../domain/facts/text';

const BLANK_WORDS = lazyWords(
  [
    '|n/a|na|n.a.|n.a|n/d|n.d.|n\\a|<na>|nan|nil|none|null|undefined|unknown|unbekannt|ukjent|ukendt|select|missing|not available|not applicable|not specified|not provided|not known|no data',
    '(blank)|(blanks)|(empty)|(none)|(null)|(unknown)|(leer)|(vide)|(vuoto)|(en blanco)|(vacío)|(vacías)|(vazio)|(leeg)|(tom)|(пусто)|(空白)',
    String.raw`\n|[]|{}|()|""|''|k.a.|k. a.|nvt|n.v.t.|s/d|s.o.|?|??|???`,
  ].join('|'),
  '|',
);

/** Dashes alone, or around the word that stands for nothing in pick lists: `—`, `--None--`. */
const DASHES = /^[-‐-―]+(?: ?(?:none|null|select|empty|blank|keine|aucun|ninguno|nessuno|nenhum) ?[-‐-―]+)?$/;

/** Error values of spreadsheets in English and, behind the first line, in Google's other languages. */
const ERROR_VALUES = lazyWords(
  'n/a ref! value! div/0! name? null! num! error! spill! calc! field! blocked! connect! unknown! busy! getting_data ' +
    'nv bezug! wert! zahl! fehler! überlauf! feld! kalk! valeur! nom? nombre! nul! erreur! ¡ref! ¡valor! ¡div/0! ¿nombre? ¡num! ¡nulo! ¡error! n/d rif! valore! nome? nullo! errore! valor! núm! nulo! erro! ' +
    'n/b verw! waarde! deel/0! naam? getal! leeg! fout! n/d! adr! arg! dziel/0! nazwa? liczba! zero! błąd! saknas! referens! värdefel! division/0! namn? ogiltigt! skärning! i/t reference! værdi! navn? verdi! ' +
    'puuttuu! viittaus! arvo! jako/0! nimi? luku! tyhjä! není_k_dispozici odkaz! hodnota! dělení_nulou! název? číslo! hiányzik hiv! érték! zéróosztó! név? szám! nulla! yok başv! değer! sayı/0! sayi/0! ad? sayı! sayi! boş! ' +
    'н/д ссылка! знач! дел/0! имя? число! пусто! ошибка! н/д! посил! значення! імя?',
);

/** `#REF!` and its kin, of a folded text. */
function isErrorValue(folded: string): boolean {
  return folded.startsWith('#') && ERROR_VALUES().has(folded.slice(1));
}

/** True for white space, a spreadsheet error value, or a word that stands for "nothing known". Never for a number. */
export function isBlank(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  if (cell === '' || !mayBeBlank(cell.charCodeAt(0))) return cell === '';
  // No blank word or error value is longer; white space alone may be.
  if (cell.length > 40) return fold(cell) === '';
  const text = fold(cell);
  return BLANK_WORDS().has(text) || DASHES.test(text) || isErrorValue(text);
}

/** Every cell of a list is asked: a plain first character that begins no blank word and no error value settles it at once. */
function mayBeBlank(first: number): boolean {
  return first <= 32 || first >= 0x7f || FIRSTS.includes(String.fromCharCode(first));
}

// The question mark stands before the angle bracket: the page borrows this, and HtmlService takes the two the other way round for a scriptlet.
const FIRSTS = `-#nNuUsSmMkK([{?<"'\\`;

/** Blank for Account ID and Account name: there `None` or `-` may be a name, so only white space and error values count. */
export function isBlankIdentity(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.length > 400 ? cell.trim() : fold(cell);
  return text === '' || isErrorValue(text);
}

/** True for white space alone: nothing was typed at all. */
export function isEmpty(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

/** What Sheets shows in its languages while a cell is still to come; always with three dots. */
const LOADING = lazyWords(
  'loading|wird geladen|laden|chargement|chargement en cours|cargando|caricamento|caricamento in corso|carregando|a carregar|ładowanie|wczytywanie|trwa ładowanie|läser in|indlæser|laster inn|laster|ladataan|načítání|načítava sa|betöltés|' +
    'se încarcă|yükleniyor|загрузка|завантаження|зареждане|φόρτωση|読み込み中|読み込んでいます|正在加载|加载中|載入中|正在載入|로드 중|로드하는 중|memuat|đang tải',
  '|',
);

/** True while the spreadsheet is still calculating the cell. */
export function isLoading(cell: Cell): boolean {
  // The cheap question first: every cell of a list is asked.
  if (typeof cell !== 'string' || cell.length < 4 || cell.length > 40) return false;
  const last = cell.charCodeAt(cell.length - 1);
  if (last > 32 && last !== 46 && last !== 0x2026) return false;
  const words = /^(.*?) ?\.\.\.$/.exec(fold(cell))?.[1];
  return words !== undefined && LOADING().has(words);
}
