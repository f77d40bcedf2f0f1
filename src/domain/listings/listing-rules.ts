/** What a channel's category asks of a listing. */

export interface ListingAttribute {
  id: string;
  name: string;
  /** "sales" attributes tell variants apart and come from the variants' options. */
  kind: "sales" | "product";
  isRequired: boolean;
  isCustomizable: boolean;
  isMultiple: boolean;
  values: readonly { id: string; name: string }[];
}

export interface ListingRules {
  certifications: readonly { id: string; name: string; isRequired: boolean }[];
  sizeChart: "none" | "optional" | "required";
  needsPackageDimensions: boolean;
  needsResponsiblePerson: boolean;
  needsManufacturer: boolean;
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
