// The attributes and listing rules of a leaf category. A few tables and the names above the leaf
// determine them. It knows no product.
import type { Market } from "../markets/market";
import type { Category } from "./tree";

export interface AttributeValue {
  id: string;
  name: string;
}

/** A condition under which an attribute or a certificate is demanded. */
export interface Condition {
  attributeId: string;
  valueId: string;
}

export interface Attribute {
  id: string;
  name: string;
  type: "SALES_PROPERTY" | "PRODUCT_PROPERTY";
  isRequired: boolean;
  isCustomizable: boolean;
  isMultiple: boolean;
  isNumber: boolean;
  values: readonly AttributeValue[];
  conditions: readonly Condition[];
}

interface Template {
  id: number;
  name: string;
  values: string;
  sales?: boolean;
  number?: boolean;
  multiple?: boolean;
  closed?: boolean;
  /** Names of departments, groups or leaves that have it. */
  within: readonly string[];
  /** Names below which it is required. */
  required?: readonly string[];
  /** Any one of these requires it; while none holds it must be left empty. */
  when?: readonly Condition[];
  /** Ids of the values where they are no continuation of the attribute's own. */
  valueIds?: readonly number[];
}

const ANYWHERE = ["*"];
const COLOURS = "Black, White, Grey, Red, Blue, Green, Yellow, Pink, Purple, Brown, Beige, Orange";

const anyOf = (attributeId: string, valueIds: readonly string[]): Condition[] =>
  valueIds.map((valueId) => ({ attributeId, valueId }));

const TEMPLATES: readonly Template[] = [
  { id: 100000, name: "Color", values: COLOURS, sales: true, within: ANYWHERE },
  {
    id: 100007,
    name: "Size",
    values: "XS, S, M, L, XL, XXL, One size",
    sales: true,
    within: ["Fashion", "Sports & Outdoor", "Luggage & Bags"],
  },
  {
    id: 100089,
    name: "Specification",
    values: "Single, Pack of 2, Pack of 4, Set",
    sales: true,
    within: ANYWHERE,
  },
  {
    id: 100392,
    name: "Occasion",
    values: "Birthday, Wedding, Everyday, Christmas, Party",
    multiple: true,
    within: ANYWHERE,
  },
  {
    id: 100398,
    name: "Materials",
    values: "Cotton, Polyester, Wool, Leather, Ceramic, Glass, Wood, Paper, Metal, Plastic, Silk",
    multiple: true,
    within: ["Fashion", "Home Supplies", "Luggage & Bags", "Office & Stationery"],
    required: ["Shoes", "Bags", "Small Leather Goods"],
  },
  {
    id: 100401,
    name: "Pattern",
    values: "Plain, Striped, Floral, Graphic, Checked",
    within: ["Fashion", "Soft Furnishings", "Bedding"],
  },
  {
    id: 100347,
    name: "Season",
    values: "Spring, Summer, Autumn, Winter, All seasons",
    closed: true,
    within: ["Fashion"],
  },
  {
    id: 100403,
    name: "Care instructions",
    values: "",
    within: ["Fashion", "Bedding", "Soft Furnishings"],
  },
  {
    id: 100410,
    name: "Volume (ml)",
    values: "",
    number: true,
    within: ["Drinkware", "Beauty & Personal Care"],
    required: ["Fragrance"],
  },
  {
    id: 100411,
    name: "Shelf life (months)",
    values: "",
    number: true,
    within: ["Beauty & Personal Care", "Food & Beverages"],
    required: ["Skincare"],
  },
  {
    id: 100420,
    name: "Recommended age",
    values: "0-3 years, 3+ years, 6+ years, 12+ years, Adults",
    closed: true,
    within: ["Toys & Hobbies"],
    required: ["Toys & Hobbies"],
  },
  {
    id: 101610,
    name: "Contains Batteries or Cells?",
    values: "Batteries, Cells, None, Not Sure",
    valueIds: [1024358, 1024359, 1000325, 1024360],
    closed: true,
    within: ["Phones & Electronics", "Lighting"],
    required: ["Phones & Electronics"],
  },
  {
    id: 100216,
    name: "Battery Type",
    values: "Lithium Ion, Lithium Metal, Lead/Cadmium/Mercury, Alkaline, Other",
    valueIds: [1024361, 1023433, 1024362, 1024363, 1020869],
    closed: true,
    within: ["Phones & Electronics", "Lighting"],
    when: anyOf("101610", ["1024358", "1024359"]),
  },
  {
    id: 101611,
    name: "How Batteries Are Packed",
    values: "Built-In, Packed Separately, Batteries Only",
    valueIds: [1024364, 1024365, 1024366],
    closed: true,
    within: ["Phones & Electronics", "Lighting"],
    when: anyOf("100216", ["1024361", "1023433"]),
  },
  {
    id: 101623,
    name: "Number of Batteries or Cells",
    values: "",
    number: true,
    within: ["Phones & Electronics", "Lighting"],
    when: anyOf("101611", ["1024364", "1024365", "1024366"]),
  },
  {
    id: 101574,
    name: "Flammable Liquid",
    values: "Yes, No, Not Sure",
    valueIds: [1000058, 1000059, 1024360],
    closed: true,
    within: ["Beauty & Personal Care"],
    required: ["Fragrance"],
  },
  {
    id: 101626,
    name: "Volume of Flammable Liquid (ml)",
    values: "",
    number: true,
    within: ["Beauty & Personal Care"],
    when: anyOf("101574", ["1000058"]),
  },
];

const covers = (names: readonly string[], category: Category) =>
  names.includes("*") || names.some((name) => category.path.includes(name));

/** A value's id follows from its attribute's id and its place, where it has none of its own. */
const valuesOf = ({ id, values, valueIds }: Template): AttributeValue[] =>
  values === ""
    ? []
    : values.split(", ").map((name, index) => ({
        id: String(valueIds?.[index] ?? `${id}${String(index + 1).padStart(2, "0")}`),
        name,
      }));

/** The attributes of a leaf category. */
export function attributesOf(category: Category): Attribute[] {
  return TEMPLATES.filter((template) => covers(template.within, category)).map((template) => ({
    id: String(template.id),
    name: template.name,
    type: template.sales ? "SALES_PROPERTY" : "PRODUCT_PROPERTY",
    isRequired: covers(template.required ?? [], category),
    isCustomizable: !template.closed,
    isMultiple: template.multiple ?? false,
    isNumber: template.number ?? false,
    values: valuesOf(template),
    conditions: template.when ?? [],
  }));
}

export interface Certification {
  id: string;
  name: string;
  isRequired: boolean;
  expiryRequired: boolean;
  conditions: readonly Condition[];
}

/** What a leaf category demands of a listing besides attributes. */
export interface CategoryRules {
  certifications: readonly Certification[];
  sizeChart: "none" | "supported" | "required";
  dimensionsRequired: boolean;
  partiesRequired: boolean;
}

const CERTIFICATES: readonly (Omit<Certification, "isRequired"> & { within: readonly string[] })[] =
  [
    {
      id: "602362",
      name: "Declaration of conformity",
      within: ["Power", "Small Appliances"],
      expiryRequired: false,
      conditions: [],
    },
    {
      id: "602364",
      name: "Toy safety test report",
      within: ["Soft Toys", "Pretend Play"],
      expiryRequired: true,
      conditions: [],
    },
    {
      id: "602366",
      name: "Food business licence",
      within: ["Food & Beverages"],
      expiryRequired: true,
      conditions: [],
    },
    {
      id: "602368",
      name: "Battery transport report",
      within: ["Audio", "Wearables"],
      expiryRequired: false,
      conditions: anyOf("100216", ["1024361", "1023433"]),
    },
    {
      id: "602370",
      name: "Safety data sheet",
      within: ["Beauty & Personal Care"],
      expiryRequired: false,
      conditions: anyOf("101574", ["1000058"]),
    },
  ];

const SIZE_CHART_REQUIRED = ["Swimwear", "Shoes", "Occasion Wear"];

/** The listing rules of a leaf category in a market. */
export function rulesOf(category: Category, market: Market): CategoryRules {
  const certifications = CERTIFICATES.filter(({ within }) => covers(within, category)).map(
    ({ within: _within, ...certificate }) => ({
      ...certificate,
      isRequired: certificate.conditions.length === 0,
    }),
  );
  const wearable = covers(["Fashion"], category);
  const sized = covers(SIZE_CHART_REQUIRED, category);
  return {
    certifications,
    sizeChart: sized ? "required" : wearable ? "supported" : "none",
    dimensionsRequired: true,
    partiesRequired: market.productSafety,
  };
}
