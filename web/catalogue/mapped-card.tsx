import { useSignal } from "@preact/signals";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/later-confirm-dialog";
import { Card } from "../ui/page";
import type { ProductModel } from "./product";
import { t } from "../mapping/texts";

interface MappedCardProps {
  model: InstanceType<typeof ProductModel>;
}

/** Of a listing that the seller made: what that means, and the end of it. */
export default function MappedCard({ model }: MappedCardProps) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const isAsking = useSignal(false);
  const unmap = async () => {
    if (await send(model.unmap)) say(t("product.unmapped"));
  };
  return (
    <Card title={t("product.mapped")}>
      <p>{t("product.mappedText")}</p>
      <SubmitProblem of={refusal} />
      <div>
        <Button isBusy={isBusy.value} onClick={() => (isAsking.value = true)}>
          {t("product.unmap")}
        </Button>
      </div>
      {isAsking.value && (
        <ConfirmDialog
          title={t("product.unmapTitle")}
          text={t("product.unmapText")}
          confirm={t("product.unmapConfirm")}
          onConfirm={() => void unmap()}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </Card>
  );
}
