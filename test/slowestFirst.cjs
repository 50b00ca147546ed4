/** The order of the test files: the slowest first, so that no worker is left alone with one at the end. */

/** Files that take longest, by their seconds on an idle machine; the others follow by their size. */
const SLOWEST = [
  'browser/long',
  'browser/trouble',
  'faults/faultsAndEdits',
  'faults/realWorkbench',
  'faults/singleFaults',
  'browser/reach',
  'browser/story',
  'browser/month',
  'faults/steps',
  'browser/sample',
  'faults/interleaved',
  'faults/twoRuns',
  'browser/rows',
  'browser/carry',
  'faults/typedAnywhere',
  'system/xlsx',
  'workbench/page/page',
  'faults/typedKinds',
  'system/badInput',
  'browser/narrow',
  'system/months',
];

/** What jest asks of a sequencer; its own orders by the times of an earlier run, which a clean clone lacks. */
module.exports = class SlowestFirst {
  sort(tests) {
    const place = ({ path }) => {
      const index = SLOWEST.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
      return index < 0 ? SLOWEST.length : index;
    };
    const size = (test) => test.context.hasteFS.getSize(test.path) ?? 0;
    return [...tests].sort((a, b) => place(a) - place(b) || size(b) - size(a));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
