/** What an XLSX file holds and the workbook cannot: counted by tab, and said in one sentence. */
import type { Sheet } from 'hucre/xlsx';
import type { SheetData } from '../core/document/workbookData';

/** One sentence for a tab that loses anything; none for the others. `kept` is the tab as it was read. */
export function lostInXlsx(sheet: Sheet, kept: SheetData, ranges: Ranges): readonly string[] {
  const counts: readonly (readonly [number, string])[] = [
    [(sheet.charts?.length ?? 0) - (kept.charts?.length ?? 0), 'chart'],
    [(sheet.images?.length ?? 0) + (sheet.textBoxes?.length ?? 0), 'picture'],
    [sheet.pivotTables?.length ?? 0, 'pivot table'],
    [(sheet.slicers?.length ?? 0) + (sheet.timelines?.length ?? 0), 'slicer'],
    [sheet.sparklines?.length ?? 0, 'sparkline'],
    [(sheet.dataValidations?.length ?? 0) - ranges.validations, 'rule for what may be typed'],
    [(sheet.conditionalRules?.length ?? 0) - ranges.conditionalFormats, 'conditional format'],
    [sheet.protection === undefined ? 0 : 1, 'protection'],
  ];
  const lost = counts.filter(([count]) => count > 0);
  if (lost.length === 0) return [];
  const words = lost.map(([count, word]) => (count === 1 ? `1 ${word}` : `${count.toLocaleString('en-US')} ${plural(word)}`));
  const listed = [...words.slice(0, -2), words.slice(-2).join(' and ')].join(', ');
  const isOne = lost.length === 1 && lost[0]?.[0] === 1;
  return [`${kept.title}: ${listed} ${isOne ? 'was' : 'were'} left out.`];
}

/** How many rules of the file became rules of the tab; one may have several ranges. */
interface Ranges {
  readonly validations: number;
  readonly conditionalFormats: number;
}

function plural(word: string): string {
  return word.startsWith('rule ') ? word.replace('rule', 'rules') : `${word}s`;
}
