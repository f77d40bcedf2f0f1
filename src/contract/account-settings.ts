/**
 * What an owner may set for the account. Each setting is one row of the table `settings`; the patch that
 * comes in, the reader of what is stored, the type and the key of its label (`settings.<name>`) all derive
 * from it.
 */
import * as z from "zod";
import { LONGEST_OPEN_DAYS } from "../domain/accounts/invitation";
import type { Role } from "../domain/accounts/role";
import { asStored, closedTo, setting, shapeOf, storedShapeOf } from "./settings-table";

const OWNERS: readonly Role[] = ["owner"];

const settings = {
  invitationDays: setting({
    schema: z
      .int()
      .min(1)
      .max(LONGEST_OPEN_DAYS)
      .describe("How many days the link of an invitation works; those sent before keep theirs."),
    fallback: LONGEST_OPEN_DAYS,
    changedBy: OWNERS,
  }),
};

const shape = shapeOf(settings);

export const AccountSettings = z.object(shape).meta({ id: "AccountSettings" });
export type AccountSettings = z.infer<typeof AccountSettings>;

/** What an owner may change; fields left out stay as they are. */
export const AccountSettingsPatch = z
  .object(shape)
  .partial()
  .strict()
  .meta({ id: "AccountSettingsPatch" });
export type AccountSettingsPatch = z.infer<typeof AccountSettingsPatch>;

const Stored = z.object(storedShapeOf(settings));

/** Settings as stored, with the default where a field is absent or of an older shape. */
export function readAccountSettings(stored: unknown): AccountSettings {
  return Stored.parse(asStored(stored));
}

/** The settings of a patch that a role may not change. */
export const accountSettingsClosedTo = (
  role: Role,
  patch: AccountSettingsPatch,
): (keyof AccountSettings)[] => closedTo(settings, role, patch);
