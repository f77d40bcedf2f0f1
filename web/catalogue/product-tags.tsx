import type { ProductRow } from "../../src/contract/catalogue";
import { t, tValue } from "./texts";
import "./product-tags.css";

/** Sections of the settings where tags are put right. */
const IN_SETTINGS: Readonly<Record<string, string>> = {
  weight: "package",
  dimension: "package",
  manufacturer: "parties",
  responsible_person: "parties",
};

/** Where on a product's page a tag is put right; the check names a field by its id. */
function fieldOf({ missing }: ProductRow, tag: string): string {
  if (tag === "category") return tag;
  if (tag === "size_chart") return "size-chart";
  const ids = missing.find(({ code }) => code.startsWith(`listing.${tag}_`))?.facts["ids"];
  return ids ? `${tag}-${[ids].flat()[0]}` : "details";
}

/**
 * Red tags of what is missing, each leading to where it is filled in; grey ones of what is off, and
 * of a product that is not checked as it is now.
 */
export function ProductTags({ row, base }: { row: ProductRow; base: string }) {
  const { check } = row;
  const isPlain =
    check === "done" && !row.hasChanges && !row.isDeleted && row.isActive && !row.isHidden;
  if (row.tags.length === 0 && isPlain) return null;
  return (
    <span class="product-tags">
      {row.isDeleted && <span class="tag tag-plain">{t("products.deleted")}</span>}
      {!row.isDeleted && !row.isActive && (
        <span class="tag tag-plain">{t("products.inactive")}</span>
      )}
      {row.isHidden && <span class="tag tag-plain">{t("products.hidden")}</span>}
      {row.hasChanges && <span class="tag tag-plain">{t("products.changesWait")}</span>}
      {check !== "done" && <span class="tag tag-plain">{t(`products.check.${check}`)}</span>}
      {row.tags.map((tag) => {
        const label = tValue("tag.", tag);
        const section = IN_SETTINGS[tag];
        return (
          <a
            key={tag}
            class="tag"
            href={
              section
                ? `${base}/settings#${section}`
                : `${base}/products/${encodeURIComponent(row.id)}#${fieldOf(row, tag)}`
            }
            aria-label={t("tag.missing", { tag: label })}
          >
            {label}
          </a>
        );
      })}
    </span>
  );
}
