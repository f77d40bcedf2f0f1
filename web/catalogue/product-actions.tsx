import { useSignal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import { useSubmission } from "../data/submission";
import { t } from "./product-texts";
import { StoreLink } from "../problems/store-link";
import { SubmitProblem } from "../problems/problem-notice";
import { later } from "../shell/later";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import type { ProductModel } from "./product";
import type { ListingAction } from "./products";
import { isUseful } from "./useful-action";

const ConfirmDelete = later(() => import("./confirm-delete-one"));
const ConfirmDeactivate = later(() => import("./confirm-deactivate-one"));

interface ProductActionsProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
  onStarted: (taskId: string) => void;
}

const FOR_LISTED = ["updateStock", "updatePrice", "refresh", "activate", "deactivate"] as const;

/** Push, and the rest of what one product can have done to it. */
export function ProductActions({ product, model, onStarted }: ProductActionsProps) {
  const { isBusy, refusal, send } = useSubmission();
  const follow = async (sent: ReturnType<typeof model.start>) => {
    const result = await sent;
    if (result.ok) onStarted(result.value.taskId);
    return result;
  };
  const start = (action: ListingAction) => follow(model.start(action));
  const act = (action: ListingAction) => () => void send(() => start(action));
  const asking = useSignal<"deactivate" | "delete" | null>(null);
  const close = () => {
    asking.value = null;
  };
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
            isDisabled: !isListed || !isUseful(action, product.listingStatus),
            onSelect: action === "deactivate" ? () => (asking.value = action) : act(action),
          })),
          {
            label: t("product.delete"),
            startsGroup: true,
            isDisabled: !isListed,
            onSelect: () => (asking.value = "delete"),
          },
        ]}
      />
      <Button variant="primary" isBusy={isBusy.value} onClick={act("push")}>
        {t("action.push")}
      </Button>
      {asking.value === "deactivate" && (
        <ConfirmDeactivate onConfirm={act("deactivate")} onClose={close} />
      )}
      {asking.value === "delete" && (
        <ConfirmDelete
          name={product.name}
          onSend={(typed) => follow(model.deleteListing(typed))}
          onClose={close}
        />
      )}
    </>
  );
}
