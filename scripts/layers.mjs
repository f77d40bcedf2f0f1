/**
 * The layers of the house: what a folder may import of ours, types included. The lint rules are made
 * from this table, a test holds CONTRIBUTING.md and the code to it. Low folders come first.
 */

/**
 * @typedef {object} Layer
 * @property {string} folder
 * @property {string[]} mayImport Folders or files of `src`, besides the folder itself.
 * @property {string[]} [mayNotUse] Packages, as regular expressions.
 * @property {{ file: string, mayUse: string }} [except] The one file that may use such a package.
 */

const WORKERS = "^cloudflare:";
const HONO = "^@?hono";
const DRIZZLE = "^drizzle";

/** @type {Layer[]} */
export const LAYERS = [
  { folder: "src/domain", mayImport: [], mayNotUse: [WORKERS, HONO, DRIZZLE, "^zod"] },
  { folder: "src/lib", mayImport: ["domain"], mayNotUse: [HONO, DRIZZLE] },
  { folder: "src/i18n", mayImport: ["domain"], mayNotUse: [WORKERS, HONO, DRIZZLE, "^zod"] },
  { folder: "src/contract", mayImport: ["domain"], mayNotUse: [WORKERS, HONO, DRIZZLE] },
  {
    folder: "src/platforms",
    mayImport: ["domain", "lib"],
    mayNotUse: [WORKERS, HONO, DRIZZLE],
  },
  {
    folder: "src/sync",
    mayImport: ["domain", "platforms", "lib"],
    mayNotUse: [WORKERS, HONO, DRIZZLE],
  },
  { folder: "src/db", mayImport: ["domain", "contract", "lib"], mayNotUse: [WORKERS, HONO] },
  {
    folder: "src/ledger",
    mayImport: ["domain", "sync", "platforms", "lib"],
    mayNotUse: [WORKERS, HONO, DRIZZLE],
    // The Durable Object itself; the core runs without Workers.
    except: { file: "src/ledger/ledger-object.ts", mayUse: WORKERS },
  },
  {
    folder: "src/tasks",
    mayImport: ["domain", "contract", "sync", "db", "platforms", "lib", "settings"],
    mayNotUse: [WORKERS, HONO, DRIZZLE],
  },
  {
    folder: "src/jobs",
    mayImport: ["domain", "db", "tasks", "lib"],
    mayNotUse: [WORKERS, HONO, DRIZZLE],
  },
  {
    folder: "src/http",
    mayImport: [
      "domain",
      "i18n",
      "contract",
      "sync",
      "db",
      "tasks",
      "platforms",
      "lib",
      "settings",
    ],
    mayNotUse: [WORKERS, DRIZZLE],
  },
];

/** Everything that stands directly in `src`. */
const PLACES = [
  ...LAYERS.map(({ folder }) => folder.slice("src/".length)),
  "compose",
  "settings",
  "index",
];

const DEPTHS = [1, 2, 3];

/**
 * A relative import climbs out of its layer by exactly as many steps as the file lies deep in it, so
 * a folder of the same name inside the layer is not taken for another layer.
 * @param {Layer} layer
 */
function overridesOf(layer) {
  const { folder, except } = layer;
  const ofDepth = DEPTHS.map((depth) => ({
    files: [`${folder}${"/*".repeat(depth)}.ts`],
    rules: { "no-restricted-imports": restrictions(layer, depth, layer.mayNotUse ?? []) },
  }));
  if (!except) return ofDepth;
  const packages = (layer.mayNotUse ?? []).filter((name) => name !== except.mayUse);
  const rules = { "no-restricted-imports": restrictions(layer, 1, packages) };
  return [...ofDepth, { files: [except.file], rules }];
}

/**
 * @param {Layer} layer
 * @param {number} depth
 * @param {string[]} packages
 * @returns {["error", { patterns: { regex: string, message: string }[] }]}
 */
function restrictions({ folder, mayImport }, depth, packages) {
  const own = folder.slice("src/".length);
  const forbidden = PLACES.filter((place) => place !== own && !mayImport.includes(place));
  const patterns = [
    {
      regex: `^${climb(depth)}(${forbidden.join("|")})(/|$)`,
      message: `${folder} may import only: ${[own, ...mayImport].join(", ")}`,
    },
    ...vendorsHidden(folder, depth),
    { regex: "(^|/)(web|simulator|test)/", message: "nothing of src stands above these" },
    ...(packages.length > 0
      ? [{ regex: packages.join("|"), message: `${folder} does not know this package` }]
      : []),
  ];
  return ["error", { patterns }];
}

/** Outside `platforms` and the wiring only the interfaces are known; a vendor never knows another. */
function vendorsHidden(folder, depth) {
  const vendors = "(prestashop|tiktok-shop)";
  if (folder !== "src/platforms")
    return [
      {
        regex: `(^|/)platforms/(http|registry|${vendors})(/|$)`,
        message: "only the wiring knows vendors and the pipe; use the interfaces",
      },
    ];
  if (depth === 1) return [];
  const regex = `^${climb(depth - 1)}${vendors}(/|$)`;
  return [{ regex, message: "a vendor's folder never knows another" }];
}

const climb = (depth) => String.raw`\.\./`.repeat(depth);

export const layerOverrides = LAYERS.flatMap(overridesOf);
