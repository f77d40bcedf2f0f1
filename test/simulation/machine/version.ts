/** The product's own entry points: what is deployed of one version of Weft. */
import { compose } from "../../../src/compose";
import { ledgerPortsOf } from "../../../src/compose/ledger-ports";
import { createApp } from "../../../src/http/app";
import { consumeBatch } from "../../../src/jobs/consume";
import { runCron } from "../../../src/jobs/cron";
import { consumeDeadBatch } from "../../../src/jobs/dead-letter";
import { LedgerObject } from "../../../src/ledger/ledger-object";

/** Built from an older commit as well, so it names only what every version has. */
export const version = {
  compose,
  ledgerPortsOf,
  createApp,
  consumeBatch,
  runCron,
  consumeDeadBatch,
  LedgerObject,
};

export type Version = typeof version;
