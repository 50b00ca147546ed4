/** Out of the page: a file by download, a text by the clipboard, each with what to do where the browser refuses. */
import { formatCsv } from '../../src/sheet/table/csv';
import type { Part } from './exports';

/** Hands a text to the browser as a UTF-8 file of this name. */
export function download(file: string, text: string, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** With the mark that tells Excel it is UTF-8. */
export function downloadParts(parts: readonly Part[]): void {
  for (const { file, rows } of parts) download(file, `\ufeff${formatCsv(rows)}`);
}

/** The clipboard, else the old command, else false: the text is then selected for Ctrl+C. */
export async function copy(text: string, source: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    source.focus();
    source.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  }
}
