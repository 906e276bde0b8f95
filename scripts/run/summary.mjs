/**
 * @typedef {{ passed: number, failures: string[], skipped: string[] }} Summary
 * @typedef {{ name: string, ok: boolean }} Step
 * @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} Suite
 */

/**
 * Counts the steps of `npm run check`, each as one test. A runner that wrote nothing, or that failed without a failed
 * step, is a failure by itself.
 * @param {Step[] | undefined} steps @param {boolean} ok whether the runner ended with exit code 0
 * @returns {Summary}
 */
export function summariseCheck(steps, ok) {
  const failures = (steps ?? []).filter((step) => !step.ok).map(({ name }) => `check: ${name}`);
  if (steps === undefined || steps.length === 0 || (!ok && failures.length === 0))
    failures.push('check: did not finish');
  return { passed: (steps ?? []).filter((step) => step.ok).length, failures, skipped: [] };
}

/**
 * Counts the tests of a Jest report. A suite that did not load, a missing or empty report, and an exit code that no
 * failed test explains are failures too.
 * @param {{ testResults: Suite[] } | undefined} report @param {boolean} ok whether Jest ended with exit code 0
 * @param {(path: string) => string} [nameOf] how to print the path of a suite
 * @returns {Summary}
 */
export function summariseJest(report, ok, nameOf = (path) => path) {
  /** @type {Summary} */
  const summary = { passed: 0, failures: [], skipped: [] };
  for (const suite of report?.testResults ?? []) addSuite(summary, suite, nameOf(suite.name));
  const nothing = summary.passed + summary.failures.length === 0;
  if (report === undefined || nothing) summary.failures.push('jest: ended without a result');
  else if (!ok && summary.failures.length === 0)
    summary.failures.push('jest: ended with an error that no test reported');
  return summary;
}

/** @param {Summary} summary @param {Suite} suite @param {string} name */
function addSuite(summary, suite, name) {
  const before = summary.failures.length;
  for (const { status, fullName } of suite.assertionResults) {
    if (status === 'passed') summary.passed += 1;
    else if (status === 'failed') summary.failures.push(`${name}: ${fullName}`);
    else summary.skipped.push(`${name}: ${fullName}`);
  }
  if (suite.status === 'failed' && summary.failures.length === before) summary.failures.push(`${name}: did not run`);
}
