/**
 * `npm run bench`: requests and written rows of pull and push, counted against the least the
 * platforms' interfaces allow, times against a bare loop of the same requests, rows that pages and
 * the ledger read at 100,000 products and orders, beside those at 1,000, what a scan of a large store lays in memory,
 * and how long an answer takes beside that of a Worker which does nothing. A missed target of what is counted fails it; time never does.
 */
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { mkdirSync, readFileSync, rmSync } = await import("node:fs");
const { join } = await import("node:path");
const { root, run } = await import("./stack.mjs");
const { measureAnswers } = await import("../bench/answers.mjs");

/** @typedef {{ name: string, value: number, unit: string, minimum?: number, target?: number }} Figure */

const results = join(root, ".weft", "bench.json");

/** @param {number | undefined} value */
const shown = (value) => (value === undefined ? "" : String(Math.round(value * 10) / 10));

/** @param {Figure} figure */
const isMissed = ({ value, target }) => target !== undefined && value > target;

/** @param {Figure} figure */
function cells(figure) {
  const { name, value, unit, minimum, target } = figure;
  const ratio = minimum ? `x ${(value / minimum).toFixed(2)}` : "";
  const verdict = target === undefined ? "" : isMissed(figure) ? "MISSED" : "met";
  return [name, `${shown(value)} ${unit}`, shown(minimum), ratio, shown(target), verdict];
}

/** @param {Figure[]} figures */
function print(figures) {
  const head = ["", "counted", "least / bare / at 1,000", "ratio", "target", ""];
  const rows = [head, ...figures.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("   ")
        .trimEnd(),
    );
}

async function measure() {
  // The Worker's assets must exist; what is in them does not matter here.
  mkdirSync(join(root, "dist", "web"), { recursive: true });
  mkdirSync(join(root, ".weft"), { recursive: true });
  rmSync(results, { force: true });
  const reporters = ["--reporter=json", `--outputFile.json=${results}`];
  await run("vitest", ["run", "--config", "vitest.bench.config.ts", ...reporters]);
  const report = JSON.parse(readFileSync(results, "utf8"));
  const counted = report.testResults.flatMap((file) =>
    file.assertionResults.flatMap((result) => result.meta?.figures ?? []),
  );
  return [...counted, ...(await measureAnswers())];
}

async function main() {
  console.log("Measuring; this takes some minutes...");
  const figures = await measure();
  if (figures.length === 0) throw new Error("nothing was measured");
  print(figures);
  const missed = figures.filter(isMissed).length;
  console.log(missed === 0 ? "Every target is met." : `${missed} targets are missed.`);
  process.exit(missed === 0 ? 0 : 1);
}

main().catch((caught) => {
  console.error(caught instanceof Error ? caught.message : caught);
  process.exit(1);
});
