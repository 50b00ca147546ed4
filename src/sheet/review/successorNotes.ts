/** What is said of segments that were renamed or merged since the closed month, and what of theirs is kept. */
import { counted } from '../../domain/facts/figure';
import type { Plan } from '../../domain/rules/plan';
import type { Successor } from '../../domain/review/successors';
import { addressOfSource, addressText, type Titles } from '../address';
import { makeProblem, type Problem } from '../problem';
import type { Past } from './review';

/** A segment that was renamed twice is found by either older name; one that nothing follows is not. */
export function renamedSince(
  older: ReadonlyMap<string, string>,
  successors: readonly Successor[],
  { segments }: Plan,
): ReadonlyMap<string, string> {
  const newly = new Map(successors.map(({ from, to }) => [from, to]));
  const all = [...[...older].map(([old, name]) => [old, newly.get(name) ?? name] as const), ...newly];
  return new Map(all.filter(([, name]) => segments.some((segment) => segment.name === name)));
}

/** A renamed segment is compared with its own figures of then; a merged one has none of its own. */
export function frozenNow(frozen: Past['frozen'], successors: readonly Successor[]): Past['frozen'] {
  const renamed = new Map(successors.flatMap(({ from, to, accounts }) => (accounts === undefined ? [[from, to] as const] : [])));
  const merged = new Set(successors.flatMap(({ to, accounts }) => (accounts === undefined ? [] : [to])));
  return new Map(
    [...frozen].map(([name, figures]) => [renamed.get(name) ?? name, figures] as const).filter(([name]) => !merged.has(name)),
  );
}

/** What became of it, in a sentence. */
export function successorSentence({ from, to, accounts }: Successor): string {
  return accounts === undefined
    ? `${from} is ${to} now: it asks the same.`
    : `${from} went into ${to}, which takes ${accounts.taken} of its ${counted(accounts.listed, 'account')}.`;
}

/** For the tab Problems, at the name it has now. */
export function successorNote(successor: Successor, { segments }: Plan, titles: Titles): Problem {
  const { from, to, accounts } = successor;
  const code = accounts === undefined ? 'SEGMENT_RENAMED' : 'SEGMENT_MERGED';
  const source = segments.find(({ name }) => name === to)?.source;
  const at = source === undefined ? '' : addressText(addressOfSource(source), titles);
  const message = `${successorSentence(successor)} Its results count there.`;
  return makeProblem({ severity: 'note', code, at, found: from, message, fix: 'If not so, write the right names in Results.' });
}
