/** SpreadsheetApp: the way in, the builders and the enumerations. */
import { Imitated } from '../realm/imitation';
import { ServiceError } from '../faults/signals';
import { ConditionalFormatRuleBuilder } from './conditionalFormats';
import { DataValidationBuilder } from './dataValidation';
import { Range } from './range';
import { RichTextValueBuilder } from './richText';
import type { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { Ui } from './ui';

export class SpreadsheetApp extends Imitated {
  readonly kind = 'SpreadsheetApp';
  override readonly constants = {
    DeveloperMetadataVisibility: { DOCUMENT: 'DOCUMENT', PROJECT: 'PROJECT' },
    DeveloperMetadataLocationType: { SPREADSHEET: 'SPREADSHEET', SHEET: 'SHEET', ROW: 'ROW', COLUMN: 'COLUMN' },
    ProtectionType: { RANGE: 'RANGE', SHEET: 'SHEET' },
    WrapStrategy: { WRAP: 'WRAP', CLIP: 'CLIP', OVERFLOW: 'OVERFLOW' },
    RelativeDate: {
      TODAY: 'TODAY',
      TOMORROW: 'TOMORROW',
      YESTERDAY: 'YESTERDAY',
      PAST_WEEK: 'PAST_WEEK',
      PAST_MONTH: 'PAST_MONTH',
      PAST_YEAR: 'PAST_YEAR',
    },
    InterpolationType: { NUMBER: 'NUMBER', PERCENT: 'PERCENT', PERCENTILE: 'PERCENTILE', MIN: 'MIN', MAX: 'MAX' },
    BorderStyle: {
      DOTTED: 'DOTTED',
      DASHED: 'DASHED',
      SOLID: 'SOLID',
      SOLID_MEDIUM: 'SOLID_MEDIUM',
      SOLID_THICK: 'SOLID_THICK',
      DOUBLE: 'DOUBLE',
    },
    DataValidationCriteria: {
      VALUE_IN_LIST: 'VALUE_IN_LIST',
      VALUE_IN_RANGE: 'VALUE_IN_RANGE',
      CHECKBOX: 'CHECKBOX',
      CUSTOM_FORMULA: 'CUSTOM_FORMULA',
      NUMBER_BETWEEN: 'NUMBER_BETWEEN',
    },
    BooleanCriteria: {
      TEXT_EQUAL_TO: 'TEXT_EQUAL_TO',
      TEXT_CONTAINS: 'TEXT_CONTAINS',
      CUSTOM_FORMULA: 'CUSTOM_FORMULA',
      DATE_BEFORE: 'DATE_BEFORE',
      DATE_BEFORE_RELATIVE: 'DATE_BEFORE_RELATIVE',
    },
    SheetType: { GRID: 'GRID', OBJECT: 'OBJECT', DATASOURCE: 'DATASOURCE' },
  };

  getActive(): Spreadsheet {
    this.run.assertMaySeeDocument('SpreadsheetApp.getActive');
    this.run.needsScope('SpreadsheetApp.getActive', 'spreadsheets.currentonly', 'spreadsheets', 'spreadsheets.readonly');
    return new Spreadsheet(this.run);
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this.getActive();
  }

  getActiveSheet(): Sheet {
    return this.getActive().getActiveSheet();
  }

  /** The formula's own cell in a custom function, else what is selected. */
  getActiveRange(): Range {
    const at = this.run.setup.formulaAt?.();
    return at
      ? new Range(this.run, at.sheet, { row: at.row, column: at.column, rows: 1, columns: 1 })
      : this.getActive().getActiveRange();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return this.getActive().setActiveSheet(sheet);
  }

  getUi(): Ui {
    if (this.run.setup.auth === 'CUSTOM_FUNCTION')
      throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
    return new Ui(this.run);
  }

  flush(): void {
    this.run.writes.flush();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.run);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.run);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run);
  }

  openById(): never {
    if (this.run.setup.auth !== 'FULL') throw new ServiceError('You do not have permission to call SpreadsheetApp.openById');
    this.run.needsScope('SpreadsheetApp.openById', 'spreadsheets');
    throw new ServiceError('Workbench: SpreadsheetApp.openById is not imitated');
  }

  create(): never {
    this.run.needsScope('SpreadsheetApp.create', 'spreadsheets');
    throw new ServiceError('Workbench: SpreadsheetApp.create is not imitated');
  }
}
