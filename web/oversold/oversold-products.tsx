import type { Oversold } from "../../src/contract/oversold";
import { useConnection } from "../connections/connection";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button, LinkButton } from "../ui/button";
import { Thumb } from "../ui/thumb";
import type { OversoldModel } from "./oversold";
import { t } from "./texts";

interface OversoldProductsProps extends Pick<Oversold, "products"> {
  model: InstanceType<typeof OversoldModel>;
}

type Product = Oversold["products"][number];

/** The products of cancelled orders: whoever says how each stands takes it off the list. */
export function OversoldProducts({ products, model }: OversoldProductsProps) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const check = async ({ channelProductId }: Product, isOutOfStock: boolean) => {
    let isTaken = false;
    const isSent = await send(async () => {
      const result = await model.check(channelProductId, isOutOfStock);
      isTaken = result.ok && result.value.taskId !== null;
      return result;
    });
    if (isSent) say(t(isTaken ? "oversold.taken" : "oversold.checked"));
  };
  return (
    <>
      <SubmitProblem of={refusal} />
      <ul class="oversold-list">
        {products.map((product) => (
          <li key={product.channelProductId}>
            <ProductName product={product} />
            <span class="row" role="group" aria-label={`${t("oversold.ask")} ${product.name}`}>
              <span aria-hidden="true">{t("oversold.ask")}</span>
              <Button isSmall isBusy={isBusy.value} onClick={() => void check(product, true)}>
                {t(canTakeDown(product) ? "oversold.yes" : "oversold.yesOff")}
              </Button>
              <Button
                isSmall
                variant="quiet"
                isBusy={isBusy.value}
                onClick={() => void check(product, false)}
              >
                {t("oversold.no")}
              </Button>
              {product.channelUrl && (
                <LinkButton
                  isSmall
                  icon="out"
                  isExternal
                  href={product.channelUrl}
                  label={t("oversold.of", { act: t("oversold.process"), name: product.name })}
                >
                  {t("oversold.process")}
                </LinkButton>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const OFF_SALE = ["draft", "paused", "removed", "blocked"];
const canTakeDown = ({ productId, status }: Product) =>
  productId !== null && status !== null && !OFF_SALE.includes(status);

function ProductName({ product }: { product: Product }) {
  const { base } = useConnection();
  const { productId, name, imageUrl, units, orders, stock } = product;
  return (
    <>
      <Thumb url={imageUrl} />
      {productId === null ? (
        <span>{name}</span>
      ) : (
        <a href={`${base}/products/${encodeURIComponent(productId)}`}>{name}</a>
      )}
      <span class="soft small">
        {t("oversold.lost", { units, orders })}
        {" · "}
        {stock === null ? t("oversold.unlinked") : t("oversold.stock", { stock })}
      </span>
    </>
  );
}
