import { useSignal } from "@preact/signals";
import type { ConnectionDetail, StoreTraffic } from "../../../src/contract/connections";
import { formatNumber, formatTime } from "../../i18n/format";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { usePolling } from "../../data/polling";
import { useResource } from "../../data/use-resource";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Card } from "../../ui/page";
import { Loaded } from "../../data/loaded";
import { onSubmit } from "../../data/submission";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";
import "./traffic-settings.css";

const EVERY_MS = 10_000;
/** What the server takes, so that a typing error is shown at once. */
const LEAST = 30;
const MOST = 600;

/** How busy Weft keeps the store, and how busy it may. */
export function TrafficSettings({ detail }: { detail: ConnectionDetail }) {
  const { client } = useApp();
  const traffic = useResource(
    () => client.call("GET /api/connections/:id/traffic", { params: { id: detail.id } }),
    [client, detail.id],
    [detail.settings.requestsPerMinute],
  );
  usePolling(true, EVERY_MS, traffic.reload);
  return (
    <Card title={t("settings.traffic")} id="traffic">
      <Loaded resource={traffic}>{(value) => <Gauge traffic={value} />}</Loaded>
      <p class="soft small">
        {t(detail.transport === "module" ? "settings.trafficModule" : "settings.trafficWebservice")}
      </p>
      <LimitForm detail={detail} />
    </Card>
  );
}

function Gauge({ traffic: { used, perMinute, atOnce, blockedUntil } }: { traffic: StoreTraffic }) {
  return (
    <div class="traffic">
      <meter
        class="traffic-meter"
        min={0}
        max={perMinute}
        high={perMinute * 0.8}
        optimum={0}
        value={Math.min(used, perMinute)}
        aria-label={t("settings.trafficUsed")}
      />
      <p>
        {t("settings.trafficOf", { used: formatNumber(used), perMinute: formatNumber(perMinute) })}
      </p>
      <p class="soft small">
        {blockedUntil !== null &&
          `${t("settings.trafficBlocked", { until: formatTime(blockedUntil) })} `}
        {atOnce >= 1
          ? t("settings.trafficAtOnce", { atOnce: formatNumber(Math.floor(atOnce)) })
          : t("settings.trafficRests")}
      </p>
    </div>
  );
}

function LimitForm({ detail }: { detail: ConnectionDetail }) {
  const limit = useSignal(String(detail.settings.requestsPerMinute));
  const fill = ({ settings }: ConnectionDetail) => {
    limit.value = String(settings.requestsPerMinute);
  };
  const saving = useSave({ detail, fill });
  const { isBusy, save } = saving;
  const wanted = Number(limit.value.trim());
  const isFine = /^\d{1,3}$/.test(limit.value.trim()) && wanted >= LEAST && wanted <= MOST;
  const submit = () => (isFine ? save({ settings: { requestsPerMinute: wanted } }) : undefined);
  useUnsaved(saving, limit.value, { section: t("settings.traffic"), submit });
  return (
    <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
      <TextField
        label={t("settings.requestsPerMinute")}
        hint={t("settings.trafficLimitHint")}
        error={isFine ? undefined : t("settings.trafficLimitInvalid")}
        inputMode="numeric"
        value={limit.value}
        onInput={(value) => {
          limit.value = value;
        }}
      />
      <div class="form-actions">
        <Button
          type="submit"
          isBusy={isBusy.value}
          label={`${t("common.save")}: ${t("settings.requestsPerMinute")}`}
        >
          {t("common.save")}
        </Button>
      </div>
      <SaveProblem of={saving} />
    </form>
  );
}
