// The sheet of a category: its columns, products, and rows as they are found to be.
import { names } from "./fixture-parts.mjs";

const columns = [
  {
    id: "100157",
    name: "Material",
    isRequired: true,
    isMultiple: true,
    isCustomizable: false,
    values: ["Cotton", "Linen", "Wool"].map((name, index) => ({ id: `m${index}`, name })),
  },
  {
    id: "100398",
    name: "Care instructions",
    isRequired: false,
    isMultiple: false,
    isCustomizable: true,
    values: [],
  },
];

const products = names.slice(0, 8).map((name, index) => ({
  productId: String(index + 1),
  name,
  skus: [`demo_${index + 1}`],
  brand: index % 3 === 0 ? "7082427311584347905 (Harbour Mill)" : "",
  cells: index % 2 === 0 ? { 100157: "Cotton | Linen" } : {},
}));

const checked = (line, state, rest) => ({
  line,
  productId: String(line - 1),
  state,
  causes: [],
  before: null,
  after: null,
  ...rest,
});

const rows = [
  checked(2, "valid", {
    before: { Material: "Cotton", brand: null },
    after: { Material: "Wool", brand: "Harbour Mill" },
  }),
  checked(3, "error", {
    causes: [{ code: "value_unknown", column: "Material", value: "Silk" }],
  }),
  checked(4, "unchanged", {}),
];

export function answerOfSheet(isEmpty, action) {
  if (action === "rows") return { rows: isEmpty ? [] : products, next: null };
  if (action === "check") return { rows };
  if (action === "apply") return { taskId: "t1", count: 1 };
  return { path: "Menswear & Underwear > Men's Tops > T-shirts", columns };
}
