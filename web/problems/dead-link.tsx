import { useLocation } from "preact-iso/router";
import type { Reason } from "../../src/contract/common";
import { problemText } from "../i18n/problems";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import type { DeadLinkCode } from "./is-dead-link";

/** Where what is not there would be listed; another try would find nothing either. */
const LISTS = {
  "connection.not_found": { path: "", label: () => t("nav.allConnections") },
  "product.not_found": { path: "/products", label: () => t("nav.products") },
  "order.not_found": { path: "/orders", label: () => t("nav.orders") },
  "task.not_found": { path: "/tasks", label: () => t("nav.tasks") },
} satisfies Record<DeadLinkCode, { path: string; label: () => string }>;

/** Something that does not exist, or no more, and the way to what does. */
export default function DeadLink({ reason }: { reason: Reason & { code: DeadLinkCode } }) {
  const { path: here } = useLocation();
  const { path, label } = LISTS[reason.code];
  const base = /^\/connections\/[^/]+/.exec(here)?.[0] ?? "";
  const { what } = problemText(reason);
  return (
    <Notice
      tone="info"
      title={what}
      isLive
      actions={
        <LinkButton variant="primary" href={path ? base + path : "/connections"}>
          {label()}
        </LinkButton>
      }
    >
      <p>{t("common.deadLinkText")}</p>
    </Notice>
  );
}
