import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { ProductDetail } from "../../src/contract/api";
import { CategoryPicker } from "../categories/category-picker";
import { ChannelLink } from "./channel-link";
import { DetailsForm } from "../listings/details-form";
import { useSubmission } from "../data/submission";
import { ProductActions } from "./product-actions";
import { SyncStatus } from "./product-expansion";
import { ProductGallery } from "./product-gallery";
import { ProductTags } from "./product-tags";
import { ProblemNotice } from "../problems/problem-notice";
import { TaskWatch } from "../tasks/task-watch";
import { syncTone } from "../shell/tones";
import { useHashScroll } from "../shell/use-hash-scroll";
import { VariantTable } from "./variant-table";
import { t, tValue } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { createResource, type Resource } from "../data/resource";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Skeleton } from "../ui/states";
import "./product-page.css";

/** Everything about one product: what the store says, what TikTok says, what is still needed. */
export default function Product({ params }: { params: { productId: string } }) {
  return <ProductOf key={params.productId} productId={params.productId} />;
}

function ProductOf({ productId }: { productId: string }) {
  const { client } = useApp();
  const { id, base } = useConnection();
  const product = useMemo(
    () =>
      createResource(() =>
        client.call("GET /api/connections/:id/products/:productId", { params: { id, productId } }),
      ),
    [client, id, productId],
  );
  const watched = useSignal<string | null>(null);
  useEffect(() => void product.reload(), [product]);
  const detail = product.value.value;
  const onStarted = (taskId: string) => {
    watched.value = taskId;
  };
  return (
    <>
      <PageHead
        title={detail?.name ?? t("nav.products")}
        crumb={{ label: t("nav.products"), href: `${base}/products` }}
        subtitle={detail && <ProductTags row={detail} base={base} />}
        actions={detail && <ProductActions product={detail} onStarted={onStarted} />}
      />
      {watched.value && (
        <TaskWatch
          key={watched.value}
          taskId={watched.value}
          onProgress={() => void product.reload()}
          onDismiss={() => (watched.value = null)}
        />
      )}
      <Loaded resource={product} skeleton={<Skeleton lines={10} />}>
        {(value) => <ProductBody product={value} resource={product} onStarted={onStarted} />}
      </Loaded>
    </>
  );
}

interface ProductBodyProps {
  product: ProductDetail;
  resource: Resource<ProductDetail>;
  onStarted: (taskId: string) => void;
}

function ProductBody({ product, resource, onStarted }: ProductBodyProps) {
  const { base } = useConnection();
  useHashScroll();
  return (
    <div class="product">
      <div class="stack">
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
            <dd>
              {product.listingStatus ? tValue("listing.status.", product.listingStatus) : "–"}
            </dd>
          </dl>
          <h3>{t("products.syncStatus")}</h3>
          <SyncStatus row={product} base={base} />
        </Card>
        <CategoryCard product={product} resource={resource} />
        <Card title={t("product.details")} id="details">
          <DetailsForm
            key={product.channelCategory ?? ""}
            product={product}
            onSaved={resource.put}
            onStarted={onStarted}
          />
        </Card>
      </div>
      <div class="stack">
        <Card title={t("product.images")}>
          <ProductGallery images={product.images} />
        </Card>
        <Card title={t("product.description")}>
          <p class="product-text">
            {plainText(product.descriptionHtml) || t("product.noDescription")}
          </p>
          {product.brand && (
            <p>
              <span class="soft">{t("product.brand")}:</span> {product.brand}
            </p>
          )}
        </Card>
        {product.features.length > 0 && (
          <Card title={t("product.features")}>
            <dl class="facts">
              {product.features.map((feature) => [
                <dt key={`${feature.name}-name`}>{feature.name}</dt>,
                <dd key={`${feature.name}-value`}>{feature.value}</dd>,
              ])}
            </dl>
          </Card>
        )}
      </div>
      <section class="product-variants stack-tight">
        <h2>{t("product.variants")}</h2>
        <VariantTable variants={product.variants} currency={product.currency} />
      </section>
    </div>
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

function CategoryCard({ product, resource }: Omit<ProductBodyProps, "onStarted">) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const isPicking = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const choose = async (categoryId: string | null) => {
    const params = { id, productId: product.id };
    const result = await client.call("PUT /api/connections/:id/products/:productId/category", {
      params,
      body: { categoryId },
    });
    if (!result.ok) return result;
    resource.put(result.value);
    isPicking.value = false;
    say(t("categories.saved"));
    return result;
  };
  const override = product.categoryOverride;
  return (
    <Card title={t("products.col.channelCategory")} id="category">
      <dl class="facts">
        <dt>{t("products.col.sourceCategory")}</dt>
        <dd>{product.sourceCategory ?? t("categories.none")}</dd>
        <dt>{t("products.col.channelCategory")}</dt>
        <dd>
          {product.channelCategory ?? t("categories.state.none")}
          {product.channelCategory && (
            <span class="soft small product-origin">
              {t(override ? "product.categoryOwn" : "product.categoryInherited")}
            </span>
          )}
        </dd>
      </dl>
      <div class="row">
        <Button onClick={() => (isPicking.value = true)}>{t("action.category")}</Button>
        {override && (
          <Button
            variant="quiet"
            isBusy={isBusy.value}
            onClick={() => void send(() => choose(null))}
          >
            {t("product.useInherited")}
          </Button>
        )}
      </div>
      <ProblemNotice reason={refusal.value} />
      {isPicking.value && (
        <CategoryPicker
          subject={product.name}
          isListed={product.channelProductId !== null}
          onChoose={choose}
          onClose={() => (isPicking.value = false)}
        />
      )}
    </Card>
  );
}
