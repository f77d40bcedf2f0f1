/** Every check of the health page in English, by its name. */
import type { CheckWording } from "../base/wording";
import { channelChecks } from "./checks/channel";
import { moduleChecks } from "./checks/module";
import { orderChecks } from "./checks/orders";
import { storeChecks } from "./checks/store";

const all = { ...storeChecks, ...orderChecks, ...moduleChecks, ...channelChecks };

export type CheckName = keyof typeof all;
export type CheckTexts = Readonly<Record<CheckName, CheckWording>>;

export const checks: CheckTexts = all;
