import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packModule } from "../../scripts/pack-module.mjs";

const product = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const files = unzipSync(packModule());
const names = Object.keys(files);
const textOf = (name: string) => {
  const bytes = files[name];
  if (!bytes) throw new Error(`the zip has no ${name}`);
  return strFromU8(bytes);
};

describe("the PrestaShop module's zip", () => {
  it("has the same bytes whenever it is packed", () => {
    expect(Buffer.compare(packModule(), packModule())).toBe(0);
  });

  it("has one top folder, named as the module, and sorted entries", () => {
    expect(new Set(names.map((name) => name.split("/")[0]))).toEqual(new Set(["weft"]));
    expect(names).toEqual(names.toSorted());
    expect(names).toContain("weft/logo.png");
    expect(names).toContain("weft/LICENSE");
    expect(names.filter((name) => /test|golden|stand-in/i.test(name))).toEqual([]);
  });

  it("carries the product's version", () => {
    expect(/\$this->version = '(.+)';/.exec(textOf("weft/weft.php"))?.[1]).toBe(product.version);
  });

  it("shows no folder's content to visitors", () => {
    const folders = new Set(names.map((name) => name.slice(0, name.lastIndexOf("/"))));
    const unguarded = [...folders].filter((folder) => !names.includes(`${folder}/index.php`));
    expect(unguarded).toEqual([]);
    const open = names
      .filter((name) => name.endsWith(".php") && !name.endsWith("/index.php"))
      .filter((name) => !textOf(name).includes("if (!defined('_PS_VERSION_'))"));
    expect(open).toEqual([]);
  });

  it("answers every hook it registers with an event of the wire format", () => {
    const map = textOf("weft/src/Events/EventMap.php");
    const types = [...map.matchAll(/'action\w+' => \['([\w.]+)'/g)].map((match) => match[1]);
    expect(new Set(types)).toEqual(
      new Set([
        "product.saved",
        "product.deleted",
        "stock.changed",
        "order.state_changed",
        "order.tracking_changed",
      ]),
    );
    expect(types).toHaveLength(25);
  });
});
