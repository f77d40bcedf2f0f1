/**
 * `npm run pack:module`: the PrestaShop module as the zip a merchant uploads to the shop. The web build
 * runs it too. The same sources give the same bytes, whoever packs them and when.
 */
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
/** The earliest day a zip can tell; local time, because a zip knows no zone. */
const MADE_AT = new Date(1980, 0, 1);
/** Of the files whose name begins with a dot, editors' and systems' own among them, only this is the module's. */
const HIDDEN = ".htaccess";
/** A zip made on Unix carries modes: a plain file that everybody may read. */
const UNIX = 3;
const FILE_MODE = 0o100644 * 0x10000;

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
  const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), {
    mtime: MADE_AT,
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
