import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { makeRelease } from "../../scripts/release.mjs";

interface Sbom {
  bomFormat: string;
  components: { name: string; version: string; purl: string }[];
}

const product = JSON.parse(readFileSync("package.json", "utf8"));
const sbomName = `weft-${product.version}.cdx.json`;
const zipName = `weft-prestashop-${product.version}.zip`;

it("holds the module, what Weft is made of, and their checksums, the same bytes each time", () => {
  const [release, again] = [makeRelease(), makeRelease()];
  expect(Object.keys(release)).toEqual([sbomName, zipName, "SHA256SUMS"]);
  for (const [name, bytes] of Object.entries(release))
    expect([name, Buffer.compare(bytes, again[name] ?? new Uint8Array())]).toEqual([name, 0]);
  const sums = Buffer.from(release["SHA256SUMS"] ?? "").toString();
  for (const name of [sbomName, zipName]) {
    const sum = createHash("sha256")
      .update(release[name] ?? "")
      .digest("hex");
    expect(sums).toContain(`${sum}  ${name}\n`);
  }
  expect(Object.keys(unzipSync(release[zipName] ?? new Uint8Array()))).toContain("weft/weft.php");
}, 60_000);

it("names every package that is part of what runs, by name, version and address", () => {
  const release = makeRelease();
  const sbom: Sbom = JSON.parse(Buffer.from(release[sbomName] ?? "").toString());
  expect(sbom.bomFormat).toBe("CycloneDX");
  const found = sbom.components.map(({ name, version }) => `${name}@${version}`);
  for (const [name, version] of Object.entries<string>(product.dependencies))
    expect(found).toContain(`${name}@${version}`);
  for (const [name, version] of Object.entries<string>(product.devDependencies))
    expect(found).not.toContain(`${name}@${version}`);
  expect(sbom.components.every(({ purl }) => purl.startsWith("pkg:npm/"))).toBe(true);
}, 60_000);
