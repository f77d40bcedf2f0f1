import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useConnection } from "../connections/connection";
import { createResource } from "../data/resource";
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
  const known = useMemo(() => createResource(() => client.call("GET /api/connections")), [client]);
  const others = known.value.value?.connections.filter((one) => one.id !== id) ?? [];
  return (
    <Menu
      label={name}
      onOpen={() => void known.reload()}
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
