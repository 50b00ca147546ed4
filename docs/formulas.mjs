/**
 * Writes what the docs take from the product: the table of formulas in README.md, between `<!-- formulas -->` and `<!-- /formulas -->`,
 * and docs/plan.schema.json. With `--check` it writes nothing and exits 1 when one of the two is not current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const ROOT = new URL('../', import.meta.url);
const README = new URL('README.md', ROOT);
const SCHEMA = new URL('docs/plan.schema.json', ROOT);
const [START, END] = ['<!-- formulas -->', '<!-- /formulas -->'];

/** The table in Markdown as prettier leaves it; results of several cells as rows. */
export async function formulasTable() {
  const { FORMULAS } = await bundled('src/functions/catalog.ts');
  const rows = FORMULAS.map(({ name, summary, parameters, example }) => {
    const names = parameters.map((p) => (p.isOptional ? `[${p.name}]` : p.name)).join(', ');
    return `| \`${name}(${names})\` | ${cell(summary)} | \`${cell(example.formula)}\` → ${shown(example.result)} |`;
  });
  const table = ['| formula | gives | example |', '| --- | --- | --- |', ...rows].join('\n');
  const config = await resolveConfig(fileURLToPath(README));
  return (await format(table, { ...config, parser: 'markdown' })).trim();
}

/** JSON Schema of `plan.json` as text. */
export async function planSchemaText() {
  const { planJsonSchema } = await bundled('src/sheet/plan/planSchema.ts');
  return `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
}

/** The README with the table in its place; undefined where it has no place for it. */
export function withTable(readme, table) {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) return undefined;
  return `${readme.slice(0, start + START.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

/** At most three rows of a result; the point is what it looks like. */
function shown(result) {
  if (!Array.isArray(result)) return `\`${cell(String(result))}\``;
  const rows = result.slice(0, 3).map((row) => `\`${cell(row.map((value) => (value === '' ? '–' : value)).join(' · '))}\``);
  return [...rows, ...(result.length > 3 ? ['…'] : [])].join('<br>');
}

function cell(text) {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

async function bundled(entry) {
  const options = {
    entryPoints: [fileURLToPath(new URL(entry, ROOT))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  };
  const { outputFiles } = await build({ ...options, absWorkingDir: fileURLToPath(ROOT), logLevel: 'warning' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

async function main(isCheck) {
  const old = [];
  const put = (place, name, text) => {
    if (existsSync(place) && readFileSync(place, 'utf8') === text) return;
    old.push(name);
    if (!isCheck) writeFileSync(place, text);
  };
  put(SCHEMA, 'docs/plan.schema.json', await planSchemaText());
  const table = await formulasTable();
  const readme = existsSync(README) ? readFileSync(README, 'utf8') : undefined;
  const filled = readme === undefined ? undefined : withTable(readme, table);
  if (filled === undefined) {
    console.error(`README.md has no ${START} and ${END}, so the table of formulas has no place; here it is.`);
    console.log(table);
  } else put(README, 'README.md', filled);
  if (old.length > 0)
    console.error(isCheck ? `Not current: ${old.join(' and ')}; run: node docs/formulas.mjs` : `Written: ${old.join(' and ')}.`);
  if (isCheck && old.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));
