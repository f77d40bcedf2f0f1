import type { ProductDetail, ProductRow } from "../../src/contract/catalogue";
import type { Result } from "../api/client";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useResource } from "../data/use-resource";
import { ChannelLink } from "./channel-link";
import { t, tValue } from "./status-texts";
import { Skeleton } from "../ui/states";
import { SyncStatus } from "./sync-status";
import { VariantTable } from "./variant-table";
import "./product-expansion.css";

interface ProductExpansionProps {
  row: ProductRow;
  load: () => Promise<Result<ProductDetail>>;
}

/** Below an expanded row: the sync status in words, and the variants. */
export default function ProductExpansion({ row, load }: ProductExpansionProps) {
  const { base } = useConnection();
  const detail = useResource(load, [row.id], [row.updatedAt]);
  return (
    <div class="expansion">
      <section class="stack-tight">
        <h2 class="minor-heading">{t("products.syncStatus")}</h2>
        <SyncStatus row={row} base={base} />
        <dl class="facts expansion-facts">
          <dt>{t("products.col.sourceCategory")}</dt>
          <dd>{row.sourceCategory ?? "–"}</dd>
          <dt>{t("products.col.channelCategory")}</dt>
          <dd>{row.channelCategory ?? "–"}</dd>
          <dt>{t("products.col.listing")}</dt>
          <dd>
            {row.channelProductId && row.listingStatus
              ? tValue("listing.status.", row.listingStatus)
              : "–"}{" "}
            <ChannelLink id={row.channelProductId} url={row.channelProductUrl} />
          </dd>
        </dl>
      </section>
      <section class="stack-tight">
        <h2 class="minor-heading">{t("product.variants")}</h2>
        <Loaded resource={detail} skeleton={<Skeleton lines={2} />}>
          {(value) => <VariantTable variants={value.variants} currency={value.currency} />}
        </Loaded>
      </section>
    </div>
  );
}
