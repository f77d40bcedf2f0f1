import { TopShell } from "../shell/top-shell";
import { helpTexts } from "../i18n/help";
import { Glossary } from "./glossary";
import { t } from "./texts";
import { Card, PageHead } from "../ui/page";
import "./help-page.css";

/** How another sender than the module tells Weft of changes. */
export default function Developers() {
  const help = helpTexts();
  return (
    <TopShell isNarrow>
      <PageHead
        title={t("help.developers")}
        crumb={{ label: t("help.title"), href: "/help" }}
        subtitle={t("help.developersText")}
      />
      <Card title={t("help.webhook")}>
        {help.webhook.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <pre class="help-code">
          <code>{help.webhookExample}</code>
        </pre>
      </Card>
      <Card title={t("help.events")}>
        <Glossary terms={help.eventTypes} isCode />
      </Card>
    </TopShell>
  );
}
