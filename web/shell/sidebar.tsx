import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useAttention } from "../data/live";
import { countByPlace } from "../home/count-by-place";
import { formatNumber } from "../i18n/format";
import { t, tValue } from "../i18n/t";
import { useConnection } from "../connections/connection";
import { Badge } from "../ui/badge";
import { Icon, type IconName } from "../ui/icon";
import { AccountMenu } from "../accounts/account-menu";
import { Brand } from "./brand";
import { ConnectionSwitcher } from "./connection-switcher";
import { connectionTone } from "./tones";
import { WORKSPACE_PAGES } from "./workspace-pages";

/** The pages of one connection; folded away behind "Menu" on narrow screens. */
export function Sidebar({ onFind }: { onFind: () => void }) {
  const { base, detail } = useConnection();
  const { path } = useLocation();
  const isOpen = useSignal(false);
  useEffect(() => {
    isOpen.value = false;
  }, [path]);
  const connection = detail.value.value;
  const entries = useAttention()?.value.value?.entries ?? [];
  const waiting = countByPlace(entries);
  const isHere = (item: string) =>
    item === "home" ? path === base : path.startsWith(`${base}/${item}`);
  return (
    <header class="sidebar">
      <div class="sidebar-head">
        <a class="brand-link" href="/connections" aria-label={`Weft, ${t("nav.connections")}`}>
          <Brand />
        </a>
        <span class="sidebar-menu-button">
          <button
            type="button"
            class="button button-secondary"
            aria-expanded={isOpen.value}
            aria-controls="workspace-nav"
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            <Icon name="menu" />
            {t("nav.menu")}
          </button>
        </span>
      </div>
      <div class="sidebar-body" id="workspace-nav" data-open={isOpen.value}>
        <div class="sidebar-connection">
          <ConnectionSwitcher name={connection?.name ?? "…"} />
          {connection && (
            <Badge tone={connectionTone(connection.state)}>
              {tValue("connection.state.", connection.state)}
            </Badge>
          )}
          {entries.length > 0 && (
            <a class="small sidebar-attention" href={base}>
              {t("connections.attention", { count: entries.length })}
            </a>
          )}
        </div>
        <button type="button" class="sidebar-find" onClick={onFind}>
          <Icon name="search" />
          {t("palette.open")}
          <kbd aria-hidden="true">{t("palette.key")}</kbd>
        </button>
        <nav class="sidebar-nav" aria-label={t("nav.main")}>
          {WORKSPACE_PAGES.map((item) => (
            <a
              key={item}
              href={item === "home" ? base : `${base}/${item}`}
              aria-current={isHere(item) ? "page" : undefined}
            >
              <Icon name={item satisfies IconName} />
              {t(`nav.${item}`)}
              <NavCount count={(item === "home" ? entries.length : waiting.get(item)) ?? 0} />
            </a>
          ))}
        </nav>
        <div class="sidebar-foot">
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}

/** How many things wait on a page; the number is read out with what it counts. */
function NavCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span class="nav-count">
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span class="visually-hidden">{t("attention.count", { count })}</span>
    </span>
  );
}
