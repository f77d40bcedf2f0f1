import { describe, expect, it } from "vitest";
import {
  accountSettingsClosedTo,
  AccountSettingsPatch,
  readAccountSettings,
} from "../../src/contract/account-settings";

const DEFAULTS = { invitationDays: 7 };

describe("the settings of an account", () => {
  it.each([undefined, null, "text", {}, { unknown: 1 }, { invitationDays: 30 }])(
    "have defaults for %j",
    (stored) => {
      expect(readAccountSettings(stored)).toEqual(DEFAULTS);
    },
  );

  it("keep what is stored", () => {
    expect(readAccountSettings({ invitationDays: 2 })).toEqual({ invitationDays: 2 });
  });

  it("refuse a name nobody knows, and a link that works longer than a week", () => {
    expect(AccountSettingsPatch.parse({})).toEqual({});
    for (const wrong of [{ invitationdays: 1 }, { invitationDays: 8 }, { invitationDays: 0 }])
      expect(AccountSettingsPatch.safeParse(wrong).success).toBe(false);
  });

  it("may be changed by owners alone", () => {
    const all = AccountSettingsPatch.parse(DEFAULTS);
    expect(accountSettingsClosedTo("owner", all)).toEqual([]);
    expect(accountSettingsClosedTo("admin", all)).toEqual(Object.keys(DEFAULTS));
  });
});
