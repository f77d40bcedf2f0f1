import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { packModule } from "../../scripts/pack-module.mjs";

const product = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const files = unzipSync(packModule());
const names = Object.keys(files);
/** How a zip begins an entry of its directory. */
const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const textOf = (name: string) => {
  const bytes = files[name];
  if (!bytes) throw new Error(`the zip has no ${name}`);
  return strFromU8(bytes);
};

/** The time of each file, as the central directory of a zip has it. */
function readTimes(zip: Uint8Array): Map<string, number> {
  const bytes = Buffer.from(zip);
  const times = new Map<string, number>();
  for (let at = bytes.indexOf(ENTRY); at >= 0; at = bytes.indexOf(ENTRY, at + 1)) {
    const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString();
    times.set(name, bytes.readUInt32LE(at + 12));
  }
  return times;
}

describe("the PrestaShop module's zip", () => {
  it("has the same bytes whenever it is packed", () => {
    expect(Buffer.compare(packModule(), packModule())).toBe(0);
  });

  it("has the same bytes in every time zone", () => {
    const zone = process.env["TZ"];
    const packed = ["UTC", "America/New_York", "Pacific/Apia"].map((one) => {
      process.env["TZ"] = one;
      return Buffer.from(packModule());
    });
    process.env["TZ"] = zone ?? "";
    if (zone === undefined) delete process.env["TZ"];
    expect(packed.every((bytes) => packed[0]?.equals(bytes))).toBe(true);
  });

  it("dates a file by its content, so that a shop's PHP takes a changed file for changed", () => {
    const times = readTimes(packModule());
    const earlier = readTimes(readFileSync("test/golden/prestashop/weft-0.2.0.zip"));
    const changed = [...times].filter(([name]) => earlier.has(name) && name !== "weft/LICENSE");
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.filter(([name, time]) => earlier.get(name) === time)).toEqual([]);
    const indexes = names.filter((name) => name.endsWith("/index.php"));
    expect(new Set(indexes.map((name) => times.get(name))).size).toBe(1);
    expect(new Set(times.values()).size).toBeGreaterThan(100);
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
