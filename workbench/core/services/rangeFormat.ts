/** How cells look: fills, fonts, alignment, wrapping. */
import type { EngineStyle } from '../engine/library';
import { asText } from '../text';
import { everywhere, readStyles, restyle, sameSize } from './rangeGrid';
import { RangeValues } from './rangeValues';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;
type Reads =
  | 'getBackground'
  | 'getBackgrounds'
  | 'getFontWeight'
  | 'getFontWeights'
  | 'getFontStyle'
  | 'getFontStyles'
  | 'getWrap'
  | 'getWraps';

/** Names of colours that scripts use; Sheets stores hex. */
const COLORS: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

export abstract class RangeLook extends RangeValues implements Pick<GoogleRange, Reads> {
  getBackgrounds(): string[][] {
    return readStyles(this, ({ fillColor }) => fillColor ?? '#ffffff');
  }

  getBackground(): string {
    return this.getBackgrounds()[0]?.[0] ?? '';
  }

  setBackgrounds(colors: unknown): this {
    restyle(this, 'setBackgrounds', sameSize(this.box, colors, 'setBackgrounds'), (color) => colored('fillColor', color));
    return this;
  }

  setBackground(color: unknown): this {
    restyle(this, 'setBackground', everywhere(this.box, color), (fill) => colored('fillColor', fill));
    return this;
  }

  getFontColors(): string[][] {
    return readStyles(this, ({ textColor }) => textColor ?? '#000000');
  }

  getFontColor(): string {
    return this.getFontColors()[0]?.[0] ?? '';
  }

  setFontColors(colors: unknown): this {
    restyle(this, 'setFontColors', sameSize(this.box, colors, 'setFontColors'), (color) => colored('textColor', color));
    return this;
  }

  setFontColor(color: unknown): this {
    restyle(this, 'setFontColor', everywhere(this.box, color), (text) => colored('textColor', text));
    return this;
  }

  getFontWeights(): GoogleAppsScript.Spreadsheet.FontWeight[][] {
    return readStyles(this, ({ bold }) => (bold ? 'bold' : 'normal'));
  }

  getFontWeight(): GoogleAppsScript.Spreadsheet.FontWeight {
    return this.getFontWeights()[0]?.[0] ?? 'normal';
  }

  setFontWeights(weights: unknown): this {
    restyle(this, 'setFontWeights', sameSize(this.box, weights, 'setFontWeights'), (weight) => ({ bold: weight === 'bold' }));
    return this;
  }

  setFontWeight(weight: unknown): this {
    restyle(this, 'setFontWeight', everywhere(this.box, weight), (one) => ({ bold: one === 'bold' }));
    return this;
  }

  getFontStyles(): GoogleAppsScript.Spreadsheet.FontStyle[][] {
    return readStyles(this, ({ italic }) => (italic ? 'italic' : 'normal'));
  }

  getFontStyle(): GoogleAppsScript.Spreadsheet.FontStyle {
    return this.getFontStyles()[0]?.[0] ?? 'normal';
  }

  setFontStyles(styles: unknown): this {
    restyle(this, 'setFontStyles', sameSize(this.box, styles, 'setFontStyles'), (style) => ({ italic: style === 'italic' }));
    return this;
  }

  setFontStyle(style: unknown): this {
    restyle(this, 'setFontStyle', everywhere(this.box, style), (one) => ({ italic: one === 'italic' }));
    return this;
  }

  setFontLine(line: unknown): this {
    restyle(this, 'setFontLine', everywhere(this.box, line), (one) => ({
      underline: one === 'underline',
      strikethrough: one === 'line-through',
    }));
    return this;
  }

  getFontSizes(): number[][] {
    return readStyles(this, ({ fontSize }) => fontSize ?? 10);
  }

  setFontSize(size: unknown): this {
    restyle(this, 'setFontSize', everywhere(this.box, size), (points) => ({ fontSize: Number(points) }));
    return this;
  }

  /** The engine has one font; the name is accepted and not drawn. */
  setFontFamily(family: unknown): this {
    restyle(this, 'setFontFamily', everywhere(this.box, family), () => ({}));
    return this;
  }

  getHorizontalAlignments(): string[][] {
    return readStyles(this, ({ align }) => align ?? 'general');
  }

  setHorizontalAlignments(alignments: unknown): this {
    restyle(this, 'setHorizontalAlignments', sameSize(this.box, alignments, 'setHorizontalAlignments'), aligned);
    return this;
  }

  setHorizontalAlignment(alignment: unknown): this {
    restyle(this, 'setHorizontalAlignment', everywhere(this.box, alignment), aligned);
    return this;
  }

  setVerticalAlignment(alignment: unknown): this {
    restyle(this, 'setVerticalAlignment', everywhere(this.box, alignment), (one) =>
      one === 'top' || one === 'middle' || one === 'bottom' ? { verticalAlign: one } : {},
    );
    return this;
  }

  getWraps(): boolean[][] {
    return readStyles(this, ({ wrapping }) => wrapping === 'wrap');
  }

  getWrap(): boolean {
    return this.getWraps()[0]?.[0] ?? false;
  }

  setWrap(isWrapped: unknown): this {
    restyle(this, 'setWrap', everywhere(this.box, isWrapped), (wraps) => ({ wrapping: wraps ? 'wrap' : 'overflow' }));
    return this;
  }

  setWrapStrategy(strategy: unknown): this {
    restyle(this, 'setWrapStrategy', everywhere(this.box, strategy), (one) => ({
      wrapping: one === 'WRAP' ? 'wrap' : one === 'CLIP' ? 'clip' : 'overflow',
    }));
    return this;
  }

  /** Borders are accepted and not kept: nothing of the add-on depends on them. */
  setBorder(...sides: unknown[]): this {
    restyle(this, 'setBorder', everywhere(this.box, sides.length), () => ({}));
    return this;
  }
}

function colored(part: 'fillColor' | 'textColor', color: unknown): EngineStyle {
  const reset = part === 'fillColor' ? '#ffffff' : '#000000';
  const name = (asText(color) || reset).toLowerCase();
  const hex = COLORS[name] ?? name;
  return { [part]: hex };
}

function aligned(alignment: unknown): EngineStyle {
  return alignment === 'left' || alignment === 'center' || alignment === 'right' ? { align: alignment } : {};
}
