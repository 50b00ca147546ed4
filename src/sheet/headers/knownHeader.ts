/** Whether a text is a header that some field is known by. */
import { aliasesOf } from './aliases';
import { fieldNamed } from '../fields';
import { headerWords, type HeaderWords } from './header';
import { countryOf } from '../parse/country';
import { industryOf } from '../parse/industry';
import { seniorityOf } from '../parse/title';
import { usStateOf } from '../parse/usState';

/** True for a canonical field or one of its names; a name that often means something else counts only with a company or person word beside it. */
export function isKnownHeader(text: string): boolean {
  if (text.length > 80) return false;
  if (fieldNamed('accounts', text) !== undefined || fieldNamed('contacts', text) !== undefined) return true;
  const words = headerWords(text);
  return isNamedBy(words, false);
}

/** True for a known header that is hardly ever a cell: not `Software`, `Client`, `Owner` or a bare `Company`, which are values of some column too. */
export function isSureHeader(text: string): boolean {
  if (!isKnownHeader(text)) return false;
  const words = headerWords(text);
  const isValue =
    industryOf(text) !== undefined ||
    countryOf(text) !== undefined ||
    usStateOf(text) !== undefined ||
    (seniorityOf(text) ?? 'IC') !== 'IC';
  return words.core.length > 0 && !isValue && isNamedBy(words, true);
}

function isNamedBy(words: HeaderWords, isSure: boolean): boolean {
  const steps = [words.all, words.core, words.bare, words.inner].filter((step) => step.length > 0 || words.isEntity);
  return steps.some((step) =>
    [...aliasesOf('accounts', step), ...aliasesOf('contacts', step)].some(
      ({ needs, isWeak }) =>
        !(isSure && isWeak) && (needs === 'any' || needs === 'own' || (needs === 'company' ? words.isCompany : words.isPerson)),
    ),
  );
}
