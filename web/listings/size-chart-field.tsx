import { useRef } from "preact/hooks";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { Button } from "../ui/button";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import type { FormLevel } from "./form-level";
import { InheritedNote } from "./inherited-note";
import { sendFile } from "./send-file";

interface SizeChartFieldProps {
  level: FormLevel;
  isRequired: boolean;
}

const MAX_BYTES = 5 * 1024 * 1024;

/** A picture of the size chart: sent to TikTok Shop at once, taken away at once. */
export function SizeChartField({ level, isRequired }: SizeChartFieldProps) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const picker = useRef<HTMLInputElement>(null);
  const { isBusy, refusal, send } = useSubmission();
  const isThere = level.details.sizeChart !== undefined;
  const upload = (file: File) =>
    send(async () => {
      const sent = await sendFile(file, MAX_BYTES, (body) =>
        client.call("POST /api/connections/:id/size-charts", { params: { id }, body }),
      );
      const result = sent.ok ? await level.save({ sizeChart: sent.value }) : sent;
      if (result.ok) say(t("details.sizeChartSaved"));
      return result;
    });
  const remove = () => send(() => level.save({ sizeChart: null }));
  return (
    <div class="stack-tight" id="size-chart">
      <h3>
        {t("details.sizeChart")}
        {isRequired && " *"}
      </h3>
      <p class="soft">
        {t(isThere ? "details.sizeChartThere" : "details.sizeChartNone")}{" "}
        {t("details.sizeChartHint")}
      </p>
      <InheritedNote level={level} field="sizeChart" isOwn={isThere} />
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label={t("details.sizeChart")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void upload(file);
          currentTarget.value = "";
        }}
      />
      <div class="form-actions">
        <Button isBusy={isBusy.value} onClick={() => picker.current?.click()}>
          {t(isThere ? "details.sizeChartReplace" : "details.sizeChartUpload")}
        </Button>
        {isThere && (
          <Button variant="quiet" isBusy={isBusy.value} onClick={() => void remove()}>
            {t("details.sizeChartRemove")}
          </Button>
        )}
      </div>
      <SubmitProblem of={refusal} />
    </div>
  );
}
