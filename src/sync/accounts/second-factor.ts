/** The authenticator of a person: begun with a secret, on once a code of it was given, ended with a proof. */
import { SyncError } from "../../domain/errors/sync-error";
import { sha256 } from "../../lib/sha256";
import { newTotpSecret, totpStepOf } from "../../lib/totp";

const RECOVERY_CODES = 8;
/** 60 random bits each. */
const RECOVERY_LETTERS = 12;

export interface SecondFactorDeps {
  /** Undefined where none was begun; `isOn`: it was confirmed. */
  find(): Promise<{ secret: string; isOn: boolean } | undefined>;
  /** False where one is on, which stays. */
  begin(secret: string): Promise<boolean>;
  confirm(recoveryHashes: readonly string[]): Promise<void>;
  /** False where this code or a later one was taken before. */
  takeStep(step: number): Promise<boolean>;
  takeRecovery(hash: string): Promise<boolean>;
  now(): number;
  randomText(length: number): string;
}

/** The secret to put into an app. Throws SyncError("merchant", "auth.second_factor_on"). */
export async function beginSecondFactor(deps: SecondFactorDeps): Promise<string> {
  const secret = newTotpSecret();
  if (!(await deps.begin(secret))) throw new SyncError("merchant", "auth.second_factor_on");
  return secret;
}

/**
 * Switches it on by a first code and answers the recovery codes, which nobody sees again. Throws
 * SyncError("merchant", "auth.proof_wrong").
 */
export async function confirmSecondFactor(deps: SecondFactorDeps, code: string): Promise<string[]> {
  const found = await deps.find();
  if (!found || found.isOn || !(await isTotp(deps, found.secret, code)))
    throw new SyncError("merchant", "auth.proof_wrong");
  const codes = Array.from({ length: RECOVERY_CODES }, () => deps.randomText(RECOVERY_LETTERS));
  await deps.confirm(await Promise.all(codes.map(hashOf)));
  return codes;
}

/** Whether a code lets this person in: of the app, or one of the recovery codes, which is used up by it. */
export async function isSecondFactor(deps: SecondFactorDeps, code: string): Promise<boolean> {
  const found = await deps.find();
  if (!found?.isOn) return false;
  return (await isTotp(deps, found.secret, code)) || deps.takeRecovery(await hashOf(code));
}

async function isTotp(deps: SecondFactorDeps, secret: string, code: string): Promise<boolean> {
  const step = await totpStepOf(secret, code, deps.now());
  return step !== undefined && deps.takeStep(step);
}

const hashOf = (code: string) => sha256(`recovery:${code.toLowerCase().replace(/[\s-]/g, "")}`);
