/** Whether a rule would part the accounts of a list at all: what nearly all of them have says nothing about the best of them. */
import type { Attribute } from '../facts/fact';

/** A rule that so large a share of the list meets separates nobody. */
export const NEARLY_ALL = 0.9;

/** True when a rule on some values parts the list: not nearly all of its known accounts hold one, nor most of them the only one. */
export function doSeparate({
  known,
  held,
  values,
}: {
  readonly known: number;
  readonly held: number;
  readonly values: number;
}): boolean {
  return held < NEARLY_ALL * known && (values > 1 || held * 2 <= known);
}

/** Why a rule on a field is not made. */
export function separatesNobody(field: string): string {
  return `${field}: nearly every account has it, so it separates nobody.`;
}

/** True where all filled cells are words for yes and no. */
export function isYesOrNo({ facts }: Attribute): boolean {
  const filled = facts.filter(({ isBlank }) => !isBlank);
  return filled.length > 0 && filled.every(({ text }) => YES_OR_NO.test(text));
}

const YES_OR_NO = /^(?:y|n|x|0|1|yes|no|true|false|ja|nein|nee|oui|non|si|sì|sí|sim|não|nao|evet|hayır|tak|nie|はい|いいえ)$/;
