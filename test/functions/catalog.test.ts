/** Every custom function on the built bundle in the spreadsheet engine: its example gives what the catalog says. */
import { FORMULAS } from '../../src/functions/catalog';
import type { Formula } from '../../src/functions/formula';
import { FORMULA_BODIES } from '../../src/functions/formulas';
import { customFunctionsOf } from '../../workbench/core/realm/bundle';
import { readBundle } from '../../workbench/cli/bundle';
import { pathToFileURL } from 'node:url';
import { bookOf, openAddOn, type Rows } from '../support/commands/addOn';

jest.setTimeout(60_000);

const NAMES = FORMULAS.map(({ name }) => name);

async function evaluated({ example }: Formula): Promise<unknown> {
  const host = await openAddOn(bookOf({ ...(example.tabs as Readonly<Record<string, Rows>>), Cell: [['']] }));
  const result = host.evaluate(example.formula);
  return result.kind === 'rows' ? result.rows : result.kind === 'value' ? result.value : result;
}

describe('the catalog', () => {
  it.each(FORMULAS.map((formula) => [formula.example.formula, formula] as const))('%s gives its result', async (_, formula) => {
    expect(await evaluated(formula)).toEqual(formula.example.result);
  });

  it('holds every function that runs, once, and its example uses it', () => {
    expect([...NAMES].sort()).toEqual(Object.keys(FORMULA_BODIES).sort());
    for (const { name, example } of FORMULAS) expect(example.formula.startsWith(`=${name}(`)).toBe(true);
  });

  it('has what the help shows: a sentence each, required parameters before optional ones, names in snake case', () => {
    for (const { name, summary, parameters } of FORMULAS) {
      expect(`${name}: ${summary}`).toMatch(/^[A-Z_]+: [A-Z][^\n]*\.$/);
      const optional = parameters.map(({ isOptional }) => isOptional);
      expect([...optional].sort()).toEqual(optional);
      for (const parameter of parameters) {
        expect(parameter.name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(parameter.text).toMatch(/\.$/);
        // The example stands in the braces of a JSDoc type.
        expect(parameter.example).not.toMatch(/[{}]|\*\//);
      }
    }
  });

  it('is what Sheets finds in the bundle', async () => {
    const { code } = await readBundle(pathToFileURL(`${process.cwd()}/dist/`));
    const found = customFunctionsOf(code);
    expect(found.map(({ name }) => name)).toEqual(NAMES);
    expect(found.map(({ description }) => description)).toEqual(FORMULAS.map(({ summary }) => summary));
    expect(found.map(({ parameters }) => parameters.map(({ name }) => name))).toEqual(
      FORMULAS.map(({ parameters }) => parameters.map(({ name }) => name)),
    );
  });
});
