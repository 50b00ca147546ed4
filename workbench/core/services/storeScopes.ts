/** The three scopes of properties, caches and locks, all of one install: whoever shares the document has others. */
import type { Execution } from '../realm/execution';

/** Names of the three scopes of a store: `document:<script>`, `script:<script>`, `user:<script>:<email>`. */
export function scopeName(run: Execution, scope: 'document' | 'script' | 'user'): string {
  const { script, user } = run.setup;
  return scope === 'user' ? `user:${script}:${user.email}` : `${scope}:${script}`;
}

/** Google's limits count bytes of UTF-8. */
export function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
