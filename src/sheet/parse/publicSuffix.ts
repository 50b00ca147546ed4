/** The public suffix of a host, by the list that suffixes.mjs packs: what registries hand names out under, `co.uk` and `uk.com` alike. */
import { lazy } from './lazy';
import { SUFFIX_LABELS, SUFFIX_RULES } from './suffixData';

/** What stands below a label: `rules` of the label before it by that label. */
interface Branch {
  readonly isSuffix: boolean;
  readonly isException: boolean;
  readonly below: ReadonlyMap<string, Branch>;
}

/**
 * Number of labels of the public suffix that ends a host; `labels` are in ASCII, lower case. 1 for a domain without rules of its own.
 * The algorithm of publicsuffix.org: the longest rule wins, an exception is one label shorter, `*` is any label.
 */
export function suffixLabels(labels: readonly string[]): number {
  let below = rulesOf(labels[labels.length - 1] ?? '');
  let length = 1;
  for (let depth = 2; depth <= labels.length && below.size > 0; depth += 1) {
    const label = labels[labels.length - depth] ?? '';
    const branch = below.get(label) ?? below.get('*');
    if (branch === undefined) break;
    if (branch.isException) return depth - 1;
    if (branch.isSuffix) length = depth;
    below = branch.below;
  }
  return length;
}

/** Packed rules by top-level domain; a domain's own are read when a host first ends in it. */
const PACKED = lazy(
  () => new Map(SUFFIX_RULES.split('/').map((text) => [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)])),
);
const LABELS = lazy(() => SUFFIX_LABELS.split(' '));
const READ = lazy(() => new Map<string, ReadonlyMap<string, Branch>>());

function rulesOf(topLevel: string): ReadonlyMap<string, Branch> {
  const read = READ().get(topLevel) ?? readBranches(PACKED().get(topLevel) ?? '');
  READ().set(topLevel, read);
  return read;
}

/** `A ~sch(B) *(x !www)`: labels with what stands below them in brackets. */
function readBranches(text: string): ReadonlyMap<string, Branch> {
  const open = [new Map<string, Branch>()];
  for (const [, mark, label = '', bracket] of text.matchAll(/([~!]?)([^ ()~!]+)(\(?)|\)/g)) {
    if (label === '') {
      open.pop();
      continue;
    }
    const below = new Map<string, Branch>();
    const code = label.length === 1 ? LABELS()[label.charCodeAt(0) - 65] : undefined;
    open[open.length - 1]?.set(code ?? label, { isSuffix: mark === '', isException: mark === '!', below });
    if (bracket !== '') open.push(below);
  }
  return open[0] ?? new Map<string, Branch>();
}
