import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import type { ConnectionModel } from "../connection";
import { useDraft } from "../../data/draft";
import { useResource } from "../../data/use-resource";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Card } from "../../ui/page";
import { Loaded } from "../../data/loaded";
import { onSubmit, useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { StoreDone } from "./store-done";
import { SyncChoices } from "./sync-choices";

interface ChannelStepProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
}

/** Step 3: the store is done; choose the market and go to TikTok. */
export function ChannelStep({ detail, model }: ChannelStepProps) {
  return (
    <>
      <StoreDone detail={detail} />
      <SyncChoices detail={detail} model={model} />
      <Card title={t("wizard.step.channel")}>
        <AuthorizeForm detail={detail} model={model} submitLabel={t("wizard.authorize")} />
      </Card>
    </>
  );
}

/** Market and the way to TikTok's own page; used again to authorise anew. */
export function AuthorizeForm({
  detail,
  model,
  submitLabel,
}: ChannelStepProps & { submitLabel: string }) {
  const { client } = useApp();
  const markets = useResource(() => client.call("GET /api/markets"), [client]);
  const form = useDraft(`market-${detail.id}`, { market: detail.market ?? "" });
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const { market } = form.draft.value;
  const submit = () => {
    isChecked.value = true;
    if (!market) return;
    void send(async () => {
      const result = await model.authorize(market);
      if (result.ok) location.assign(result.value.url);
      return result;
    });
  };
  return (
    <form class="form" onSubmit={onSubmit(submit)}>
      {isChecked.value && !market && (
        <p class="field-error" role="alert">
          {t("wizard.marketMissing")}
        </p>
      )}
      <Loaded resource={markets}>
        {(value) => (
          <Choice
            legend={t("wizard.market")}
            name="market"
            value={market}
            onChange={(chosen) => form.set({ market: chosen })}
            options={value.markets.map(({ code, label, currency, needsParties }) => ({
              value: code,
              label,
              hint: t(needsParties ? "wizard.marketParties" : "wizard.marketCurrency", {
                currency,
              }),
            }))}
          />
        )}
      </Loaded>
      <p class="soft small">{t("wizard.authorizeText")}</p>
      <SubmitProblem of={refusal} />
      <div class="form-actions">
        <Button type="submit" variant="primary" isBusy={isBusy.value}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
