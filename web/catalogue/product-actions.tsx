import { useSignal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import { useSubmission } from "../data/submission";
import { t } from "./product-texts";
import { StoreLink } from "../problems/store-link";
import { SubmitProblem } from "../problems/problem-notice";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Menu } from "../ui/menu";
import type { ProductModel } from "./product";
import type { ListingAction } from "./products";

interface ProductActionsProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
  onStarted: (taskId: string) => void;
}

const FOR_LISTED = ["updateStock", "updatePrice", "refresh", "activate", "deactivate"] as const;

/** Push, and the rest of what one product can have done to it. */
export function ProductActions({ product, model, onStarted }: ProductActionsProps) {
  const { isBusy, refusal, send } = useSubmission();
  const act = (action: ListingAction) => () =>
    void send(async () => {
      const result = await model.start(action);
      if (result.ok) onStarted(result.value.taskId);
      return result;
    });
  const isAsking = useSignal(false);
  const isListed = product.channelProductId !== null;
  return (
    <>
      <SubmitProblem of={refusal} />
      {!product.isDeleted && <StoreLink url={product.sourceProductUrl} />}
      <Menu
        label={t("products.actions")}
        items={[
          { label: t("action.repull"), onSelect: act("repull") },
          ...FOR_LISTED.map((action) => ({
            label: t(`action.${action}`),
            isDisabled: !isListed,
            onSelect: action === "deactivate" ? () => (isAsking.value = true) : act(action),
          })),
        ]}
      />
      <Button variant="primary" isBusy={isBusy.value} onClick={act("push")}>
        {t("action.push")}
      </Button>
      {isAsking.value && (
        <ConfirmDialog
          title={t("deactivate.title")}
          text={t("deactivate.text", { count: 1 })}
          confirm={t("deactivate.confirm")}
          onConfirm={act("deactivate")}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </>
  );
}
