import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { routePath } from "../../api/client";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { Button, LinkButton } from "../../ui/button";
import { Card } from "../../ui/page";
import { TypedDialog } from "../../ui/later-typed-dialog";

/** Export, and the end of a connection. */
export function DangerSettings({ detail }: { detail: ConnectionDetail }) {
  const isAsking = useSignal(false);
  const { client, proof } = useApp();
  const exportHref = routePath("/api/connections/:id/export", { params: { id: detail.id } });
  /** A file is no call of the client's: what it needs is asked for before. */
  const download = async (event: MouseEvent) => {
    event.preventDefault();
    const standing = await client.call("GET /api/me/proof");
    if ((standing.ok && standing.value.isFresh) || (await proof.ask())) location.assign(exportHref);
  };
  return (
    <Card title={t("settings.export")} id="export">
      <p class="soft">{t("settings.exportText")}</p>
      <div>
        <LinkButton href={exportHref} download onClick={download}>
          {t("settings.download")}
        </LinkButton>
      </div>
      <hr />
      <h3>{t("settings.delete")}</h3>
      <p class="soft">{t("settings.deleteText")}</p>
      <div>
        <Button variant="danger" onClick={() => (isAsking.value = true)}>
          {t("settings.delete")}
        </Button>
      </div>
      {isAsking.value && (
        <DeleteDialog
          name={detail.name}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </Card>
  );
}

function DeleteDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { model } = useConnection();
  const { say } = useApp();
  const { route } = useLocation();
  return (
    <TypedDialog
      title={t("settings.deleteTitle")}
      text={t("settings.deleteText")}
      name={name}
      confirm={t("settings.delete")}
      onSend={() => model.remove(name)}
      onDone={() => {
        say(t("settings.deleted"));
        route("/connections", true);
      }}
      onClose={onClose}
    />
  );
}
