/** The bundle's answers: the value, or a refusal made of what is wrong and how to fix it. */
import type { Reply } from './protocol';
import { Refused } from './refused';

/** The value in a reply of the bundle, given as JSON. @throws Refused with the reply's own sentences. */
export function valueOf(reply: string): unknown {
  // The bundle's own protocol decides the shape; both sides are built together.
  const parsed = JSON.parse(reply) as Reply;
  if (parsed.ok) return parsed.value;
  const { what, fix } = parsed.error;
  throw new Refused([what, fix].filter((part) => part !== '').join(' '));
}
