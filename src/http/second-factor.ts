import {
  beginSecondFactor,
  confirmSecondFactor,
  findSecondFactor,
  takeRecovery,
  takeStep,
} from "../db/accounts/second-factors";
import { createSealer } from "../lib/seal";
import type { SecondFactorDeps } from "../sync/accounts/second-factor";
import type { AppServices } from "./context";

/** The authenticator of a person, its secret sealed for them alone. */
export function secondFactorOf(services: AppServices, userId: string): SecondFactorDeps {
  const { db, now, randomText, settings } = services;
  const sealer = createSealer(settings.sealingKeys);
  const owner = { accountId: "", connectionId: userId, field: "second_factor" };
  return {
    async find() {
      const row = await findSecondFactor(db, userId);
      if (!row) return undefined;
      return { secret: await sealer.open(row.sealed, owner), isOn: row.confirmedAt !== null };
    },
    begin: async (secret) => beginSecondFactor(db, userId, await sealer.seal(secret, owner), now()),
    confirm: (recovery) => confirmSecondFactor(db, userId, recovery, now()),
    takeStep: (step) => takeStep(db, userId, step),
    takeRecovery: (hash) => takeRecovery(db, userId, hash),
    now,
    randomText,
  };
}
