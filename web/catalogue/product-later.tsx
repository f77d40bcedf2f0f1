/** Parts of a product's page that come after it has been drawn, in one piece. */
import type { ProductDetail } from "../../src/contract/catalogue";
import { Corrections } from "./corrections";
import { DeletedVariants } from "./deleted-variants";
import { ProductRulesCard } from "../rules/product-rules-card";
import { LowStockCard } from "../stock/low-stock-card";
import { PriceCard } from "../stock/price-card";
import { StockRuleCard } from "../stock/stock-rule-card";
import type { ProductModel } from "./product";

interface ProductRuleCardsProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
}

/** What a merchant decides for one product beside its details. */
export function ProductRuleCards({ product, model }: ProductRuleCardsProps) {
  return (
    <>
      <ProductRulesCard product={product} model={model} />
      <LowStockCard product={product} model={model} />
      <PriceCard product={product} model={model} />
      <StockRuleCard
        own={product.stockRule.own}
        standing={product.stockRule}
        isSent={product.stockRule.isSent}
        onSave={model.saveStockRule}
      />
    </>
  );
}

export { Corrections, DeletedVariants };
