/** Whether a rule would part the accounts of a list at all: what nearly all of them have says nothing about the best of them. */
import type { Attribute } from '../facts/fact';

/** A rule that so large a share of the list meets separates nobody. */
export const NEARLY_ALL = 0.9;

/** True when the chosen values part the list: not nearly all of its known accounts have one, nor most of them the only one. `values` are those of the whole list. */
export function doSeparate(
  values: readonly { readonly shown: string; readonly count: number }[],
  chosen: readonly string[],
): boolean {
  const known = values.reduce((sum, { count }) => sum + count, 0);
  const held = values.reduce((sum, { shown, count }) => sum + (chosen.includes(shown) ? count : 0), 0);
  return held < NEARLY_ALL * known && (chosen.length > 1 || held * 2 <= known);
}

/** True where all filled cells are words for yes and no. */
export function isYesOrNo({ facts }: Attribute): boolean {
  const filled = facts.filter(({ isBlank }) => !isBlank);
  return filled.length > 0 && filled.every(({ text }) => YES_OR_NO.test(text));
}

const YES_OR_NO = /^(?:y|n|x|0|1|yes|no|true|false|ja|nein|nee|oui|non|si|sì|sí|sim|não|nao|evet|hayır|tak|nie|はい|いいえ)$/;
