import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { formatDate } from "../../i18n/format";
import { t } from "./texts";
import { useConnection } from "../connection";
import { Badge, type Tone } from "../../ui/badge";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/select-field";
import { Card } from "../../ui/page";
import { later } from "../../shell/later";
import { SaveProblem } from "./save-problem";
import { useSave } from "./use-save";

const AuthorizeDialog = later(() => import("./authorize-dialog"));

const TONES: Record<ConnectionDetail["authorization"]["state"], Tone> = {
  none: "bad",
  valid: "good",
  expiring: "warn",
  revoked: "bad",
};

/** The shop, how long Weft may work with it, and the warehouse. */
export function ChannelSettings({ detail }: { detail: ConnectionDetail }) {
  const { model } = useConnection();
  const isAuthorizing = useSignal(false);
  const saving = useSave({ detail });
  const { state, expiresAt } = detail.authorization;
  return (
    <Card title={t("settings.channel")} id="channel">
      <dl class="facts">
        <dt>{t("settings.shop")}</dt>
        <dd>
          {detail.channelShopName ?? "–"}
          {detail.channelRegion && ` (${detail.channelRegion})`}
        </dd>
        <dt>{t("settings.authorization")}</dt>
        <dd class="row">
          <Badge tone={TONES[state]}>{t(`settings.auth.${state}`)}</Badge>
          {expiresAt && (
            <span class="soft small">
              {t("settings.authUntil", { when: formatDate(expiresAt) })}
            </span>
          )}
        </dd>
      </dl>
      <div>
        <Button onClick={() => (isAuthorizing.value = true)}>{t("settings.reauthorize")}</Button>
      </div>
      <SelectField
        label={t("settings.warehouseId")}
        hint={t("settings.warehouseHint")}
        value={detail.warehouseId ?? ""}
        options={[
          ...(detail.warehouseId ? [] : [{ value: "", label: t("settings.warehouseNone") }]),
          ...detail.warehouses.map((one) => ({
            value: one.id,
            label: one.isDefault ? t("settings.warehouseDefault", { name: one.name }) : one.name,
          })),
        ]}
        onChange={(warehouseId) => {
          if (warehouseId) void saving.save({ warehouseId });
        }}
      />
      <SaveProblem of={saving} />
      {isAuthorizing.value && (
        <AuthorizeDialog
          detail={detail}
          model={model}
          onClose={() => {
            isAuthorizing.value = false;
          }}
        />
      )}
    </Card>
  );
}
