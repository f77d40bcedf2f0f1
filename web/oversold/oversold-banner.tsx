import { useModel, useSignal } from "@preact/signals";
import { useConnection } from "../connections/connection";
import { useAttention } from "../data/live";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { OversoldModel } from "./oversold";
import { t } from "./texts";

const OversoldDialog = later(() => import("./oversold-dialog"));

interface OversoldBannerProps {
  /** Orders that the person has not read of. */
  count: number;
}

/** Says on every page that orders were cancelled for lack of goods, until the person has read it. */
export default function OversoldBanner({ count }: OversoldBannerProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const attention = useAttention();
  const model = useModel(() => new OversoldModel(client, id));
  const isOpen = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const dismiss = async () => {
    const newest = attention?.value.value?.oversoldNewest ?? 0;
    if (await send(() => model.acknowledge(newest))) await attention?.reload();
  };
  const close = () => {
    isOpen.value = false;
    void attention?.reload();
  };
  if (count === 0 && !isOpen.value) return null;
  return (
    <>
      <Notice
        tone="warn"
        title={t("oversold.banner", { count: Math.max(1, count) })}
        actions={
          <>
            <Button isSmall onClick={() => (isOpen.value = true)}>
              {t("oversold.details")}
            </Button>
            <Button isSmall variant="quiet" isBusy={isBusy.value} onClick={() => void dismiss()}>
              {t("oversold.dismiss")}
            </Button>
          </>
        }
      >
        <SubmitProblem of={refusal} />
      </Notice>
      {isOpen.value && <OversoldDialog model={model} onClose={close} />}
    </>
  );
}
