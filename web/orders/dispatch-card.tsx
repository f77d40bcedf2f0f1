import {
  cancelledRate,
  ifCancelled,
  lateRate,
  type DispatchFigures,
  type Due,
  type Rate,
} from "../../src/domain/orders/dispatch";
import type { OrderRow } from "../../src/contract/orders";
import { useConnection } from "../connections/connection";
import { usePolling } from "../data/polling";
import { useResource } from "../data/use-resource";
import { withQuery } from "../data/with-query";
import { useApp } from "../shell/app";
import { Badge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import type { OrderFilter } from "./order-filter";
import { t } from "./dispatch-texts";
import "./dispatch-card.css";

/** The rates are of a week: they need not follow each order. */
const RENEW_MS = 5 * 60_000;

interface DispatchCardProps {
  path: string;
  filter: OrderFilter;
  /** What is ticked in the list. */
  chosen: readonly OrderRow[];
}

/** What has to go by when, and how near the shop is to what TikTok punishes; nothing where there is nothing to tell. */
export default function DispatchCard({ path, filter, chosen }: DispatchCardProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const figures = useResource(
    () => client.call("GET /api/connections/:id/dispatch", { params: { id } }),
    [client, id],
  );
  usePolling(true, RENEW_MS, figures.reload);
  const shown = figures.value.value;
  const isNothing = !shown || Object.values(shown).every((count) => count === 0);
  if (!shown || (isNothing && !filter.due)) return null;
  return (
    <section class="dispatch" aria-label={t("dispatch.title")}>
      <div class="row">
        <DueLink due="late" count={shown.late} filter={filter} path={path} />
        <DueLink due="today" count={shown.today} filter={filter} path={path} />
        {filter.due && (
          <LinkButton isSmall icon="close" href={withQuery(path, { ...filter, due: undefined })}>
            {t("dispatch.all")}
          </LinkButton>
        )}
      </div>
      <dl class="dispatch-rates">
        <RateOf label={t("dispatch.cancelled")} rate={cancelledRate(shown)} />
        <RateOf label={t("dispatch.lateRate")} rate={lateRate(shown)} />
      </dl>
      <WhatIf figures={shown} chosen={chosen} />
      <p class="soft small">{t("dispatch.window")}</p>
    </section>
  );
}

interface DueLinkProps {
  due: Due;
  count: number;
  filter: OrderFilter;
  path: string;
}

function DueLink({ due, count, filter, path }: DueLinkProps) {
  const tone = count === 0 ? "plain" : due === "late" ? "bad" : "warn";
  return (
    <a
      href={withQuery(path, { ...filter, tab: "all", due, sort: "shipBy" })}
      aria-current={filter.due === due ? "true" : undefined}
    >
      <Badge tone={tone}>{t(`dispatch.${due}`, { count })}</Badge>
    </a>
  );
}

function RateOf({ label, rate }: { label: string; rate: Rate }) {
  return (
    <div>
      <dt class="soft small">{label}</dt>
      <dd>
        {t("dispatch.share", rate)} <Standing isOver={rate.isOver} />
      </dd>
    </div>
  );
}

const Standing = ({ isOver }: Pick<Rate, "isOver">) => (
  <Badge tone={isOver ? "bad" : "good"}>{t(isOver ? "dispatch.over" : "dispatch.ok")}</Badge>
);

/** Only what is not sent yet can be cancelled, and only the seller's own counts. */
const canCancel = ({ channelState, tab }: OrderRow): boolean =>
  tab !== "platform" &&
  (channelState === "awaiting_shipment" || channelState === "partially_shipped");

/** The rate as it would be if the ticked orders were cancelled. */
function WhatIf({ figures, chosen }: { figures: DispatchFigures; chosen: readonly OrderRow[] }) {
  const open = chosen.filter(canCancel);
  if (open.length === 0) return null;
  const rate = cancelledRate(ifCancelled(figures, open, Date.now()));
  return (
    <p role="status">
      {t("dispatch.after", { count: open.length, ...rate })} <Standing isOver={rate.isOver} />
    </p>
  );
}
