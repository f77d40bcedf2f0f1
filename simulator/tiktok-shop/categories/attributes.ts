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
  when?: Condition;
}

const ANYWHERE = ["*"];
const COLOURS = "Black, White, Grey, Red, Blue, Green, Yellow, Pink, Purple, Brown, Beige, Orange";

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
    name: "Contains batteries",
    values: "No, Yes",
    closed: true,
    within: ["Phones & Electronics", "Lighting"],
    required: ["Phones & Electronics"],
  },
  {
    id: 101611,
    name: "Battery type",
    values: "Lithium-ion, Alkaline, Button cell",
    closed: true,
    within: ["Phones & Electronics", "Lighting"],
    when: { attributeId: "101610", valueId: "10161002" },
  },
];

const covers = (names: readonly string[], category: Category) =>
  names.includes("*") || names.some((name) => category.path.includes(name));

/** A value's id follows from its attribute's id and its place. */
const valuesOf = (template: Template): AttributeValue[] =>
  template.values === ""
    ? []
    : template.values.split(", ").map((name, index) => ({
        id: `${template.id}${String(index + 1).padStart(2, "0")}`,
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
    conditions: template.when ? [template.when] : [],
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
      conditions: [{ attributeId: "101610", valueId: "10161002" }],
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
