/** The products of a category as a file: written from pages of the server, read, checked in parts, confirmed. */
import { createModel, signal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import type { CheckedRow, SheetProduct } from "../../src/contract/sheets";
import type { SheetCause } from "../../src/domain/sheets/judge-row";
import type { Client, Result } from "../api/client";
import { FileProblem, readFile } from "./read-file";
import { toParts, toRows, type FileRow } from "./rows";
import { notes } from "./messages";
import { delimiterFor, templateRows, toCsv } from "./write-file";

interface Refused {
  row: FileRow;
  causes: readonly SheetCause[];
}

/** What a file's rows come to. */
export interface CheckedFile {
  name: string;
  upload: string;
  headings: readonly string[];
  valid: readonly CheckedRow[];
  errors: readonly Refused[];
  unchanged: number;
}

/** A check that was broken off: what is checked stays so. */
interface Begun {
  name: string;
  upload: string;
  headings: readonly string[];
  rows: readonly FileRow[];
  /** By line. */
  answers: ReadonlyMap<number, CheckedRow>;
}

export interface Progress {
  kind: "download" | "check" | "apply";
  done: number;
  /** Undefined: nobody knows how many there are. */
  count?: number;
}

type Failed = Extract<Result<unknown>, { ok: false }>;

/** Of one category of the channel. `newId` names an upload. */
export const SheetModel = createModel(
  (client: Client, id: string, categoryId: string, newId = () => crypto.randomUUID()) => {
    const params = { id, categoryId };
    const progress = signal<Progress | null>(null);
    const refusal = signal<Reason | null>(null);
    const fileProblem = signal<FileProblem | null>(null);
    const checked = signal<CheckedFile | null>(null);
    const brokenOff = signal<Begun | null>(null);
    const refuse = ({ error }: Failed) => {
      refusal.value = error;
      return null;
    };
    const readSheet = () =>
      client.call("GET /api/connections/:id/channel-categories/:categoryId/sheet", { params });

    const readProducts = async () => {
      const products: SheetProduct[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await client.call(
          "GET /api/connections/:id/channel-categories/:categoryId/sheet/rows",
          { params, query: { cursor } },
        );
        if (!page.ok) return page;
        products.push(...page.value.rows);
        progress.value = { kind: "download", done: products.length };
        if (page.value.next === null) return { ok: true, value: products } as const;
        cursor = page.value.next;
      }
    };

    /** One act at a time; what was refused before is shown no more. */
    const act = async <T>(kind: Progress["kind"], work: () => Promise<T | null>) => {
      if (progress.value) return null;
      refusal.value = null;
      progress.value = { kind, done: 0 };
      return work().finally(() => {
        progress.value = null;
      });
    };

    /** The template as text, and how many products it has; null: refused. */
    const download = (language: string) =>
      act("download", async () => {
        const sheet = await readSheet();
        if (!sheet.ok) return refuse(sheet);
        const products = await readProducts();
        if (!products.ok) return refuse(products);
        const rows = templateRows(sheet.value.columns, products.value, notes());
        return { text: await toCsv(rows, delimiterFor(language)), count: products.value.length };
      });

    /** What is not checked yet, part by part; where one fails, what is checked is kept. */
    const checkRows = async (begun: Begun) => {
      const { name, upload, headings, rows } = begun;
      const answers = new Map(begun.answers);
      const sent = rows.filter(({ causes }) => causes.length === 0);
      brokenOff.value = null;
      for (const part of toParts(sent.filter(({ line }) => !answers.has(line)))) {
        progress.value = { kind: "check", done: answers.size, count: sent.length };
        const answer = await client.call(
          "POST /api/connections/:id/channel-categories/:categoryId/sheet/check",
          { params, body: { upload, rows: part } },
        );
        if (!answer.ok) {
          brokenOff.value = { ...begun, answers };
          return refuse(answer);
        }
        for (const row of answer.value.rows) answers.set(row.line, row);
      }
      checked.value = { name, upload, headings, ...sorted(rows, answers) };
      return null;
    };

    const goOn = () =>
      act("check", async () => {
        const begun = brokenOff.value;
        return begun && checkRows(begun);
      });

    const check = (file: File) =>
      act("check", async () => {
        checked.value = null;
        fileProblem.value = null;
        brokenOff.value = null;
        try {
          const table = await readFile(file);
          const sheet = await readSheet();
          if (!sheet.ok) return refuse(sheet);
          const { headings, rows } = toRows(table, sheet.value.columns);
          const { name } = file;
          await checkRows({ name, upload: newId(), headings, rows, answers: new Map() });
        } catch (caught) {
          if (!(caught instanceof FileProblem)) throw caught;
          fileProblem.value = caught;
        }
        return null;
      });

    /** What was started; null: refused. */
    const apply = () =>
      act("apply", async () => {
        const upload = checked.value?.upload ?? "";
        const started = await client.call(
          "POST /api/connections/:id/channel-categories/:categoryId/sheet/apply",
          { params, body: { upload } },
        );
        return started.ok ? started.value : refuse(started);
      });

    return { progress, refusal, fileProblem, checked, brokenOff, download, check, goOn, apply };
  },
);

function sorted(rows: readonly FileRow[], answers: ReadonlyMap<number, CheckedRow>) {
  const valid: CheckedRow[] = [];
  const errors: Refused[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const answer = answers.get(row.line);
    if (answer?.state === "valid") valid.push(answer);
    else if (answer?.state === "unchanged") unchanged += 1;
    else errors.push({ row, causes: answer?.causes ?? row.causes });
  }
  return { valid, errors, unchanged };
}
