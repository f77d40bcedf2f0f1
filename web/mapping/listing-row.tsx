import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { UnmappedListing } from "../../src/contract/mapping";
import { useConnection } from "../connections/connection";
import { later } from "../shell/later";
import { Badge, type Tone } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Skeleton } from "../ui/states";
import { Thumb } from "../ui/thumb";
import type { MappingModel } from "./mapping";
import { t, tValue } from "./texts";

const PairEditor = later(() => import("./pair-editor"), <Skeleton lines={3} />);

interface ListingRowProps {
  row: UnmappedListing;
  model: InstanceType<typeof MappingModel>;
  onHide: () => void;
}

const titleOf = ({ title }: UnmappedListing) => title || t("mapping.untitled");

/** A listing beside the product that it is, and below them which SKU is which variant. */
export function ListingRow({ row, model, onHide }: ListingRowProps) {
  const isOpen = useSignal(false);
  const editorId = useId();
  const title = titleOf(row);
  return (
    <li class="card">
      <div class="mapping-row">
        <input
          type="checkbox"
          aria-label={t("mapping.select", { title })}
          checked={model.chosen.value.includes(row)}
          onChange={() => model.toggle(row.channelProductId)}
        />
        <div class="mapping-pair">
          <ListingSide row={row} />
          <Icon name="chevron" />
          <ProductSide row={row} />
        </div>
      </div>
      <div class="row">
        <button
          type="button"
          class="button button-quiet button-small"
          aria-label={t("mapping.openSkusOf", { title })}
          aria-expanded={isOpen.value}
          aria-controls={isOpen.value ? editorId : undefined}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          <Icon name={isOpen.value ? "down" : "chevron"} />
          {t("mapping.openSkus")}
        </button>
        <Button
          isSmall
          variant="quiet"
          label={t(row.isHidden ? "mapping.showOne" : "mapping.hideOne", { title })}
          onClick={onHide}
        >
          {t(row.isHidden ? "mapping.show" : "mapping.hide")}
        </Button>
      </div>
      {isOpen.value && (
        <div class="stack" id={editorId}>
          <PairEditor row={row} model={model} />
        </div>
      )}
    </li>
  );
}

const STATUS_TONES: Readonly<Record<string, Tone>> = {
  live: "good",
  in_review: "info",
  rejected: "bad",
  blocked: "bad",
};
const SHOWN_SKUS = 2;

function ListingSide({ row }: { row: UnmappedListing }) {
  const { channelProductId, channelProductUrl, status } = row;
  return (
    <div class="stack-tight">
      <p class="soft small">{t("mapping.channel")}</p>
      <h2 class="minor-heading">{titleOf(row)}</h2>
      <p class="row">
        <Badge tone={STATUS_TONES[status] ?? "plain"}>{tValue("listing.status.", status)}</Badge>
        {row.isHidden && <Badge tone="plain">{t("mapping.tab.hidden")}</Badge>}
        {channelProductUrl ? (
          <a
            class="small"
            href={channelProductUrl}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${t("mapping.openListing", { id: channelProductId })} (${t("common.openInNew")})`}
          >
            {channelProductId}
          </a>
        ) : (
          <span class="small">{channelProductId}</span>
        )}
      </p>
      <p class="soft small">{t("mapping.skus", { skus: skusOf(row) })}</p>
    </div>
  );
}

function skusOf({ skus }: UnmappedListing): string {
  const names = skus.map(({ sellerSku }) => sellerSku || t("mapping.noSku"));
  const shown = names.slice(0, SHOWN_SKUS).join(", ");
  const count = names.length - SHOWN_SKUS;
  return count > 0 ? t("mapping.moreSkus", { skus: shown, count }) : shown;
}

function ProductSide({ row }: { row: UnmappedListing }) {
  const { base } = useConnection();
  const { product, matchedBy, pairs, skus } = row;
  if (!product)
    return (
      <div class="stack-tight">
        <p class="soft small">{t("mapping.store")}</p>
        <strong>{t("mapping.noProduct")}</strong>
        <p class="soft small">{t("mapping.noProductText")}</p>
      </div>
    );
  const isPartial = pairs.length < skus.length;
  return (
    <div class="mapping-row">
      <Thumb url={product.imageUrl} />
      <div class="stack-tight">
        <p class="soft small">{t("mapping.store")}</p>
        <a href={`${base}/products/${encodeURIComponent(product.id)}`}>{product.name}</a>
        <p class="row">
          {matchedBy && <span class="soft small">{t(`mapping.by.${matchedBy}`)}</span>}
          <Badge tone={isPartial ? "warn" : "plain"}>
            {t("mapping.paired", { paired: pairs.length, skus: skus.length })}
          </Badge>
        </p>
      </div>
    </div>
  );
}
