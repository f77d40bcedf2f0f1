import { PermissionTable } from "../connections/permission-table";
import { TopShell } from "./top-shell";
import { useHashScroll } from "./use-hash-scroll";
import {
  CHECKLIST,
  EVENT_TYPES,
  FAILING,
  STEPS,
  WEBHOOK_EXAMPLE,
  WEBHOOK_TEXT,
  WORDS,
  type HelpTerm,
} from "../i18n/help";
import { t } from "../i18n/t";
import { Card, PageHead } from "../ui/page";
import "./help.css";

const SECTIONS = ["before", "steps", "permissions", "webhook", "words", "problems"] as const;

/** The guide: what to prepare, the way to the first order, the key, events, words, failures. */
export default function Help() {
  useHashScroll();
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
          {CHECKLIST.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("help.steps")} id="steps">
        <ol class="numbered help-steps">
          {STEPS.map((step) => (
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
        {WEBHOOK_TEXT.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <pre class="help-code" tabIndex={0} aria-label={t("help.webhook")} role="region">
          <code>{WEBHOOK_EXAMPLE}</code>
        </pre>
        <Glossary words={EVENT_TYPES} isCode />
      </Card>
      <Card title={t("help.words")} id="words">
        <Glossary words={WORDS} />
      </Card>
      <Card title={t("help.problems")} id="problems">
        <ul class="plain-list">
          {FAILING.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </TopShell>
  );
}

function Glossary({ words, isCode }: { words: readonly HelpTerm[]; isCode?: boolean }) {
  return (
    <dl class="facts">
      {words.map(({ word, meaning }) => [
        <dt key={word}>{isCode ? <code>{word}</code> : word}</dt>,
        <dd key={`${word}-meaning`}>{meaning}</dd>,
      ])}
    </dl>
  );
}
