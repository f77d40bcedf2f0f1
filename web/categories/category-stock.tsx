import { useLayoutEffect } from "preact/hooks";
import { resolveStockRule } from "../../src/domain/stock/stock-rule";
import { Loaded } from "../data/loaded";
import { StockRuleCard } from "../stock/stock-rule-card";
import { Skeleton } from "../ui/states";
import type { DemandsModel } from "./demands";

/** How much of a category's products goes on sale. */
export default function CategoryStock({ model }: { model: InstanceType<typeof DemandsModel> }) {
  useLayoutEffect(() => void model.stockRule.reload(), [model]);
  return (
    <Loaded resource={model.stockRule} skeleton={<Skeleton lines={4} />}>
      {({ own, ofAll }) => {
        // What counts for products of the category that say nothing of themselves.
        const { from, ...counts } = resolveStockRule(null, own, ofAll);
        const standing = { counts, from };
        return <StockRuleCard own={own} standing={standing} onSave={model.saveStockRule} />;
      }}
    </Loaded>
  );
}
