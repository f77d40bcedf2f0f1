import type { ComponentChildren } from "preact";
import { t } from "../i18n/t";
import { useApp } from "./app";
import { AccountMenu } from "../accounts/account-menu";
import { Brand } from "./brand";
import "./shell.css";

/** The frame of pages outside of a connection: a bar on top, one column below. */
export function TopShell({
  children,
  isNarrow,
}: {
  children: ComponentChildren;
  isNarrow?: boolean;
}) {
  const { session } = useApp();
  const isMember = session.state.value === "member";
  return (
    <>
      <header class="topbar">
        <a class="brand-link" href="/connections" aria-label={`Weft, ${t("nav.connections")}`}>
          <Brand />
        </a>
        <nav class="topbar-nav" aria-label={t("nav.main")}>
          <a href="/connections">{t("nav.connections")}</a>
          <a href="/help">{t("nav.help")}</a>
        </nav>
        {isMember && <AccountMenu />}
      </header>
      <main id="main" class={isNarrow ? "column column-narrow" : "column"} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
