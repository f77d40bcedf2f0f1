import { TopShell } from "../shell/top-shell";
import { formatDateTime } from "../i18n/format";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useResource } from "../data/use-resource";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty } from "../ui/states";
import "./mails-page.css";

/** Development only: mails nobody sends. Links in them are made clickable. */
export default function Outbox() {
  const { client } = useApp();
  const mails = useResource(() => client.call("GET /api/outbox"), [client]);
  return (
    <TopShell isNarrow>
      <PageHead title={t("outbox.title")} subtitle={t("outbox.text")} />
      <Loaded
        resource={mails}
        isEmpty={(value) => value.mails.length === 0}
        empty={
          <Empty icon="inbox" title={t("outbox.empty")}>
            {t("outbox.emptyText")}
          </Empty>
        }
      >
        {(value) => (
          <div class="stack">
            {value.mails.map((mail) => (
              <Card key={mail.id} title={mail.subject}>
                <p class="soft small">
                  {t("outbox.to", { recipient: mail.recipient })} · {formatDateTime(mail.at)}
                </p>
                <MailBody text={mail.body} />
              </Card>
            ))}
          </div>
        )}
      </Loaded>
    </TopShell>
  );
}

function MailBody({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <p class="mail-body">
      {parts.map((part, index) =>
        /^https?:\/\//.test(part) ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
