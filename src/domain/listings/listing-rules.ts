/** What a channel's category asks of a listing. */

/** True once the product has the value `valueId` for the attribute `attributeId`. */
export interface RequirementCondition {
  attributeId: string;
  valueId: string;
}

export interface ListingAttribute {
  id: string;
  name: string;
  /** "sales" attributes tell variants apart and come from the variants' options. */
  kind: "sales" | "product";
  isRequired: boolean;
  isCustomizable: boolean;
  isMultiple: boolean;
  values: readonly { id: string; name: string }[];
  /**
   * Any one of these requires the attribute; while none holds it must be left empty. Absent: none.
   */
  requiredWhen?: readonly RequirementCondition[];
  /** What free text must be; absent: any text. */
  format?: "positive_number";
}

/** A kind of certificate that a category knows. */
export interface ListingCertification {
  id: string;
  name: string;
  isRequired: boolean;
  /** Any one of these requires the certificate besides `isRequired`. */
  requiredWhen?: readonly RequirementCondition[];
  /** What the document must show, as the channel puts it. */
  details?: string;
  /** A picture of such a document. */
  sampleUrl?: string;
  /** True: the certificate is sent with the date on which it expires. */
  needsExpiry?: boolean;
}

export interface ListingRules {
  certifications: readonly ListingCertification[];
  sizeChart: "none" | "optional" | "required";
  needsPackageDimensions: boolean;
  needsResponsiblePerson: boolean;
  needsManufacturer: boolean;
  /** The seller's number for extended producer responsibility; given in the channel's own pages. */
  needsProducerResponsibility?: boolean;
  /** Each SKU states the deposit on its packaging. */
  needsDeposit?: boolean;
}

/**
 * Counts the shapes in which rules and attributes were stored. Whoever changes what is read of a
 * category raises it: rows of another version are read again from the channel before use. Rows of
 * 0.2 have 0.
 */
export const RULES_SHAPE_VERSION = 2;

/** What a leaf asks for, as it is stored. */
export interface CategoryRules {
  rules: ListingRules;
  attributes: readonly ListingAttribute[];
}

export interface ListingCategory {
  id: string;
  path: string;
  isLeaf: boolean;
  permission: string;
}

export interface PackageSize {
  lengthMm: number;
  widthMm: number;
  heightMm: number;
}

export interface PackageMeasures extends PackageSize {
  weightGrams: number;
}
