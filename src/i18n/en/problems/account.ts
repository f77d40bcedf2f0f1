import type { ProblemWording } from "../../base/wording";
import { after } from "../facts";
import { NOTHING_CHANGED, OURS } from "./first";
import { WAITS } from "./sentences";

const plain = (what: string, act: string): ProblemWording => ({
  what,
  means: NOTHING_CHANGED,
  act,
});

/** Signing in, connections, and requests as such. */
export const accountProblems = {
  "auth.unauthenticated": plain("You are not logged in.", "Log in and try again."),
  "auth.forbidden": plain("Your role does not allow this.", "Ask the owner of the account."),
  "auth.no_account": plain(
    "You belong to no account any more.",
    "Ask the owner of the account to invite you again, or open an account of your own.",
  ),
  "auth.proof_required": plain(
    "This needs your password once more.",
    "Enter it, or a code of your authenticator.",
  ),
  "auth.proof_wrong": plain("Password or code is wrong.", "Check it and try again."),
  "person.not_found": plain("This person does not belong to the account.", "Reload the page."),
  "person.member_already": plain(
    "Somebody with this e-mail belongs to the account already.",
    "Look for them in the list.",
  ),
  "person.last_owner": plain(
    "This is the last owner of the account.",
    "Make somebody else an owner first, or delete the account.",
  ),
  "person.address_differs": plain("The e-mail does not match.", "Type your own e-mail address."),
  "account.name_differs": plain(
    "The name does not match.",
    "Type the account's name as it is shown.",
  ),
  "invitation.not_found": plain("This invitation is no longer open.", "Reload the page."),
  "invitation.closed": plain(
    "This invitation was used, was taken back or has run out.",
    "Ask whoever invited you for a new one.",
  ),
  "invitation.other_address": plain(
    "This invitation is for another e-mail.",
    "Log in or sign up with the address it was sent to.",
  ),
  "invitation.member_elsewhere": plain(
    "You work in another account already.",
    "Leave that account first, or ask for an invitation to another address.",
  ),
  "auth.refused": plain("This was refused.", "Check what you entered and try again."),
  "auth.too_many_tries": plain("Too many tries.", "Wait a few minutes, then try again."),
  "auth.invalid_email_or_password": plain(
    "E-mail or password is wrong.",
    "Check both, or choose a new password.",
  ),
  "auth.user_already_exists": plain(
    "There is an account with this e-mail already.",
    "Log in instead.",
  ),
  "auth.user_already_exists_use_another_email": plain(
    "There is an account with this e-mail already.",
    "Log in instead.",
  ),
  "auth.invalid_email": plain("This is not an e-mail address.", "Check its spelling."),
  "auth.password_too_short": plain("The password is too short.", "Use at least 10 characters."),
  "auth.password_too_long": plain("The password is too long.", "Use at most 128 characters."),
  "auth.password_common": plain(
    "This is one of the passwords that are tried first.",
    "Choose one that nobody else has, such as four words that do not belong together.",
  ),
  "auth.password_simple": plain(
    "The password is too easy to guess.",
    "Choose one without rows and repetitions.",
  ),
  "auth.password_personal": plain(
    "The password is made of your name or e-mail.",
    "Choose one that has nothing to do with you.",
  ),
  "auth.invalid_password": plain("The present password is wrong.", "Check it and try again."),
  "auth.email_not_verified": plain(
    "Your e-mail is not confirmed yet.",
    "Press the link in the mail we have just sent you.",
  ),
  "auth.password_needed": plain(
    "This link was opened in another browser.",
    "Enter the password you chose when you signed up.",
  ),
  "auth.code_required": plain(
    "Your account asks for a second proof.",
    "Enter the code that your authenticator app shows.",
  ),
  "auth.code_wrong": plain(
    "The code is wrong, or was used before.",
    "Enter the one that is shown now, or a recovery code.",
  ),
  "auth.second_factor_on": plain(
    "An authenticator is in use already.",
    "Switch it off before you set up another.",
  ),
  "auth.invalid_token": plain("This link has run out or was used before.", "Ask for a new one."),
  "connection.not_found": plain("This connection does not exist.", "Go back to your connections."),
  "connection.name_taken": plain(
    "You have a connection of this name already.",
    "Choose another name.",
  ),
  "settings.changed_meanwhile": plain(
    "The settings were changed meanwhile, in another tab or by somebody else.",
    "Reload them, then change them again.",
  ),
  "connection.incomplete": plain(
    "The connection is not set up yet.",
    "Finish setting it up first.",
  ),
  "connection.platform_unknown": plain(
    "Weft does not know this platform.",
    "Choose one of the list.",
  ),
  "connection.paused": plain("The connection is paused.", "Resume it in the settings."),
  "connection.disconnected": {
    what: "TikTok Shop is disconnected.",
    means: "Nothing is synced until you authorise again.",
    act: "Authorise TikTok Shop again. Everything you set up stays.",
  },
  "channel.shop_taken": plain(
    "This TikTok Shop belongs to another connection already.",
    "Choose another shop, or delete the other connection first.",
  ),
  "channel.market_unknown": plain("Weft does not know this market.", "Choose one of the list."),
  "channel.shop_unknown": plain("This shop was not offered by TikTok Shop.", "Authorise again."),
  "channel.authorization_missing": {
    what: "TikTok Shop is not authorised yet.",
    means: "Nothing reaches TikTok Shop for now.",
    act: "Go to authorise TikTok Shop.",
  },
  "request.invalid": {
    what: (f) => `Something in the form is not right${after(f, "fields")}.`,
    means: NOTHING_CHANGED,
    act: "Check what you entered and try again.",
  },
  "request.too_large": {
    what: ({ limit }, format) =>
      typeof limit === "number"
        ? `This is too large: at most ${format.number(Math.floor(limit / 1024 ** 2))} MB can be sent at once.`
        : "This is too large.",
    means: NOTHING_CHANGED,
    act: "Send less at once.",
  },
  "request.not_json": plain("The request could not be read.", OURS),
  "request.unsupported_type": plain("The request could not be read.", OURS),
  "request.forbidden_origin": plain(
    "The request came from another site.",
    "Open Weft in its own tab.",
  ),
  "request.forbidden_host": plain(
    "This Weft does not answer by this name.",
    "Open it by the address that was printed when it started.",
  ),
  "route.not_found": plain("This does not exist.", "Reload the page; Weft may have been updated."),
  "product.not_found": plain("This product does not exist.", "Go back to the products."),
  "order.not_found": plain("This order does not exist.", "Go back to the orders."),
  "report.not_found": plain(
    "This report does not exist.",
    "Reports are kept for 90 days. Go back to the reports.",
  ),
  "journal.entry_not_found": plain(
    "This entry is no longer in the journal.",
    "Replay the order or the product instead.",
  ),
  "journal.subject_unknown": plain("Nothing has this name.", "Go back to the journal."),
  "journal.too_many": {
    what: (f) => `This would read ${after(f, "count")} things again, ${after(f, "most")} at most.`,
    means: NOTHING_CHANGED,
    act: "Choose a shorter time.",
  },
  "task.not_found": plain("This task does not exist.", "Go back to the tasks."),
  "category.unknown": plain("TikTok Shop has no such category.", "Choose another category."),
  "seal.unreadable": {
    what: "Stored credentials cannot be opened any more.",
    means: "Store and TikTok Shop cannot be reached with them.",
    act: "Enter the webservice key again and authorise TikTok Shop again.",
  },
  "weft.unexpected": { what: "Something unforeseen went wrong.", means: WAITS, act: OURS },
  "weft.unfinished": { what: "A step was left unfinished.", means: WAITS, act: OURS },
  "connection.too_many": {
    what: ({ limit }) => `This account holds ${limit} connections already, and Weft takes no more.`,
    means: "Nothing was made.",
    act: "Delete a connection you no longer need, or ask whoever runs this Weft for more.",
  },
  "connection.name_differs": plain(
    "The typed name is not the connection's name.",
    "Type it again.",
  ),
  "connection.warehouse_unknown": plain(
    "TikTok Shop has no such warehouse.",
    "Choose another one.",
  ),
  "connection.not_active": plain(
    "The connection is not active.",
    "Resume it, or finish setting it up.",
  ),
  "connection.store_missing": plain("No store is connected yet.", "Enter store URL and key first."),
  "channel.shop_bound": plain(
    "The connection has its TikTok Shop already.",
    "Create another connection for another shop.",
  ),
  "channel.authorization_ends": {
    what: ({ days }) =>
      `The permission to work with your TikTok Shop ends within ${days === 1 ? "a day" : `${String(days)} days`}.`,
    means: "All goes on until then. Afterwards sync stops and waits; nothing is lost.",
    act: "Authorise TikTok Shop again before that day.",
  },
  "channel.authorization_revoked": {
    what: "The permission to work with your TikTok Shop was taken back.",
    means: "Sync has stopped; all your data and mappings are kept.",
    act: "Authorise TikTok Shop again.",
  },
  "pull.range_reversed": plain("The first date is later than the second.", "Swap the dates."),
  "pull.date_invalid": plain("This is not a date.", "Choose the date again."),
  "mail.unsent": plain("The mail could not be sent.", "Try again in a minute."),
  "mail.not_configured": plain(
    "This Weft cannot send mail.",
    "Ask whoever runs it to set a sender.",
  ),
} satisfies Record<string, ProblemWording>;
