/** The bundle's answers: the value, or a refusal made of what is wrong and how to mend it. */
import type { Reply } from './protocol';
import { Refused } from './refused';

export function valueOf(reply: string): unknown {
  // The bundle's own protocol decides the shape; both sides are built together.
  const parsed = JSON.parse(reply) as Reply;
  if (parsed.ok) return parsed.value;
  const { what, fix, problems } = parsed.error;
  const others = problems.filter((problem) => problem.severity === 'refusal').length - 1;
  const more = others > 0 ? `(${String(others)} more problem${others === 1 ? '' : 's'} of this kind in the list or plan.)` : '';
  throw new Refused([what, fix, more].filter((part) => part !== '').join(' '));
}
