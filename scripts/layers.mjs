/**
 * The layers of the house: what a folder may import of ours, types included. The lint rules are made
 * from this table, a test holds CONTRIBUTING.md and the code to it. Low folders come first.
 */

/**
 * @typedef {object} Layer
 * @property {string} folder
 * @property {string[]} mayImport Folders or files of `src`, besides the folder itself.
 * @property {string[]} [mayNotUse] Packages, as regular expressions.
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
    mayNotUse: [HONO, DRIZZLE],
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
    mayImport: ["domain", "i18n", "contract", "sync", "db", "tasks", "platforms", "lib", "settings"],
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
function overridesOf({ folder, mayImport, mayNotUse = [] }) {
  const own = folder.slice("src/".length);
  const forbidden = PLACES.filter((place) => place !== own && !mayImport.includes(place));
  return DEPTHS.map((depth) => ({
    files: [`${folder}${"/*".repeat(depth)}.ts`],
    rules: {
      "no-restricted-imports": restricted([
        {
          regex: `^${String.raw`\.\./`.repeat(depth)}(${forbidden.join("|")})(/|$)`,
          message: `${folder} may import only: ${[own, ...mayImport].join(", ")}`,
        },
        ...portsOnly(folder, depth),
        { regex: "(^|/)(web|simulator|test)/", message: "src stands below it" },
        ...(mayNotUse.length > 0
          ? [{ regex: mayNotUse.join("|"), message: `${folder} does not know this package` }]
          : []),
      ]),
    },
  }));
}

/** Outside `platforms` and the wiring only the interfaces are known, never a vendor. */
function portsOnly(folder, depth) {
  if (folder === "src/platforms") {
    const vendors = ["prestashop", "tiktok-shop"];
    return [
      {
        regex: `^${String.raw`\.\./`.repeat(Math.max(depth - 1, 0))}(${vendors.join("|")})(/|$)`,
        message: "a vendor's folder never knows another",
      },
    ].filter(() => depth > 1);
  }
  return [
    {
      regex: String.raw`(^|/)platforms/(prestashop|tiktok-shop|registry)(/|$)`,
      message: "only the wiring knows vendors; use the interfaces",
    },
  ];
}

function restricted(patterns) {
  return ["error", { patterns }];
}

export const layerOverrides = LAYERS.flatMap(overridesOf);
