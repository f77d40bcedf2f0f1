import { useRef } from "preact/hooks";
import type { ProductDetail } from "../../src/contract/catalogue";
import { t } from "./texts";
import { useApp } from "../shell/app";
import type { ProductModel } from "../catalogue/product";
import { Button } from "../ui/button";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";

interface SizeChartFieldProps {
  product: ProductDetail;
  isRequired: boolean;
  model: InstanceType<typeof ProductModel>;
}

const MAX_BYTES = 5 * 1024 * 1024;

/** A picture of the size chart: sent to TikTok Shop at once, taken away at once. */
export function SizeChartField({ product, isRequired, model }: SizeChartFieldProps) {
  const { say } = useApp();
  const picker = useRef<HTMLInputElement>(null);
  const { isBusy, refusal, send } = useSubmission();
  const isThere = product.details.sizeChart !== undefined;
  const upload = (file: File) =>
    send(async () => {
      if (file.size > MAX_BYTES)
        return {
          ok: false,
          status: 413,
          error: { code: "request.too_large", facts: { limit: MAX_BYTES } },
        };
      const result = await model.saveSizeChart(file.name.slice(-200), await toBase64(file));
      if (result.ok) say(t("product.sizeChartSaved"));
      return result;
    });
  const remove = () => send(() => model.saveDetails({ sizeChart: null }));
  return (
    <div class="stack-tight">
      <h3>
        {t("product.sizeChart")}
        {isRequired && " *"}
      </h3>
      <p class="soft">
        {t(isThere ? "product.sizeChartThere" : "product.sizeChartNone")}{" "}
        {t("product.sizeChartHint")}
      </p>
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label={t("product.sizeChart")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void upload(file);
          currentTarget.value = "";
        }}
      />
      <div class="form-actions">
        <Button isBusy={isBusy.value} onClick={() => picker.current?.click()}>
          {t(isThere ? "product.sizeChartReplace" : "product.sizeChartUpload")}
        </Button>
        {isThere && (
          <Button variant="quiet" isBusy={isBusy.value} onClick={() => void remove()}>
            {t("product.sizeChartRemove")}
          </Button>
        )}
      </div>
      <SubmitProblem of={refusal} />
    </div>
  );
}

/** The part of a data address after its comma. */
function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(new Error("unreadable file")));
    reader.readAsDataURL(file);
  });
}
