import { useSignal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import { useSubmission } from "../data/submission";
import { t } from "./product-texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import type { ProductModel } from "./product";

const CategoryPicker = later(() => import("../categories/category-picker"));

interface CategoryCardProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
}

/** The category of a product on both sides: its own, or that of its store category. */
export function CategoryCard({ product, model }: CategoryCardProps) {
  const { say } = useApp();
  const isPicking = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const choose = async (categoryId: string | null) => {
    const result = await model.chooseCategory(categoryId);
    if (!result.ok) return result;
    isPicking.value = false;
    say(t("categories.saved"));
    return result;
  };
  return (
    <Card title={t("products.col.channelCategory")} id="category">
      <CategoryFacts product={product} />
      <div class="row">
        <Button onClick={() => (isPicking.value = true)}>{t("action.category")}</Button>
        {product.categoryOverride && (
          <Button
            variant="quiet"
            isBusy={isBusy.value}
            onClick={() => void send(() => choose(null))}
          >
            {t("product.useInherited")}
          </Button>
        )}
      </div>
      <SubmitProblem of={refusal} />
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

function CategoryFacts({ product }: { product: ProductDetail }) {
  const { sourceCategory, channelCategory, categoryOverride } = product;
  return (
    <dl class="facts">
      <dt>{t("products.col.sourceCategory")}</dt>
      <dd>{sourceCategory ?? t("categories.none")}</dd>
      <dt>{t("products.col.channelCategory")}</dt>
      <dd>
        {channelCategory ?? t("categories.state.none")}
        {channelCategory && (
          <span class="soft small product-origin">
            {t(categoryOverride ? "product.categoryOwn" : "product.categoryInherited")}
          </span>
        )}
      </dd>
    </dl>
  );
}
