/** HtmlService takes what looks like a comment out of script text, inside template literals too: such a page shows blank at Google, and here. */
import type { Switches } from '../switches';

/** The page as HtmlService hands it out; unchanged where the mode is `no`. */
export function stripComments(html: string, mode: Switches['htmlStripsComments']): string {
  if (mode === 'no') return html;
  const scripts = html.replace(
    /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/gi,
    (_, open: string, code: string, close: string) => open + stripScript(code, mode) + close,
  );
  return scripts.replace(
    /(<style\b[^>]*>)([\s\S]*?)(<\/style>)/gi,
    (_, open: string, css: string, close: string) => open + css.replace(/\/\*[\s\S]*?\*\//g, '') + close,
  );
}

/** Knows quoted strings and regular expressions, unless strings are stripped too; does not know template literals. */
function stripScript(code: string, mode: Switches['htmlStripsComments']): string {
  // What is kept goes over in whole stretches, from one comment to the next: a page has hundreds of thousands of characters.
  let out = '';
  let kept = 0;
  const telling = /["'/\\]/g;
  for (let found = telling.exec(code); found !== null; found = telling.exec(code)) {
    const at = found.index;
    const end = tokenEnd(code, at, () => textBefore(out, code, kept, at), mode);
    if (!end.keep) {
      out += code.slice(kept, at);
      kept = end.at;
    }
    telling.lastIndex = end.at;
  }
  return out + code.slice(kept);
}

/** The end of what was kept before a place, as far as tells what stands before it. */
function textBefore(out: string, code: string, kept: number, at: number): string {
  const near = code.slice(Math.max(kept, at - 80), at);
  return near.trimEnd().length > 8 ? near : out + code.slice(kept, at);
}

interface Token {
  readonly at: number;
  readonly keep: boolean;
}

function tokenEnd(code: string, at: number, before: () => string, mode: Switches['htmlStripsComments']): Token {
  const two = code.slice(at, at + 2);
  if (two === '//') return { at: indexOr(code, '\n', at), keep: false };
  if (two === '/*') return { at: indexOr(code, '*/', at, 2), keep: false };
  const character = code[at] ?? '';
  if (mode === 'templateLiterals' && (character === '"' || character === "'"))
    return { at: quoteEnd(code, at, character), keep: true };
  if (mode === 'templateLiterals' && character === '/' && startsRegExp(before())) return { at: regExpEnd(code, at), keep: true };
  // A backslash and what it escapes stay together, so that `/\/` is no comment.
  return { at: at + (character === '\\' ? 2 : 1), keep: true };
}

function indexOr(code: string, text: string, from: number, more = 0): number {
  const found = code.indexOf(text, from + more);
  return found < 0 ? code.length : found + more;
}

function quoteEnd(code: string, start: number, quote: string): number {
  for (let at = start + 1; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === quote) return at + 1;
    else if (code[at] === '\n') return at;
  }
  return code.length;
}

function startsRegExp(before: string): boolean {
  const tail = before.trimEnd();
  return (
    tail === '' ||
    /[([{,;=:!&|?+\-*%<>~^]$/.test(tail.slice(-1)) ||
    /\b(return|typeof|case|in|of|delete|void)$/.test(tail.slice(-8))
  );
}

function regExpEnd(code: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < code.length && code[at] !== '\n'; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === '[') inClass = true;
    else if (code[at] === ']') inClass = false;
    else if (code[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}
