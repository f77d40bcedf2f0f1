import { useLocation } from "preact-iso/router";
import AuthorizationNotice from "./authorization-notice";
import { MembersOnly } from "../shell/guard";
import { TopShell } from "../shell/top-shell";
import { connectionTone } from "../shell/tones";
import { t, tValue } from "./texts";
import { useApp } from "../shell/app";
import type { Answer } from "../api/client";
import { usePolling } from "../data/polling";
import { useResource } from "../data/use-resource";
import { Badge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty } from "../ui/states";
import "./connections-page.css";

const POLL_MS = 10_000;

export default function Connections() {
  return (
    <MembersOnly>
      <ConnectionsList />
    </MembersOnly>
  );
}

function ConnectionsList() {
  const { client } = useApp();
  const { query } = useLocation();
  const list = useResource(() => client.call("GET /api/connections"), [client]);
  usePolling(list.value.value !== null, POLL_MS, list.reload);
  const create = (
    <LinkButton variant="primary" icon="plus" href="/connections/new">
      {t("connections.create")}
    </LinkButton>
  );
  const hasSome = (list.value.value?.connections.length ?? 0) > 0;
  return (
    <TopShell>
      <PageHead
        title={t("connections.title")}
        subtitle={t("connections.text")}
        actions={hasSome && create}
      />
      <AuthorizationNotice outcome={query["authorization"]} />
      <Loaded
        resource={list}
        isEmpty={({ connections }) => connections.length === 0}
        empty={
          <Empty
            icon="store"
            title={t("connections.empty")}
            actions={
              <>
                {create}
                <LinkButton href="/help">{t("connections.checklist")}</LinkButton>
              </>
            }
          >
            {t("connections.emptyText")}
          </Empty>
        }
      >
        {({ connections }) => (
          <ul class="connection-cards">
            {connections.map((connection) => (
              <ConnectionCard key={connection.id} connection={connection} />
            ))}
          </ul>
        )}
      </Loaded>
    </TopShell>
  );
}

type Card = Answer<"GET /api/connections">["connections"][number];

function ConnectionCard({ connection }: { connection: Card }) {
  const isSetup = connection.state === "setup";
  const href = `/connections/${connection.id}${isSetup ? "/setup" : ""}`;
  return (
    <li class="connection-card">
      <div class="row-between">
        <h2>
          <a class="connection-link" href={href} aria-label={t("connections.open", connection)}>
            {connection.name}
          </a>
        </h2>
        <Badge tone={connectionTone(connection.state)}>
          {tValue("connection.state.", connection.state)}
        </Badge>
      </div>
      <p class="connection-route">
        <span>
          <span class="soft small">{tValue("platform.", connection.source)}</span>
          {connection.sourceStoreName ?? connection.sourceUrl ?? "–"}
        </span>
        <Icon name="chevron" />
        <span>
          <span class="soft small">{tValue("platform.", connection.channel)}</span>
          {connection.channelShopName ?? "–"}
          {connection.channelRegion && ` (${connection.channelRegion})`}
        </span>
      </p>
      {connection.attentionCount > 0 && (
        <p class="connection-problems small">
          <Icon name="alert" />
          {t("connections.attention", { count: connection.attentionCount })}
        </p>
      )}
      {isSetup && <p class="small soft">{t("connections.finish")} →</p>}
    </li>
  );
}
