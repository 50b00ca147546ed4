/** HtmlService: the sidebar's file as Google would serve it, comments stripped and all. */
import type { Execution } from '../realm/execution';
import { stripComments } from '../realm/htmlComments';
import { Imitated } from '../realm/imitation';
import { notImitated, ServiceError } from '../faults/signals';

export class HtmlService extends Imitated {
  readonly kind = 'HtmlService';
  override readonly constants = {
    SandboxMode: { IFRAME: 'IFRAME', EMULATED: 'EMULATED', NATIVE: 'NATIVE' },
    XFrameOptionsMode: { DEFAULT: 'DEFAULT', ALLOWALL: 'ALLOWALL' },
  };

  createHtmlOutputFromFile(name: string): HtmlOutput {
    if (!/^Sidebar(\.html)?$/.test(name)) throw new ServiceError(`No HTML file named ${name} was found.`);
    return new HtmlOutput(this.run, this.run.setup.sidebarHtml);
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutput(this.run, String(html));
  }

  createTemplateFromFile(): never {
    return notImitated('HtmlService.createTemplateFromFile: scriptlets are not evaluated here');
  }
}

export class HtmlOutput extends Imitated {
  readonly kind = 'HtmlOutput';
  title = '';
  width: number | undefined;
  height: number | undefined;
  content: string;

  constructor(run: Execution, html: string) {
    super(run);
    this.content = stripComments(html, run.setup.switches.htmlStripsComments);
  }

  getContent(): string {
    return this.content;
  }

  setContent(html: string): this {
    this.content = stripComments(html, this.run.setup.switches.htmlStripsComments);
    return this;
  }

  append(html: string): this {
    this.content += html;
    return this;
  }

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  getTitle(): string {
    return this.title;
  }

  setWidth(width: number): this {
    this.width = width;
    return this;
  }

  setHeight(height: number): this {
    this.height = height;
    return this;
  }

  setSandboxMode(): this {
    return this;
  }

  addMetaTag(): this {
    return this;
  }
}
