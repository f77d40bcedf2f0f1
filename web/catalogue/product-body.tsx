import type { ProductDetail } from "../../src/contract/catalogue";
import { useConnection } from "../connections/connection";
import { t, tValue } from "./product-texts";
import { syncTone } from "../shell/tones";
import { later } from "../shell/later";
import { useHashScroll } from "../shell/use-hash-scroll";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import { Card } from "../ui/page";
import { Skeleton } from "../ui/states";
import { CategoryCard } from "./category-card";
import { ChannelLink } from "./channel-link";
import type { ProductModel } from "./product";
import { listingStatusOf } from "./listing-status";
import { ProductGallery } from "./product-gallery";
import { SyncStatus } from "./sync-status";
import { VariantTable } from "./variant-table";
import "./product-page.css";

const DetailsForm = later(() => import("../listings/details-form"), <Skeleton lines={6} />);
const Differences = later(() => import("./differences-card"));
const MappedCard = later(() => import("./mapped-card"));
const parts = () => import("./product-later");
const Corrections = later(async () => ({ default: (await parts()).Corrections }));
const DeletedVariants = later(async () => ({ default: (await parts()).DeletedVariants }));
const ProductRuleCards = later(async () => ({ default: (await parts()).ProductRuleCards }));

interface ProductBodyProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
  onStarted: (taskId: string) => void;
}

export function ProductBody({ product, model, onStarted }: ProductBodyProps) {
  useHashScroll();
  return (
    <div class="product">
      <div class="stack">
        {product.isHidden && (
          <Notice tone="info" title={t("product.hiddenTitle")}>
            <p>{t("product.hiddenText")}</p>
          </Notice>
        )}
        {product.channelProductId !== null && (
          <Differences productId={product.id} renewOn={JSON.stringify(product)} />
        )}
        <ListingCard product={product} />
        {product.isMapped && <MappedCard model={model} />}
        <CategoryCard product={product} model={model} />
        <Card title={t("product.details")} id="details">
          <DetailsForm
            key={product.channelCategory ?? ""}
            product={product}
            model={model}
            onStarted={onStarted}
          />
        </Card>
        <ProductRuleCards key={product.channelProductId ?? ""} product={product} model={model} />
      </div>
      <div class="stack">
        <Card title={t("product.images")}>
          <ProductGallery images={product.images} />
        </Card>
        <DescriptionCard product={product} />
        {product.features.length > 0 && <FeaturesCard product={product} />}
      </div>
      {product.deletedVariants.length > 0 && <DeletedVariants variants={product.deletedVariants} />}
      <section class="product-variants stack-tight">
        <h2>{t("product.variants")}</h2>
        <VariantTable variants={product.variants} currency={product.currency} />
      </section>
      {product.corrections.length > 0 && <Corrections product={product} />}
    </div>
  );
}

function ListingCard({ product }: { product: ProductDetail }) {
  const { base } = useConnection();
  return (
    <Card title={t("product.listing")}>
      <dl class="facts">
        <dt>{t("products.col.sync")}</dt>
        <dd>
          <Badge tone={syncTone(product.syncState)}>{t(`sync.${product.syncState}`)}</Badge>
        </dd>
        <dt>{t("products.col.channelId")}</dt>
        <dd>
          <ChannelLink id={product.channelProductId} url={product.channelProductUrl} />
        </dd>
        <dt>{t("products.col.channelStatus")}</dt>
        <dd>{tValue("listing.status.", listingStatusOf(product)) || "–"}</dd>
      </dl>
      <h3>{t("products.syncStatus")}</h3>
      <SyncStatus row={product} base={base} />
    </Card>
  );
}

function DescriptionCard({ product }: { product: ProductDetail }) {
  return (
    <Card title={t("product.description")}>
      <p class="product-text">{plainText(product.descriptionHtml) || t("product.noDescription")}</p>
      {product.brand && (
        <p>
          <span class="soft">{t("product.brand")}:</span> {product.brand}
        </p>
      )}
    </Card>
  );
}

/** The store's HTML is shown as text: nothing of it may run or style this page. */
function plainText(html: string): string {
  const parsed = new DOMParser().parseFromString(
    html.replace(/<\/(p|li|h\d)>|<br\s*\/?>/gi, "$&\n"),
    "text/html",
  );
  return (parsed.body.textContent ?? "").replace(/\n{3,}/g, "\n\n").trim();
}

function FeaturesCard({ product }: { product: ProductDetail }) {
  return (
    <Card title={t("product.features")}>
      <dl class="facts">
        {product.features.map((feature) => [
          <dt key={`${feature.name}-name`}>{feature.name}</dt>,
          <dd key={`${feature.name}-value`}>{feature.value}</dd>,
        ])}
      </dl>
    </Card>
  );
}
