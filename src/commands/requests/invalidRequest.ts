/** A request that is not of the shape the protocol has. */
import { refusal, Refusal } from '../../sheet/problem';

/** A refusal with this sentence, which names the part that is wrong and what it must be. */
export function invalidRequest(message: string): Refusal {
  return new Refusal(refusal({ code: 'REQUEST_INVALID', message }));
}
