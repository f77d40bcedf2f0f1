import type { ProductDetail } from "../../src/contract/catalogue";
import { ProductRulesCard } from "../rules/product-rules-card";
import { LowStockCard } from "../stock/low-stock-card";
import type { ProductModel } from "./product";

interface ProductRuleCardsProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
}

/** What a merchant decides for one product beside its details. */
export default function ProductRuleCards({ product, model }: ProductRuleCardsProps) {
  return (
    <>
      <ProductRulesCard product={product} model={model} />
      <LowStockCard product={product} model={model} />
    </>
  );
}
