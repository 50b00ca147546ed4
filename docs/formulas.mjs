/**
 * Writes what the docs take from the product: the tables of formulas in README.md (short) and docs/FORMULAS.md (whole), between
 * `<!-- formulas -->` and `<!-- /formulas -->`, and docs/plan.schema.json. With `--check` it writes nothing and exits 1 when one is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const ROOT = new URL('../', import.meta.url);
const CONFIGURED = new URL('README.md', ROOT);
const [START, END] = ['<!-- formulas -->', '<!-- /formulas -->'];

/** What each formula gives in its first sentence, without sources. */
function shortRows(formulas) {
  const first = (summary) => /^.*?\.(?= |$)/.exec(summary)[0].replace(/ \(S\d[^)]*\)/g, '');
  return [
    '| formula | gives |',
    '| --- | --- |',
    ...formulas.map(({ name, summary }) => `| \`${name}\` | ${cell(first(summary))} |`),
  ];
}

/** Arguments, the whole summary and an example with its result; results of several cells as rows. */
function wholeRows(formulas) {
  const rows = formulas.map(({ name, summary, parameters, example }) => {
    const names = parameters.map((p) => (p.isOptional ? `[${p.name}]` : p.name)).join(', ');
    return `| \`${name}(${names})\` | ${cell(summary)} | \`${cell(example.formula)}\` → ${shown(example.result)} |`;
  });
  return ['| formula | gives | example |', '| --- | --- | --- |', ...rows];
}

/** A table in Markdown as prettier leaves it. */
async function formatted(rows) {
  const config = await resolveConfig(fileURLToPath(CONFIGURED));
  return (await format(rows.join('\n'), { ...config, parser: 'markdown' })).trim();
}

/** JSON Schema of `plan.json` as text. */
async function planSchemaText() {
  const { planJsonSchema } = await bundled('src/sheet/plan/planSchema.ts');
  return `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
}

/** The page with the table in its place. @throws Error where it has no place for it. */
function withTable(name, page, table) {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${name} needs ${START} and ${END} about the table of formulas.`);
  return `${page.slice(0, start + START.length)}\n\n${table}\n\n${page.slice(end)}`;
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
  const { FORMULAS } = await bundled('src/functions/catalog.ts');
  const current = new Map([['docs/plan.schema.json', await planSchemaText()]]);
  for (const [name, rows] of [
    ['README.md', shortRows(FORMULAS)],
    ['docs/FORMULAS.md', wholeRows(FORMULAS)],
  ])
    current.set(name, withTable(name, readFileSync(new URL(name, ROOT), 'utf8'), await formatted(rows)));
  const old = [...current].filter(([name, text]) => readFileSync(new URL(name, ROOT), 'utf8') !== text);
  if (!isCheck) for (const [name, text] of old) writeFileSync(new URL(name, ROOT), text);
  const names = old.map(([name]) => name).join(', ');
  if (old.length > 0) console.error(isCheck ? `Not current: ${names}; run: node docs/formulas.mjs` : `Written: ${names}.`);
  if (isCheck && old.length > 0) process.exitCode = 1;
}

await main(process.argv.includes('--check'));
