import { fix as fixTexts } from "../../src/i18n/en/ui/fix";
import type { FixPlace } from "../../src/i18n/fix-places";
import { speaking } from "../i18n/speaking";
import { LinkButton } from "../ui/button";

const { t } = speaking({ fix: fixTexts });

interface FixTarget {
  base: string;
  productId?: string | undefined;
  /** The field of the product's page; absent: the card. */
  field?: string | undefined;
}

/** Where a fix is done. Product fixes lead to the product when it is known. */
export function fixHref(fix: FixPlace, { base, productId, field = "details" }: FixTarget): string {
  const product = productId ? `${base}/products/${encodeURIComponent(productId)}` : "";
  const places: Record<FixPlace, string> = {
    category: product ? `${product}#category` : `${base}/categories`,
    details: product ? `${product}#${field}` : `${base}/products?tab=sync_failed`,
    package: `${base}/settings#package`,
    parties: `${base}/settings#parties`,
    orderSettings: `${base}/settings#orders`,
    reading: `${base}/settings#reading`,
    carriers: `${base}/settings#carriers`,
    warehouse: `${base}/settings#channel`,
    store: `${base}/settings#store`,
    authorize: `${base}/settings#channel`,
    module: `${base}/settings#webhook`,
    connection: `${base}/settings#connection`,
    orders: `${base}/orders?tab=unsynced`,
    traffic: `${base}/settings#traffic`,
    products: `${base}/products`,
    mapping: `${base}/map`,
  };
  return places[fix];
}

interface FixLinkProps extends FixTarget {
  fix: FixPlace;
  variant?: "primary" | "secondary";
}

export function FixLink({ fix, variant = "secondary", ...target }: FixLinkProps) {
  return (
    <LinkButton isSmall variant={variant} href={fixHref(fix, target)}>
      {t(`fix.${fix}`)}
    </LinkButton>
  );
}
