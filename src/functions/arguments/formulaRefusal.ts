/** How a formula refuses: what Sheets shows when the cell is pointed at. */

/** A wrong argument, as one sentence that names the formula. Its name stays `Error`, since Sheets shows that too. */
export class FormulaRefusal extends Error {
  constructor(formula: string, sentence: string) {
    super(`${formula}: ${sentence}`);
  }
}
