import type { JournalEntry } from "../../src/contract/journal";
import { readSubject } from "../../src/domain/journal/subjects";
import { formatDateTime } from "../i18n/format";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { DataTable, type Column } from "../ui/data-table";
import { t } from "./texts";
import "./journal.css";

interface JournalTableProps {
  rows: readonly JournalEntry[];
  base: string;
  isBusy: boolean;
  onReplay: (entryId: string) => void;
}

export function JournalTable({ rows, ...rest }: JournalTableProps) {
  return (
    <DataTable
      caption={t("journal.title")}
      columns={columnsOf(rest)}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
}

const columnsOf = ({
  base,
  isBusy,
  onReplay,
}: Omit<JournalTableProps, "rows">): readonly Column<JournalEntry>[] => [
  {
    key: "when",
    label: t("journal.col.when"),
    cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{formatDateTime(at)}</time>,
  },
  {
    key: "what",
    label: t("journal.col.what"),
    isRowHead: true,
    cell: (entry) => <What entry={entry} />,
  },
  {
    key: "about",
    label: t("journal.col.about"),
    cell: ({ subjects }) => <About subjects={subjects} base={base} />,
  },
  {
    key: "outcome",
    label: t("journal.col.outcome"),
    cell: (entry) => <Outcome entry={entry} isBusy={isBusy} onReplay={onReplay} />,
  },
];

function What({ entry: { side, what, kind, body, answer } }: { entry: JournalEntry }) {
  return (
    <>
      <div class="soft small">{t(`journal.side.${side}`)}</div>
      <code class="journal-what">{what}</code>
      {(body || answer) && (
        <details>
          <summary>{t("journal.raw")}</summary>
          <Raw label={t(kind === "event" ? "journal.delivered" : "journal.sent")} text={body} />
          <Raw label={t("journal.answered")} text={answer} />
        </details>
      )}
    </>
  );
}

function Raw({ label, text }: { label: string; text: string }) {
  if (text === "") return null;
  return (
    <>
      <div class="soft small">{label}</div>
      <pre class="journal-raw" tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </>
  );
}

const MOST_SHOWN = 5;

function About({ subjects, base }: { subjects: readonly string[]; base: string }) {
  return (
    <ul class="journal-about">
      {subjects.slice(0, MOST_SHOWN).map((subject) => (
        <li key={subject}>
          <Subject subject={subject} base={base} />
        </li>
      ))}
    </ul>
  );
}

/** Orders and products have pages of their own; anything is a filter of the journal. */
function Subject({ subject, base }: { subject: string; base: string }) {
  const named = readSubject(subject);
  if (!named) return <>{subject}</>;
  const { kind, id } = named;
  const filtered = `${base}/activity/journal?subject=${encodeURIComponent(subject)}`;
  const page = kind === "order" ? "orders" : kind === "product" ? "products" : undefined;
  const href = page ? `${base}/${page}/${encodeURIComponent(id)}` : filtered;
  return <a href={href}>{t(`journal.about.${kind}`, { id })}</a>;
}

interface OutcomeProps {
  entry: JournalEntry;
  isBusy: boolean;
  onReplay: (entryId: string) => void;
}

function Outcome({ entry, isBusy, onReplay }: OutcomeProps) {
  const { kind, outcome, isFailed, tookMs, what, id, subjects } = entry;
  if (kind === "write")
    return (
      <>
        <Badge tone={isFailed ? "bad" : "good"}>{outcome}</Badge>
        <div class="soft small">{t("journal.took", { ms: tookMs })}</div>
      </>
    );
  if (subjects.length === 0) return <Badge tone="plain">{t("journal.received")}</Badge>;
  return (
    <Button
      icon="refresh"
      isBusy={isBusy}
      label={t("journal.replayEvent", { what })}
      onClick={() => onReplay(id)}
    >
      {t("journal.replay")}
    </Button>
  );
}
