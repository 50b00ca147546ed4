/** Text that names rules, segments and cells of the plan, with the source of each: whoever read them knows where it stands. Pure. */

/** What a rule, a segment or a number was read from. Opaque here: the domain passes it on and never looks into it. */
export type SourceId = string;

/** Sources whose addresses belong at this place of a phrase. */
export interface Citation {
  readonly sources: readonly SourceId[];
}

/** Pieces of one text, in their order. */
export type Phrase = readonly (string | Citation)[];

/** Text as people read it, with or without sources. */
export type Wording = string | Phrase;

/** A thing with a name and, when it was read from a sheet, its source. */
export interface Named {
  readonly name: string;
  readonly source?: SourceId | undefined;
}

/** The name, and where it was read. */
export function cited({ name, source }: Named): Wording {
  return wordingOf([name, ...piecesOf(citation(source))]);
}

/** The place of one source in a text; nothing where none is known. */
export function citation(source: SourceId | undefined): Wording {
  return citations([{ source }]);
}

/** The place of several sources in a text. */
export function citations(rows: readonly { readonly source?: SourceId | undefined }[]): Wording {
  const sources = rows.flatMap(({ source }) => source ?? []);
  return sources.length === 0 ? '' : [{ sources }];
}

/** A template whose values may cite: ``phrase`${cited(rule)} at ${share}` ``. */
export function phrase(texts: TemplateStringsArray, ...values: readonly Wording[]): Wording {
  return wordingOf(texts.flatMap((text, index) => [text, ...piecesOf(values[index] ?? '')]));
}

/** Wordings one after the other, the separator between them. */
export function joinWordings(wordings: readonly Wording[], separator: string): Wording {
  return wordingOf(wordings.flatMap((wording, index) => [index === 0 ? '' : separator, ...piecesOf(wording)]));
}

/** Wordings that say the same of the same sources, once. */
export function uniqueWordings(wordings: readonly Wording[]): readonly Wording[] {
  return [...new Map(wordings.map((wording) => [JSON.stringify(wording), wording])).values()];
}

/** The wording as text; `cite` gives what stands for the sources of one place, '' for nothing. */
export function writtenOut(wording: Wording, cite: (sources: readonly SourceId[]) => string): string {
  return piecesOf(wording)
    .map((piece) => (typeof piece === 'string' ? piece : cite(piece.sources)))
    .join('');
}

/** Plain text where nothing is cited; no two texts stand beside each other, so that equal wordings have equal pieces. */
function wordingOf(pieces: Phrase): Wording {
  const merged: (string | Citation)[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else if (piece !== '') merged.push(piece);
  }
  const [first = ''] = merged;
  return merged.length <= 1 && typeof first === 'string' ? first : merged;
}

function piecesOf(wording: Wording): Phrase {
  return typeof wording === 'string' ? [wording] : wording;
}
