import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { Loaded } from "../data/loaded";
import { Dialog } from "../ui/dialog";
import { Empty, Skeleton } from "../ui/states";
import { Tabs } from "../ui/tabs";
import type { OversoldModel } from "./oversold";
import { OversoldOrders } from "./oversold-orders";
import { OversoldProducts } from "./oversold-products";
import { t } from "./texts";
import "./oversold.css";

interface OversoldDialogProps {
  model: InstanceType<typeof OversoldModel>;
  onClose: () => void;
}

/** The cancelled orders, and their products with the question whether they are out of stock. */
export default function OversoldDialog({ model, onClose }: OversoldDialogProps) {
  const tab = useSignal<"orders" | "products">("orders");
  useLayoutEffect(() => void model.news.reload(), [model]);
  return (
    <Dialog title={t("oversold.title")} isWide onClose={onClose}>
      <p>{t("oversold.intro")}</p>
      <Loaded
        resource={model.news}
        skeleton={<Skeleton lines={4} />}
        isEmpty={({ orders }) => orders.length === 0}
        empty={<Empty icon="check" title={t("oversold.none")} />}
      >
        {({ orders, products }) => (
          <Tabs
            label={t("oversold.tabs")}
            current={tab.value}
            onChange={(next) => {
              tab.value = next;
            }}
            tabs={[
              {
                key: "orders",
                label: `${t("oversold.orders")} (${orders.length})`,
                content: <OversoldOrders orders={orders} />,
              },
              {
                key: "products",
                label: `${t("oversold.products")} (${products.length})`,
                content: <OversoldProducts products={products} model={model} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
