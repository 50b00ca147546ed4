/** What nobody without a Google account can know of Google, as switches; tests run both ways. */

export interface Switches {
  /** Number format `@` keeps a text that begins with `=` as text when it is written by `setValues`. */
  readonly atFormatStopsFormula: boolean;
  /** Where a leading apostrophe is taken as "this is text" and not stored. */
  readonly apostropheStripped: 'always' | 'notUnderTextFormat' | 'never';
  /** A text that begins with `+` and is no number becomes a formula. */
  readonly plusStartsFormula: boolean;
  /** The script realm has `Intl`. */
  readonly intlPresent: boolean;
  /** An argument left out between two others, `=F(1,,2)`, arrives as '' (else undefined). */
  readonly omittedArgumentIsBlank: boolean;
  /** A formula error given as a scalar argument is the formula's result, and the function is not called. */
  readonly errorArgumentShortCircuits: boolean;
  /** Refusals of protections and validations surface with the write itself instead of at flush. */
  readonly refusalsSurfaceAtOnce: boolean;
  /** When a buffered write is refused, the writes behind it are lost with it. */
  readonly refusalDropsTheRest: boolean;
  /** Comments that HtmlService strips from script text: in code and template literals, or in quoted strings too. */
  readonly htmlStripsComments: 'no' | 'templateLiterals' | 'strings';
  /** `getDocumentLock` gives null, as outside a document. */
  readonly documentLockIsNull: boolean;
  /** `getDocumentProperties` gives null, as in a test deployment without a document. */
  readonly documentPropertiesAreNull: boolean;
  /** How many formulas of one recalculation get a realm of their own before they begin to share one. */
  readonly formulaRealms: number;
}

export const GOOGLE_AS_BELIEVED: Switches = {
  atFormatStopsFormula: true,
  apostropheStripped: 'always',
  plusStartsFormula: true,
  intlPresent: true,
  omittedArgumentIsBlank: true,
  errorArgumentShortCircuits: false,
  refusalsSurfaceAtOnce: false,
  refusalDropsTheRest: true,
  htmlStripsComments: 'templateLiterals',
  documentLockIsNull: false,
  documentPropertiesAreNull: false,
  formulaRealms: 50,
};
