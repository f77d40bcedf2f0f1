/** Triggers run with every write of a row; what they read must not grow with the table. */
import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { walkedBy } from "../simulation/machine/walks";

const FOLDER = "migrations";

function migrated(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
  for (const file of files.toSorted())
    database.exec(
      readFileSync(`${FOLDER}/${file}`, "utf8").replaceAll("--> statement-breakpoint", ""),
    );
  return database;
}

/** The statements of a trigger, with a value of its row in place of each of the row's columns. */
function statementsOf(sql: string): string[] {
  const body = sql.slice(sql.search(/\bBEGIN\b/) + "BEGIN".length, sql.lastIndexOf("END"));
  return body
    .split(/;\s*\n/)
    .map((statement) =>
      statement
        .replaceAll(/\b(?:NEW|OLD)\.\w+/g, "?")
        .replace(/;\s*$/, "")
        .trim(),
    )
    .filter(Boolean);
}

it("no trigger of the database reads more of a connection than the row it is about", () => {
  const database = migrated();
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all() as { name: string; sql: string }[];
  expect(triggers.length).toBeGreaterThan(20);
  const walked = triggers.flatMap(({ name, sql }) =>
    statementsOf(sql).flatMap((statement) =>
      walkedBy(database, statement).map((detail) => `${name}: ${detail}: ${statement}`),
    ),
  );
  expect(walked).toEqual([]);
});
