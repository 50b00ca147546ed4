/** Texts that are links: the value, its builder, and the writing of them. */
import type { Box } from '../document/a1';
import { queueCells } from '../document/cellWrites';
import type { Execution } from '../realm/execution';
import { Imitated } from '../realm/imitation';
import { LINKED, unlink } from '../document/links';
import { ServiceError } from '../faults/signals';
import { asText } from '../text';

export class RichTextValue extends Imitated {
  readonly kind = 'RichTextValue';

  constructor(
    run: Execution,
    readonly text: string,
    readonly url: string | null,
  ) {
    super(run);
  }

  getText(): string {
    return this.text;
  }

  getLinkUrl(): string | null {
    return this.url;
  }
}

export class RichTextValueBuilder extends Imitated {
  readonly kind = 'RichTextValueBuilder';
  private text = '';
  private url: string | null = null;

  setText(text: unknown): this {
    this.text = asText(text);
    return this;
  }

  /** Of the whole text; links of a part are not imitated. */
  setLinkUrl(url: string | number | null, ...rest: unknown[]): this {
    if (typeof url === 'number' || rest.length > 0)
      throw new ServiceError('Workbench: RichTextValueBuilder.setLinkUrl of a part is not imitated');
    this.url = url;
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this.run, this.text, this.url);
  }
}

/** Writes the texts as they are, whatever they look like, each with its link. */
export function queueRichTexts(run: Execution, method: string, gid: number, box: Box, values: unknown[][]): void {
  queueCells(run, method, gid, box, (row, column, place) => {
    const value = values[row]?.[column];
    if (!(value instanceof RichTextValue))
      throw new ServiceError(`The parameters don't match the method signature for ${method}.`);
    const { text, url } = value;
    unlink(run.document, gid, place.row, place.column);
    if (url !== null && text !== '') run.document.links.push({ sheet: gid, box: { ...place, rows: 1, columns: 1 }, url });
    return {
      content: text === '' ? { kind: 'blank' } : { kind: 'text', text },
      ...(url === null ? {} : { style: LINKED }),
    };
  });
}
