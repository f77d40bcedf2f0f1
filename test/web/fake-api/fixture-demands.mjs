// What a category asks of its products, and the parties that a listing names.
import { names } from "./fixture-parts.mjs";

const valueId = (value) => `v-${value.toLowerCase()}`;

const attribute = (id, name, isRequired, values, extra = {}) => ({
  id,
  name,
  isRequired,
  isMultiple: false,
  isCustomizable: false,
  isSafety: false,
  values: values.map((value) => ({ id: valueId(value), name: value })),
  ...extra,
});

const demands = {
  attributes: [
    attribute("100", "Material", true, ["Cotton", "Wool", "Linen", "Silk"], {
      isMultiple: true,
      isCustomizable: true,
    }),
    attribute("101", "Season", false, ["Spring", "Summer", "Autumn", "Winter"]),
    attribute("102", "Care instructions", true, [], { isCustomizable: true }),
    attribute("103", "Contains batteries", true, ["No", "Yes"], { isSafety: true }),
    attribute("104", "Battery capacity (Wh)", false, [], {
      isCustomizable: true,
      isSafety: true,
      format: "positive_number",
      requiredWhen: [{ attributeId: "103", valueId: valueId("Yes") }],
    }),
  ],
  certifications: [
    {
      id: "1",
      name: "Declaration of conformity",
      isRequired: true,
      details: "The declaration of the maker, signed, with the name of the product.",
      needsExpiry: true,
    },
    {
      id: "2",
      name: "Battery transport report",
      isRequired: false,
      requiredWhen: [{ attributeId: "103", valueId: valueId("Yes") }],
    },
  ],
  sizeChart: "required",
  needsManufacturer: true,
  needsResponsiblePerson: true,
};

const category = {
  categoryId: "601226",
  categoryPath: "Menswear & Underwear > Men's Tops > T-shirts",
};

const cotton = { id: valueId("Cotton"), name: "Cotton" };

export const requirements = {
  ...category,
  ...demands,
  fields: [
    {
      field: "attribute:100",
      origin: "product",
      values: [cotton],
      inherited: { origin: "mapping", values: [{ id: valueId("Wool"), name: "Wool" }] },
    },
    {
      field: "attribute:103",
      origin: "category",
      values: [{ id: valueId("No"), name: "No" }],
      inherited: { origin: "category", values: [{ id: valueId("No"), name: "No" }] },
    },
    {
      field: "manufacturers",
      origin: "default",
      values: [{ id: "maker-1", name: "" }],
      inherited: { origin: "default", values: [{ id: "maker-1", name: "" }] },
    },
  ],
  missing: [],
};

const ofCategory = {
  ...category,
  ...demands,
  productCount: 42,
  news: {
    changedAt: Date.now() - 7_200_000,
    items: [
      { subject: "attribute", move: "asked", id: "100", name: "Material" },
      { subject: "size_chart", move: "asked", id: "", name: "" },
    ],
    reason: "rules.601226",
    stopped: 12,
  },
  details: {
    brand: { id: "b1", name: "Graphic Corner" },
    attributes: { 103: [{ id: valueId("No"), name: "No" }] },
    certificates: {
      1: {
        files: [{ kind: "pdf", id: "f1", name: "declaration.pdf" }],
        expiresAt: Date.UTC(2027, 4, 31),
      },
    },
  },
  mappings: [
    {
      field: "attribute:100",
      source: { kind: "feature", name: "Composition", values: { Wolle: { id: valueId("Wool") } } },
    },
  ],
};

const preview = {
  texts: [
    { text: "Cotton", count: 21, proposal: { ...cotton, match: "equal" } },
    {
      text: "100% wool",
      count: 4,
      proposal: { id: valueId("Wool"), name: "Wool", match: "similar" },
    },
    { text: "Ramie", count: 1, proposal: null },
  ],
  samples: names.slice(0, 3).map((name, index) => ({
    productId: String(index + 1),
    name,
    texts: ["Cotton"],
    values: ["Cotton"],
  })),
};

export const texts = {
  lines: [
    { place: "feature", label: "Composition", text: "100% cotton" },
    { place: "title", text: "Soft cotton shirt" },
    { place: "description", text: "Our favourite for long summer evenings." },
  ],
  open: ["100", "101"],
};

const storeTexts = {
  products: names
    .slice(0, 3)
    .map((name, index) => ({ productId: String(index + 1), name, ...texts })),
  next: "more",
};

const maker = {
  id: "maker-1",
  name: "Graphic Corner GmbH",
  email: "safety@corner.example",
  address: "Hafenweg 7, 20457 Hamburg",
  phone: "+49 4015550142",
};
const person = { ...maker, id: "person-1", name: "Anna Berg" };

/** Undefined: the call is about something else. */
export function answerOfDemands([part, key, more], method) {
  if (part === "channel-categories" && more === "field-preview") return preview;
  if (part === "channel-categories" && more === "mapping-sources")
    return { features: ["Composition", "Property"], options: ["Colour", "Size"] };
  if (part === "channel-categories" && more === "stock-rule")
    return {
      own: { units: null, percent: 20, maximum: null },
      ofAll: { units: 1, percent: 10, maximum: 50 },
      productCount: 42,
    };
  if (part === "channel-categories" && more === "store-texts") return storeTexts;
  if (part === "channel-categories" && more === "proposals") return { written: ["1", "2", "3"] };
  if (part === "channel-categories" && key) return ofCategory;
  if (part === "certificate-files") return { kind: "pdf", id: "f2", name: "report.pdf" };
  if (part === "size-charts") return { uri: "tos/chart" };
  if (part === "parties") return { manufacturers: [maker], responsiblePersons: [person] };
  if (part === "manufacturers" && method === "POST") return maker;
  if (part === "responsible-persons" && method === "POST") return person;
  return undefined;
}
