import { useModel } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/api";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { ProductsModel, type ListingAction } from "./products";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";

interface ProductActionsProps {
  product: ProductDetail;
  onStarted: (taskId: string) => void;
}

/** Push, and the rest of what one product can have done to it. */
export function ProductActions({ product, onStarted }: ProductActionsProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const model = useModel(() => new ProductsModel(client, id));
  const { isBusy, refusal, send } = useSubmission();
  const act = (action: ListingAction) => () =>
    void send(async () => {
      const result = await model.start(action, { ids: [product.id] });
      if (result.ok) onStarted(result.value.taskId);
      return result;
    });
  const isListed = product.channelProductId !== null;
  return (
    <>
      <ProblemNotice reason={refusal.value} />
      <Menu
        label={t("products.actions")}
        items={[
          { label: t("action.repull"), onSelect: act("repull") },
          ...(["updateStock", "updatePrice", "refresh", "activate", "deactivate"] as const).map(
            (action) => ({
              label: t(`action.${action}`),
              isDisabled: !isListed,
              onSelect: act(action),
            }),
          ),
        ]}
      />
      <Button variant="primary" isBusy={isBusy.value} onClick={act("push")}>
        {t("action.push")}
      </Button>
    </>
  );
}
