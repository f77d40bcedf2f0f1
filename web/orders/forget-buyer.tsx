import { useSignal } from "@preact/signals";
import type { OrderDetail } from "../../src/contract/orders";
import type { Result } from "../api/client";
import { useSubmission } from "../data/submission";
import { t } from "./order-texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/later-confirm-dialog";

/** While an order has not ended its buyer is needed. */
const ENDED = ["delivered", "completed", "cancelled"];

interface ForgetBuyerProps {
  order: OrderDetail;
  onForget: () => Promise<Result<unknown>>;
}

/** Removes what is held of the buyer, when they ask for it. */
export function ForgetBuyer({ order, onForget }: ForgetBuyerProps) {
  const { say } = useApp();
  const isAsking = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  if (!order.buyerName || !ENDED.includes(order.channelState)) return null;
  const forget = async () => {
    if (await send(onForget)) say(t("order.buyerForgotten"));
  };
  return (
    <div class="stack-tight">
      <SubmitProblem of={refusal} />
      <div>
        <Button
          isSmall
          isBusy={isBusy.value}
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {t("order.forgetBuyer")}
        </Button>
      </div>
      {isAsking.value && (
        <ConfirmDialog
          title={t("order.forgetBuyerTitle")}
          text={t("order.forgetBuyerText")}
          confirm={t("order.forgetBuyer")}
          onConfirm={() => void forget()}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </div>
  );
}
