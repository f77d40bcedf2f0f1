import { expect } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";

/** The SyncError that an action ends with; an action that succeeds or throws anything else fails the test. */
export async function failureOf(action: Promise<unknown>): Promise<SyncError> {
  const caught: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(caught).toBeInstanceOf(SyncError);
  return caught as SyncError;
}
