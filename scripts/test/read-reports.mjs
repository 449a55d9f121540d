// What the JSON reports of the test runners tell: counts, times and failures.
import { relative } from "node:path";

/** The tests of Playwright's report with their times and what they said, however deep they are described. */
function browserTests({ title, suites = [], specs = [] }) {
  const own = specs.map((spec) => {
    const results = spec.tests.flatMap((test) => test.results);
    return {
      title: `${title} › ${spec.title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      isGreen: spec.ok,
      message: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? "")).join("\n"),
    };
  });
  return [...own, ...suites.flatMap(browserTests)];
}

/** The tests of Vitest's report with what they said; a file that failed before its first test is one. */
function failingInVitest({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  if (status === "failed" && assertionResults.length === 0) return [{ title: file, message }];
  return assertionResults
    .filter((test) => test.status !== "passed")
    .map((test) => ({
      title: `${file} › ${test.fullName}`,
      message: test.failureMessages.join("\n") || message,
    }));
}

/** What Vitest reports. */
export function readVitest(json) {
  return {
    counts: {
      passed: json.numPassedTests,
      // A skipped test proves nothing; a file that fails before its first test has none to count.
      failed:
        json.numFailedTests +
        json.numPendingTests +
        json.numTodoTests +
        json.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
          .length,
    },
    times: json.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        title: fullName,
        seconds: (duration ?? 0) / 1000,
      })),
    ),
    failing: json.testResults.flatMap(failingInVitest),
  };
}

/** What Playwright reports. */
export function readPlaywright({ stats, suites }) {
  const times = suites.flatMap(browserTests);
  return {
    counts: { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped },
    times,
    failing: times.filter(({ isGreen }) => !isGreen),
  };
}
