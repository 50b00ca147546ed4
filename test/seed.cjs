/** One seed for every property, so that a run can be repeated; `npm run test:long` and FC_SEED take others. */
const fc = require('fast-check');

const seed = Number(process.env.FC_SEED ?? (process.env.PLANNER_LONG === '1' ? Date.now() % 2 ** 31 : 20261121));
fc.configureGlobal({ seed });
if (process.env.PLANNER_LONG === '1') process.stderr.write(`FC_SEED=${seed}\n`);
