import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import type { ConnectionModel } from "../connection";
import { useResource } from "../../data/use-resource";
import { Button, LinkButton } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Card } from "../../ui/page";
import { Loaded } from "../../data/loaded";
import { Empty } from "../../ui/states";
import { onSubmit, useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";

interface ShopStepProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
}

/** Step 4, only when the seller has several shops: which one. Taken ones say by whom. */
export function ShopStep({ detail, model }: ShopStepProps) {
  const { client } = useApp();
  const shops = useResource(
    () => client.call("GET /api/connections/:id/shops", { params: { id: detail.id } }),
    [client, detail.id],
  );
  const chosen = useSignal("");
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const submit = () => {
    isChecked.value = true;
    if (chosen.value) void send(() => model.chooseShop(chosen.value));
  };
  const again = (
    <LinkButton variant="quiet" href={`/connections/${detail.id}/setup?step=channel`}>
      {t("wizard.again")}
    </LinkButton>
  );
  return (
    <Card title={t("wizard.step.shop")}>
      <Loaded
        resource={shops}
        isEmpty={(value) => value.shops.length === 0}
        empty={
          <Empty icon="store" title={t("wizard.noShopTitle")} actions={again}>
            {t("wizard.noShopText")}
          </Empty>
        }
      >
        {(value) => (
          <form class="form" onSubmit={onSubmit(submit)}>
            <Choice
              legend={t("wizard.shop")}
              name="shop"
              value={chosen.value}
              onChange={(id) => {
                chosen.value = id;
              }}
              options={value.shops.map((shop) => ({
                value: shop.id,
                label: `${shop.name} (${shop.region})`,
                isDisabled: shop.takenBy !== null,
                ...(shop.takenBy !== null && {
                  hint: t("wizard.shopTaken", { name: shop.takenBy }),
                }),
              }))}
            />
            {isChecked.value && !chosen.value && (
              <p class="field-error" role="alert">
                {t("wizard.shopMissing")}
              </p>
            )}
            <SubmitProblem of={refusal} />
            <div class="form-actions">
              <Button type="submit" variant="primary" isBusy={isBusy.value}>
                {t("wizard.connectShop")}
              </Button>
              {again}
            </div>
          </form>
        )}
      </Loaded>
    </Card>
  );
}
