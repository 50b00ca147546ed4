/** Runs the command line; builds first when `dist/` or `build/` is missing or older than what it is made from. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['src', 'sidebar', 'workbench', 'appsscript.json', 'build.mjs', 'notices.mjs', 'package-lock.json'];
const products = [
  'dist/Code.js',
  'dist/Sidebar.html',
  'dist/appsscript.json',
  'build/planner.mjs',
  'build/command.mjs',
  'build/serve.mjs',
  'build/page.js',
  'build/frame.js',
];

const built = Math.min(...products.map((file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0)));
if (newest(sources.map((path) => join(root, path))) > built) {
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
// `serve` is `npm start`; everything else is the command line.
const isServe = process.argv[2] === 'serve';
if (isServe) process.argv.splice(2, 1);
await import(new URL(`../build/${isServe ? 'serve' : 'planner'}.mjs`, import.meta.url));

function newest(paths) {
  return Math.max(
    0,
    ...paths.filter(existsSync).map((path) => {
      const entry = statSync(path);
      return entry.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : entry.mtimeMs;
    }),
  );
}
