/** How cells look, between XLSX styles and the workbook's: bold, colors, wrapping, alignment, number format. */
import { resolveThemeColor } from 'hucre/xlsx';
import type { CellStyle, Workbook } from 'hucre/xlsx';
import type { CellData } from '../core/document/workbookData';

/** Points of a pixel. */
export const POINTS = 0.75;

/** Sheets' own. */
export const DEFAULT_FONT = { name: 'Arial', size: 10 };

/** What the workbook keeps of a cell's style; black text is left out. */
export function stylesOf(style: CellStyle | undefined, book: Workbook): CellData {
  if (style === undefined) return {};
  const fill = style.fill?.type === 'pattern' && style.fill.pattern === 'solid' ? colorOf(style.fill.fgColor, book) : undefined;
  const textColor = colorOf(style.font?.color, book);
  const align = style.alignment?.horizontal;
  return {
    ...(style.font?.bold === true ? { bold: true } : {}),
    ...(style.font?.italic === true ? { italic: true } : {}),
    ...(textColor === undefined || textColor === '#000000' ? {} : { textColor }),
    ...(fill === undefined ? {} : { fillColor: fill }),
    ...(style.alignment?.wrapText === true ? { wrap: true } : {}),
    ...(align === 'left' || align === 'center' || align === 'right' ? { align } : {}),
    ...(style.alignment?.vertical === 'top' ? { isTop: true as const } : {}),
  };
}

/** A color as `#rrggbb`, theme colors resolved; undefined where it cannot be told. */
export function colorOf(color: { rgb?: string; theme?: number; tint?: number } | undefined, book: Workbook): string | undefined {
  if (color?.rgb !== undefined && /^[0-9A-Fa-f]{6,8}$/.test(color.rgb)) return `#${color.rgb.slice(-6).toLowerCase()}`;
  if (color?.theme === undefined || book.themeColors === undefined) return undefined;
  return `#${resolveThemeColor(book.themeColors, color.theme, color.tint).toLowerCase()}`;
}

/** The style XLSX keeps for a cell; undefined for a plain one. */
export function styleOf(cell: CellData): CellStyle | undefined {
  const font = {
    ...(cell.bold === true ? { bold: true } : {}),
    ...(cell.italic === true ? { italic: true } : {}),
    ...(cell.link === undefined ? {} : { underline: true }),
    ...(cell.textColor === undefined ? {} : { color: { rgb: rgbOf(cell.textColor) } }),
  };
  const alignment = {
    ...(cell.wrap === true ? { wrapText: true } : {}),
    ...(cell.align === undefined ? {} : { horizontal: cell.align }),
    ...(cell.isTop === true ? { vertical: 'top' as const } : {}),
  };
  const style: CellStyle = {
    // A font without a name is drawn in whatever serif the reader has.
    ...(Object.keys(font).length === 0 ? {} : { font: { ...DEFAULT_FONT, ...font } }),
    ...(cell.fillColor === undefined
      ? {}
      : { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: rgbOf(cell.fillColor) } } }),
    ...(Object.keys(alignment).length === 0 ? {} : { alignment }),
    ...(cell.format === undefined ? {} : { numFmt: cell.format }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

/** `#1a73e8` as XLSX spells it: `1A73E8`. */
export function rgbOf(color: string): string {
  return color.replace('#', '').toUpperCase();
}
