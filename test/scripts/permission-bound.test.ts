/** The module's own bound of what a key may allow holds all that Weft asks for, and nothing else. */
import { expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { OFFERED_BESIDE_MODULE } from "../../src/domain/connections/module-permissions";

it("is what Weft asks for, with PUT where it asks for PATCH", () => {
  const file = "modules/prestashop/weft/src/Connection/PermissionBound.php";
  const source = readFileSync(file, "utf8");
  const bound = [...source.matchAll(/^ {8}'(\w+)' => \[(.*)\],$/gm)].map(
    ([, resource = "", verbs = ""]) => [resource, verbs.match(/[A-Z]+/g)],
  );
  const asked = Object.entries(OFFERED_BESIDE_MODULE).map(([resource, verbs]) => [
    resource,
    verbs.flatMap((verb) => (verb === "PATCH" ? ["PATCH", "PUT"] : [verb])),
  ]);
  expect(bound).toEqual(asked);
});
