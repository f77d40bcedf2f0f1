import PermissionTable from "../connections/setup/permission-table";
import { TopShell } from "../shell/top-shell";
import { useHashScroll } from "../shell/use-hash-scroll";
import type { HelpTerm } from "../../src/i18n/base/wording";
import { helpTexts } from "../i18n/help";
import { t } from "./texts";
import { Card, PageHead } from "../ui/page";
import "./help-page.css";

const SECTIONS = ["before", "steps", "permissions", "webhook", "words", "problems"] as const;

/** The guide: what to prepare, the way to the first order, the key, events, terms, failures. */
export default function Help() {
  useHashScroll();
  const help = helpTexts();
  return (
    <TopShell isNarrow>
      <PageHead title={t("help.title")} />
      <nav aria-label={t("help.contents")}>
        <ul class="row">
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`help.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Card title={t("help.before")} id="before">
        <ul class="plain-list">
          {help.checklist.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("help.steps")} id="steps">
        <ol class="numbered help-steps">
          {help.steps.map((step) => (
            <li key={step.title}>
              <strong>{step.title}.</strong> {step.text}
            </li>
          ))}
        </ol>
      </Card>
      <Card title={t("help.permissions")} id="permissions">
        <ol class="numbered">
          <li>{t("wizard.whereKey1")}</li>
          <li>{t("wizard.whereKey2")}</li>
          <li>{t("wizard.whereKey3")}</li>
          <li>{t("wizard.whereKey4")}</li>
        </ol>
        <PermissionTable />
      </Card>
      <Card title={t("help.webhook")} id="webhook">
        {help.webhook.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <pre class="help-code" tabIndex={0} aria-label={t("help.webhook")} role="region">
          <code>{help.webhookExample}</code>
        </pre>
        <Glossary terms={help.eventTypes} isCode />
      </Card>
      <Card title={t("help.words")} id="words">
        <Glossary terms={help.glossary} />
      </Card>
      <Card title={t("help.problems")} id="problems">
        <ul class="plain-list">
          {help.failing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </TopShell>
  );
}

function Glossary({ terms, isCode }: { terms: readonly HelpTerm[]; isCode?: boolean }) {
  return (
    <dl class="facts">
      {terms.map(({ term, meaning }) => [
        <dt key={term}>{isCode ? <code>{term}</code> : term}</dt>,
        <dd key={`${term}-meaning`}>{meaning}</dd>,
      ])}
    </dl>
  );
}
