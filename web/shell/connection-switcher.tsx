import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { ConnectionView } from "../../src/contract/connections";
import { useConnection } from "../connections/connection";
import { t } from "../i18n/t";
import { Menu } from "../ui/menu";
import { useApp } from "./app";
import { WORKSPACE_PAGES } from "./workspace-pages";

/** The connection's name, which opens the list of the others; they are read when it opens. */
export function ConnectionSwitcher({ name }: { name: string }) {
  const { client } = useApp();
  const { id } = useConnection();
  const { path, route } = useLocation();
  // From the orders of one to the orders of the other; what one alone holds is not there in the other.
  const page = WORKSPACE_PAGES.find((one) => path.startsWith(`/connections/${id}/${one}`));
  const known = useSignal<readonly ConnectionView[] | null>(null);
  const read = async () => {
    const result = await client.call("GET /api/connections");
    if (result.ok) known.value = result.value.connections;
  };
  const others = known.value?.filter((one) => one.id !== id) ?? [];
  return (
    <Menu
      label={name}
      onOpen={() => void read()}
      items={[
        ...others.map((one) => ({
          label: one.name,
          onSelect: () =>
            route(`/connections/${encodeURIComponent(one.id)}${page ? `/${page}` : ""}`),
        })),
        {
          label: t("nav.allConnections"),
          startsGroup: others.length > 0,
          onSelect: () => route("/connections"),
        },
        { label: t("connections.create"), onSelect: () => route("/connections/new") },
      ]}
    />
  );
}
