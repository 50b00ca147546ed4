/** Digits of every script as 0–9. */

/** Digits of any script as 0–9, so that Arabic-Indic and Devanagari numbers read like others. */
export function latinDigits(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  return text
    .replace(/[^\P{Nd}0-9]/gu, digitValue)
    .replace(/٬/g, "'")
    .replace(/٫/g, '.');
}

/** Decimal digits stand in runs of ten from zero to nine, so the distance to the run's start is the value. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 48;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  // Runs that touch (the mathematical digits) are multiples of ten apart.
  return String((code - zero) % 10);
}
