import { expect, it } from "vitest";

const SOURCES = import.meta.glob<string>("../../../web/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

it("the pages take types from the contract, and values only from the file without a schema", () => {
  const statements = Object.entries(SOURCES).flatMap(([file, source]) =>
    [...source.matchAll(/^(?:import|export) [^;]*?"[./]+src\/contract\/([\w-]+)";/gm)].map(
      ([statement, name]) => ({ file, statement, name }),
    ),
  );
  expect(statements.length).toBeGreaterThan(40);
  const values = statements.filter(
    ({ statement, name }) => !/^(import|export) type /.test(statement) && name !== "route-key",
  );
  expect(values).toEqual([]);
});
