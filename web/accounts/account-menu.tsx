import { useLocation } from "preact-iso/router";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import type { Theme } from "../shell/theme";
import { Menu } from "../ui/menu";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** Theme, help and the way out. */
export function AccountMenu() {
  const { session, theme } = useApp();
  const { route } = useLocation();
  const me = session.me.value;
  const chosen = theme.theme.value;
  const outbox = me?.development?.outboxPath;
  const items = [
    { label: t("nav.yourAccount"), onSelect: () => route("/account") },
    { label: t("nav.help"), onSelect: () => route("/help") },
    ...(outbox ? [{ label: t("nav.outbox"), onSelect: () => route("/outbox") }] : []),
    ...THEMES.map((one, index) => ({
      label: `${t("nav.theme")}: ${t(`nav.theme.${one}`)}${one === chosen ? " ✓" : ""}`,
      startsGroup: index === 0,
      onSelect: () => theme.choose(one),
    })),
    {
      label: t("nav.logOut"),
      hint: me?.user.email ?? "",
      startsGroup: true,
      onSelect: async () => {
        const result = await session.signOut();
        if (result.ok) route("/login", true);
      },
    },
  ];
  return <Menu label={t("nav.account")} items={items} />;
}
