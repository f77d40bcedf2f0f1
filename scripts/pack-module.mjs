/**
 * `npm run pack:module`: the PrestaShop module as the zip a merchant uploads to the shop. The web build
 * runs it too. The same sources give the same bytes, whoever packs them and when.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "modules", "prestashop", "weft");
const target = join(root, "dist", "web", "downloads", "weft-prestashop.zip");

/** PrestaShop takes the name of the one top folder for the module's name. */
const TOP = "weft";
/** The first year a zip can name, and how many days after its first one are used. */
const FIRST_YEAR = 1980;
const DAYS = 14_000;
/** Of the files whose name begins with a dot, editors' and systems' own among them, only this is the module's. */
const HIDDEN = ".htaccess";
/** A zip made on Unix carries modes: a plain file that everybody may read. */
const UNIX = 3;
const FILE_MODE = 0o100644 * 0x10000;

/**
 * A time that follows from a file's content. A shop's PHP keeps compiled files until their time differs: with one
 * time for all, an upgrade would leave it with the old ones. At noon and in local time, because a zip knows no zone.
 */
function timeOf(bytes) {
  const hash = createHash("sha256").update(bytes).digest();
  const day = hash.readUInt16BE(0) % DAYS;
  return new Date(FIRST_YEAR, 0, 1 + day, 12, (hash[2] ?? 0) % 60, 2 * ((hash[3] ?? 0) % 30));
}

/** The zip's bytes. Rejects a module whose version is not the product's. */
export function packModule() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const main = readFileSync(join(source, "weft.php"), "utf8");
  if (!main.includes(`$this->version = '${version}';`))
    throw new Error(`modules/prestashop/weft/weft.php must carry version ${version}`);
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (entry.name === HIDDEN || !entry.name.startsWith(".")))
    .map((entry) => join(entry.parentPath, entry.name));
  /** @type {[string, Uint8Array][]} */
  const entries = files.map((file) => [
    `${TOP}${file.slice(source.length).replaceAll("\\", "/")}`,
    readFileSync(file),
  ]);
  entries.push([`${TOP}/LICENSE`, readFileSync(join(root, "LICENSE"))]);
  const sorted = entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, bytes]) => [name, [bytes, { mtime: timeOf(bytes) }]]);
  return zipSync(Object.fromEntries(sorted), {
    level: 9,
    os: UNIX,
    attrs: FILE_MODE,
  });
}

/** Writes the zip where the Worker serves it: /downloads/weft-prestashop.zip. */
export function writeModule() {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, packModule());
  return target;
}

if (argv[1] === fileURLToPath(import.meta.url)) console.log(`Wrote ${writeModule()}`);
