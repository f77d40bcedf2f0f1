import type { Reason } from "../../src/contract/common";

const PARTS: Readonly<Record<string, string>> = {
  "listing.size_chart_missing": "size-chart",
  "tiktok.size_chart": "size-chart",
  "tiktok.brand": "brand",
  "tiktok.certificate": "certificates",
  "tiktok.certificate_missing": "certificates",
};

/** The field of a product's page where a problem is put right, as the page names it, or its card. Pure. */
export function problemField({ code, facts }: Reason): string {
  const [, part] = /^listing[.](attribute|certificate)_/.exec(code) ?? [];
  const [id] = [facts["ids"] ?? []].flat();
  return part && id ? `${part}-${String(id)}` : (PARTS[code] ?? "details");
}
