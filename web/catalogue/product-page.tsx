/** Everything about one product: what the store says, what TikTok says, what is still needed. */
import { useModel } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useLive } from "../data/live";
import { t } from "./product-texts";
import { useApp } from "../shell/app";
import { useTaskWatch, WatchedTask } from "../tasks/use-task-watch";
import { PageHead } from "../ui/page";
import { Skeleton } from "../ui/states";
import { ProductModel } from "./product";
import { ProductActions } from "./product-actions";
import { ProductBody } from "./product-body";
import { ProductTags } from "./product-tags";

export default function Product({ params }: { params: { productId: string } }) {
  return <ProductOf key={params.productId} productId={params.productId} />;
}

function ProductOf({ productId }: { productId: string }) {
  const { client } = useApp();
  const { id } = useConnection();
  const model = useModel(() => new ProductModel(client, id, productId));
  const watching = useTaskWatch();
  useLayoutEffect(() => void model.detail.reload(), [model]);
  useLive(["products"], model.detail.reload);
  return (
    <>
      <ProductHead model={model} onStarted={watching.watch} />
      <WatchedTask watching={watching} onProgress={() => void model.detail.reload()} />
      <Loaded resource={model.detail} skeleton={<Skeleton lines={10} />}>
        {(product) => <ProductBody product={product} model={model} onStarted={watching.watch} />}
      </Loaded>
    </>
  );
}

interface ProductHeadProps {
  model: InstanceType<typeof ProductModel>;
  onStarted: (taskId: string) => void;
}

function ProductHead({ model, onStarted }: ProductHeadProps) {
  const { base } = useConnection();
  const product = model.detail.value.value;
  return (
    <PageHead
      title={product?.name ?? t("product.one")}
      crumb={{ label: t("nav.products"), href: `${base}/products` }}
      subtitle={product && <ProductTags row={product} base={base} />}
      actions={product && <ProductActions product={product} model={model} onStarted={onStarted} />}
    />
  );
}
