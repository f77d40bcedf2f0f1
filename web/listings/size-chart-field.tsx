import { useRef } from "preact/hooks";
import type { ProductDetail } from "../../src/contract/api";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { withoutSizeChart } from "./details";
import { Button } from "../ui/button";
import { useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";

interface SizeChartFieldProps {
  product: ProductDetail;
  isRequired: boolean;
  onSaved: (product: ProductDetail) => void;
}

const MAX_BYTES = 5 * 1024 * 1024;

/** A picture of the size chart: sent to TikTok Shop at once, taken away at once. */
export function SizeChartField({ product, isRequired, onSaved }: SizeChartFieldProps) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const picker = useRef<HTMLInputElement>(null);
  const { isBusy, refusal, send } = useSubmission();
  const params = { id, productId: product.id };
  const isThere = product.details.sizeChartUri !== undefined;
  const upload = (file: File) =>
    send(async () => {
      if (file.size > MAX_BYTES)
        return {
          ok: false,
          status: 413,
          error: { code: "request.too_large", facts: { limit: MAX_BYTES } },
        };
      const result = await client.call("PUT /api/connections/:id/products/:productId/size-chart", {
        params,
        body: { fileName: file.name.slice(-200), base64: await toBase64(file) },
      });
      if (!result.ok) return result;
      onSaved(result.value);
      say(t("product.sizeChartSaved"));
      return result;
    });
  const remove = () =>
    send(async () => {
      const result = await client.call("PUT /api/connections/:id/products/:productId/details", {
        params,
        body: withoutSizeChart(product.details),
      });
      if (result.ok) onSaved(result.value);
      return result;
    });
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
      <ProblemNotice reason={refusal.value} />
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
