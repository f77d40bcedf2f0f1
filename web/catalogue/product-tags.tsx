import type { ProductRow } from "../../src/contract/catalogue";
import { t, tValue } from "./texts";
import "./product-tags.css";

/**
 * Red tags of what is missing, each leading to where it is filled in; grey ones of what is off, and
 * of a product that is not checked as it is now.
 */
export function ProductTags({ row, base }: { row: ProductRow; base: string }) {
  const product = `${base}/products/${encodeURIComponent(row.id)}`;
  const places: Record<string, string> = {
    category: `${product}#category`,
    weight: `${base}/settings#package`,
    dimension: `${base}/settings#package`,
    manufacturer: `${base}/settings#parties`,
    responsible_person: `${base}/settings#parties`,
    size_chart: `${product}#size-chart`,
  };
  /** The first field that is missing; the check names it by its id. */
  const fieldOf = (tag: string) => {
    const reason = row.missing.find(({ code }) => code.startsWith(`listing.${tag}_`));
    const [id] = [reason?.facts["ids"] ?? []].flat();
    return `${product}#${id ? `${tag}-${id}` : "details"}`;
  };
  const { check } = row;
  const isPlain = check === "done" && !row.isDeleted && row.isActive && !row.isHidden;
  if (row.tags.length === 0 && isPlain) return null;
  return (
    <span class="product-tags">
      {row.isDeleted && <span class="tag tag-plain">{t("products.deleted")}</span>}
      {!row.isDeleted && !row.isActive && (
        <span class="tag tag-plain">{t("products.inactive")}</span>
      )}
      {row.isHidden && <span class="tag tag-plain">{t("products.hidden")}</span>}
      {check !== "done" && <span class="tag tag-plain">{t(`products.check.${check}`)}</span>}
      {row.tags.map((tag) => {
        const label = tValue("tag.", tag);
        return (
          <a
            key={tag}
            class="tag"
            href={places[tag] ?? fieldOf(tag)}
            aria-label={t("tag.missing", { tag: label })}
          >
            {label}
          </a>
        );
      })}
    </span>
  );
}
