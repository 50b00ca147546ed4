/** The harshest reading of what HtmlService strips from a page's script: everything that looks like a comment, wherever it stands. */

/** `\/` is an escaped slash of a regular expression and begins no comment. */
export function stripComments(script: string): string {
  return script.replace(/\\.|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (piece) => (piece.startsWith('\\') ? piece : ''));
}
