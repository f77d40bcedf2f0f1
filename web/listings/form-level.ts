/** The level at which a form fills in details: one product, or all of a category. */
import type { DetailsPatch, ListingDetails } from "../../src/contract/catalogue";
import type { CertificateDemand } from "../../src/contract/demands";
import type { ProductRequirements } from "../../src/contract/listings";
import type { StoreTexts } from "../../src/contract/proposals";
import { proofFault, startOfDay } from "../../src/domain/listings/asked-fields";
import type { Result } from "../api/client";
import { t } from "./texts";

export type Inherited = ProductRequirements["fields"][number]["inherited"];

export interface FormLevel {
  kind: "product" | "category";
  /** Of the product or the category. */
  id: string;
  categoryId: string;
  /** What is set at this level. */
  details: ListingDetails;
  /** What a field would be without this level's own; null: nothing, or not known here. */
  inheritedOf: (field: string) => Inherited;
  /** What the store says, to fill empty attributes from; null: nothing, or not known here. */
  texts: StoreTexts | null;
  save: (patch: DetailsPatch) => Promise<Result<unknown>>;
}

/** What a field would be, as people read it. */
export function valuesText(field: string, { values }: NonNullable<Inherited>): string {
  if (field.startsWith("certificate:")) return t("details.files", { count: values.length });
  const names = values.map(({ name }) => name).filter(Boolean);
  return names.join(", ") || t("details.set");
}

/** What is wrong with a proof now. */
export function faultText(
  kind: Pick<CertificateDemand, "needsExpiry">,
  proof: { files: readonly object[]; expiresAt?: number | undefined } | undefined,
): string | undefined {
  if (!proof) return undefined;
  const { expiresAt } = proof;
  const given = { files: [], ...(expiresAt === undefined ? {} : { expiresAt }) };
  const dated = kind.needsExpiry ? { needsExpiry: true } : {};
  const fault = proofFault(dated, given, startOfDay(Date.now()));
  return fault && t(`details.${fault}`);
}

/** "2027-05-31" of a day in UTC; "" of none. */
export const toDay = (at: number | undefined) =>
  at === undefined ? "" : new Date(at).toISOString().slice(0, 10);

/** The beginning of that day; undefined where none is chosen. */
export function fromDay(day: string): number | undefined {
  const at = Date.parse(day);
  return Number.isNaN(at) ? undefined : at;
}
