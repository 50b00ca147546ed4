/** Whether a text is a header that some field is known by. */
import { aliasesOf } from './aliases';
import { fieldNamed } from '../fields';
import { headerWords } from './header';

/** True for a canonical field or one of its names; a name that often means something else counts only with a company or person word beside it. */
export function isKnownHeader(text: string): boolean {
  if (text.length > 80) return false;
  if (fieldNamed('accounts', text) !== undefined || fieldNamed('contacts', text) !== undefined) return true;
  const words = headerWords(text);
  const steps = [words.all, words.core, words.bare, words.inner].filter((step) => step.length > 0 || words.isEntity);
  return steps.some((step) =>
    [...aliasesOf('accounts', step), ...aliasesOf('contacts', step)].some(
      ({ needs }) => needs === 'any' || needs === 'own' || (needs === 'company' ? words.isCompany : words.isPerson),
    ),
  );
}
