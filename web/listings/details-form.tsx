import type { ProductDetail } from "../../src/contract/catalogue";
import type { ProductModel } from "../catalogue/product";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { withQuery } from "../data/with-query";
import { useResource } from "../data/use-resource";
import { useApp } from "../shell/app";
import { DemandsForm } from "./demands-form";
import { t } from "./texts";

interface DetailsFormProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
  onStarted: (taskId: string) => void;
}

/** What TikTok Shop asks of one product in its category, with where each value comes from. */
export default function DetailsForm({ product, model, onStarted }: DetailsFormProps) {
  const { id, base } = useConnection();
  const { client } = useApp();
  const rules = useResource(model.requirements, [model]);
  // Beside the form, which does not wait for it.
  const texts = useResource(
    () =>
      client.call("GET /api/connections/:id/products/:productId/store-texts", {
        params: { id, productId: product.id },
      }),
    [model],
  );
  const push = async () => {
    const pushed = await model.start("push");
    if (pushed.ok) onStarted(pushed.value.taskId);
    return pushed;
  };
  return (
    <Loaded
      resource={rules}
      isEmpty={(value) => value.categoryId === null}
      empty={<p class="soft">{t("details.needCategory")}</p>}
    >
      {(value) => (
        <>
          <p class="soft">{t(value.attributes.length === 0 ? "details.none" : "details.text")}</p>
          <p class="small">
            <a href={withQuery(`${base}/categories`, { of: value.categoryId ?? "" })}>
              {t("details.openCategory")}
            </a>
          </p>
          <DemandsForm
            demands={value}
            level={{
              kind: "product",
              id: product.id,
              categoryId: value.categoryId ?? "",
              details: product.details,
              inheritedOf: (field) => {
                const known = value.fields.find((one) => one.field === field);
                return known?.origin === "product" ? known.inherited : (known ?? null);
              },
              texts: texts.value.value,
              save: async (patch) => {
                const saved = await model.saveDetails(patch);
                if (saved.ok) await rules.reload();
                return saved;
              },
            }}
            storeBrand={product.brand}
            andThen={{ label: t("details.saveAndPush"), act: push }}
          />
        </>
      )}
    </Loaded>
  );
}
