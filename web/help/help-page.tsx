import PermissionTable from "../connections/setup/permission-table";
import { TopShell } from "../shell/top-shell";
import { useHashScroll } from "../shell/use-hash-scroll";
import { helpTexts } from "../i18n/help";
import { Glossary } from "./glossary";
import { t } from "./texts";
import { LinkButton } from "../ui/button";
import { Card, PageHead } from "../ui/page";
import "../ui/indexed.css";
import "./help-page.css";

const SECTIONS = [
  "steps",
  "selling",
  "problems",
  "words",
  "before",
  "permissions",
  "developers",
] as const;

/** The guide of a shop owner: the first order, failures, terms, what to prepare, the key by hand. */
export default function Help() {
  useHashScroll();
  const help = helpTexts();
  return (
    <TopShell>
      <PageHead title={t("help.title")} subtitle={t("help.text")} />
      <div class="indexed">
        <nav class="index" aria-label={t("help.contents")}>
          {SECTIONS.map((section) => (
            <a key={section} href={`#${section}`}>
              {t(`help.${section}`)}
            </a>
          ))}
        </nav>
        <div class="stack">
          <Card title={t("help.steps")} id="steps">
            <ol class="numbered help-lines">
              {help.steps.map((step) => (
                <li key={step.title}>
                  <strong>{step.title}</strong>
                  <p>{step.text}</p>
                </li>
              ))}
            </ol>
          </Card>
          <ListCard section="selling" lines={help.selling} />
          <ListCard section="problems" lines={help.failing} />
          <Card title={t("help.words")} id="words">
            <Glossary terms={help.glossary} />
          </Card>
          <ListCard section="before" lines={help.checklist} />
          <KeyByHand />
          <Card title={t("help.developers")} id="developers">
            <p>{t("help.developersText")}</p>
            <div>
              <LinkButton href="/help/developers">{t("help.webhook")}</LinkButton>
            </div>
          </Card>
        </div>
      </div>
    </TopShell>
  );
}

function ListCard(props: { section: "selling" | "problems" | "before"; lines: readonly string[] }) {
  return (
    <Card title={t(`help.${props.section}`)} id={props.section}>
      <ul class="plain-list help-lines">
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}

function KeyByHand() {
  return (
    <Card title={t("help.permissions")} id="permissions">
      <ol class="numbered">
        <li>{t("wizard.whereKey1")}</li>
        <li>{t("wizard.whereKey2")}</li>
        <li>{t("wizard.whereKey3")}</li>
        <li>{t("wizard.whereKey4")}</li>
      </ol>
      <details class="disclosure">
        <summary>{t("help.permissionTable")}</summary>
        <PermissionTable />
      </details>
    </Card>
  );
}
