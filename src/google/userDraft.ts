/** A text of this user for this spreadsheet, in the user's own properties: nobody else with the file sees it. */

/** A property holds 9 KB; a UTF-16 unit takes at most 3 bytes of UTF-8. */
const PIECE = 3_000;
const KEY = 'draft@';

/** The text kept last; undefined when there is none. */
export function draftIn(file: string): string | undefined {
  const store = PropertiesService.getUserProperties();
  const count = Number(store.getProperty(KEY + file) ?? 0);
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, piece) => store.getProperty(pieceKey(file, piece)) ?? '').join('');
}

/** Keeps a text instead of the last one, or forgets it. */
export function keepDraftIn(file: string, text: string | undefined): void {
  const store = PropertiesService.getUserProperties();
  const before = Number(store.getProperty(KEY + file) ?? 0);
  const pieces = piecesOf(text ?? '');
  if (pieces.length > 0)
    store.setProperties(
      Object.fromEntries<string>([
        [KEY + file, String(pieces.length)],
        ...pieces.map((part, piece) => [pieceKey(file, piece), part] as const),
      ]),
    );
  else if (before > 0) store.deleteProperty(KEY + file);
  for (let piece = pieces.length; piece < before; piece += 1) store.deleteProperty(pieceKey(file, piece));
}

function pieceKey(file: string, piece: number): string {
  return `${KEY}${file}:${piece}`;
}

/** Never cut between the two halves of a character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieces[pieces.length - 1]?.length ?? 0) {
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(at + PIECE - 1));
    pieces.push(text.slice(at, at + PIECE - (isHalf ? 1 : 0)));
  }
  return pieces;
}
