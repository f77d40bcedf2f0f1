import { defineConfig, type OxlintConfig } from "oxlint";
import { layerOverrides } from "./scripts/layers.mjs";

/** One clock and one chance for the whole product, so that a simulation can drive the very same code. */
const CLOCK = ["src/lib/runtime.ts"];
const clockRules: OxlintConfig["rules"] = {
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: "take `now` as an argument or from the runtime" },
    {
      object: "Math",
      property: "random",
      message: "take `random` as an argument or from the runtime",
    },
    { object: "crypto", property: "randomUUID", message: "ids come from the runtime" },
    { object: "AbortSignal", property: "timeout", message: "deadlines come from the runtime" },
  ],
  "no-restricted-globals": [
    "error",
    { name: "setTimeout", message: "sleep by the runtime" },
    { name: "setInterval", message: "sleep by the runtime" },
    { name: "scheduler", message: "sleep by the runtime" },
    { name: "performance", message: "measure by the runtime's clock" },
    { name: "fetch", message: "the outside world is handed in" },
  ],
};

export default defineConfig({
  plugins: ["typescript", "unicorn", "import", "oxc"],
  categories: { correctness: "error", suspicious: "error", perf: "warn" },
  ignorePatterns: [
    "dist/**",
    "node_modules/**",
    "worker-configuration.d.ts",
    "test/golden/**",
    "migrations/**",
  ],
  rules: {
    "no-console": "error",
    "oxc/no-async-endpoint-handlers": "off",
    "no-await-in-loop": "off",
    "no-shadow": "off",
    "no-underscore-dangle": "off",
    "typescript/no-explicit-any": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/no-non-null-assertion": "error",
    // A circle of types ties two files together as firmly as one of values.
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-unassigned-import": "off",
    "unicorn/no-array-sort": "error",
    "unicorn/consistent-function-scoping": "off",
    "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
    "max-depth": ["error", 4],
    "oxc/no-map-spread": "off",
    "unicorn/prefer-set-has": "off",
  },
  overrides: [
    ...layerOverrides,
    { files: ["src/**"], excludeFiles: CLOCK, rules: clockRules },
    {
      files: ["web/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              {
                regex:
                  "(^|/)src/(lib|platforms|sync|db|ledger|tasks|jobs|http|compose|settings|index)(/|$)",
                message: "web may import only: contract (types), domain (values), i18n",
              },
            ],
          },
        ],
      },
    },
    {
      files: ["simulator/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          {
            patterns: [
              {
                regex: "(^|/)src/",
                message: "the simulator shares nothing with the product, bugs least of all",
              },
            ],
          },
        ],
      },
    },
    {
      files: ["scripts/**", "bench/**", "test/**"],
      rules: { "no-console": "off", "max-lines": ["error", { max: 450 }] },
    },
  ],
});
