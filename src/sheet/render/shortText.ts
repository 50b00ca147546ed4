/** Texts cut to what a cell of a list is read for. */

/** Words of a cell. */
const MOST_WORDS = 25;

/** The text with at most so many words; of a longer one as many sentences or parts of a list as fit, else words, and a mark that there is more. */
export function shortened(text: string, most = MOST_WORDS): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length <= most) return text;
  const kept = words.slice(0, most - 1).join(' ');
  const sentence = kept.lastIndexOf('. ');
  if (sentence > kept.length / 3) return kept.slice(0, sentence + 1);
  const part = Math.max(kept.lastIndexOf('; '), kept.lastIndexOf(', '));
  return `${part > kept.length / 3 ? kept.slice(0, part) : kept} …`;
}

/** Without the cells of the plan that a check names. */
export function withoutCells(text: string): string {
  return text.replace(/ \('[^']*'![A-Z]+\d+\)/g, '');
}
