/**
 * Counts what a deployment is billed for, where workerd itself hands it over, so that nothing is missed: each answer
 * of the database, each statement and call of a ledger, each message of the queue.
 */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { LEDGER_METHODS } from "../src/sync/ledger-api";
import { PRICES, type Bill } from "./price-list";

interface Rows {
  rowsRead: number;
  rowsWritten: number;
}

interface Meta {
  rows_read?: number;
  rows_written?: number;
}

type Anything = (...given: unknown[]) => unknown;

/** Has `after` see what a method of a class of workerd answers. */
function watch(
  prototype: object,
  name: string,
  after: (answer: unknown, given: unknown[]) => void,
) {
  const methods = prototype as Record<string, Anything>;
  const real = methods[name];
  if (!real) throw new Error(`workerd has no ${name} any more`);
  methods[name] = function (this: unknown, ...given: unknown[]) {
    const answer = real.apply(this, given);
    after(answer, given);
    return answer;
  };
}

function watchDatabase(bill: Bill): void {
  const { dbSession } = env.DB.prepare("SELECT 1") as unknown as { dbSession: object };
  watch(Object.getPrototypeOf(dbSession) as object, "_send", (answer) => {
    void Promise.resolve(answer as Promise<{ meta: Meta } | { meta: Meta }[]>).then(
      (results) => {
        for (const { meta } of [results].flat()) {
          bill.rowsRead += meta.rows_read ?? 0;
          bill.rowsWritten += meta.rows_written ?? 0;
        }
      },
      () => {},
    );
  });
}

function watchQueue(bill: Bill): void {
  const queue = Object.getPrototypeOf(env.JOBS) as object;
  watch(queue, "send", () => void (bill.messages += 1));
  watch(queue, "sendBatch", (_answer, [messages]) => {
    bill.messages += [...(messages as Iterable<unknown>)].length;
  });
}

/** A cursor knows what it cost once it was read to its end; nobody holds one longer than its statement. */
function watchLedgers(bill: Bill): Promise<() => void> {
  const cursors: Rows[] = [];
  const count = () => {
    for (const { rowsRead, rowsWritten } of cursors.splice(0)) {
      bill.ledgerRowsRead += rowsRead;
      bill.ledgerRowsWritten += rowsWritten;
    }
  };
  return runInDurableObject(env.LEDGER.getByName("meter"), (ledger, { storage }) => {
    watch(Object.getPrototypeOf(storage.sql) as object, "exec", (cursor) => {
      cursors.push(cursor as Rows);
    });
    const methods = Object.getPrototypeOf(Object.getPrototypeOf(ledger)) as object;
    const calls = [...LEDGER_METHODS, "alarm"];
    for (const name of calls) watch(methods, name, () => void (bill.ledgerCalls += 1));
    return count;
  });
}

/** Starts counting; call it once. `read` answers what came together since it was asked last. */
export async function startMeter() {
  const bill = Object.fromEntries(Object.keys(PRICES).map((of) => [of, 0])) as Bill;
  watchDatabase(bill);
  watchQueue(bill);
  const countRows = await watchLedgers(bill);
  return {
    bill,
    read(): Bill {
      countRows();
      const read = { ...bill };
      for (const of of Object.keys(bill) as (keyof Bill)[]) bill[of] = 0;
      return read;
    },
  };
}
