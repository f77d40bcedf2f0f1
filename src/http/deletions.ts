/** The end of a person's login and of an account, both confirmed by typing what ends. */
import { deletePerson } from "../db/accounts/delete-person";
import { toAddress } from "../domain/accounts/invitation";
import { SyncError } from "../domain/errors/sync-error";
import { deleteAccount } from "../tasks/delete-connection";
import type { AppServices, Person, Viewer } from "./context";

/** Throws SyncError("merchant", "person.address_differs" | "person.last_owner"). */
export async function deletePersonBy(
  { db, log }: AppServices,
  person: Person,
  confirmEmail: string,
): Promise<{ deleted: true }> {
  const { email, name } = person;
  if (toAddress(confirmEmail) !== toAddress(email))
    throw new SyncError("merchant", "person.address_differs", { email });
  if (!(await deletePerson(db, person)))
    throw new SyncError("merchant", "person.last_owner", { name });
  log.info("person.deleted");
  return { deleted: true };
}

/** Throws SyncError("merchant", "account.name_differs"). */
export async function deleteAccountBy(
  services: AppServices,
  { accountId, accountName }: Viewer,
  confirmName: string,
): Promise<{ deleted: true }> {
  if (confirmName.trim() !== accountName)
    throw new SyncError("merchant", "account.name_differs", { name: accountName });
  await deleteAccount(services, accountId);
  return { deleted: true };
}
