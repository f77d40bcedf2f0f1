/** The list of connections, and what is said of one above its pages. */
export const connections = {
  "connections.title": "Connections",
  "connections.text": "Each connection ties one store to one TikTok Shop.",
  "connections.empty": "Connect your first store",
  "connections.emptyText":
    "You need your PrestaShop back office and your TikTok Shop Seller Center. It takes about five minutes.",
  "connections.checklist": "What to prepare",
  "connections.open": ({ name }: { name: string }) => `Open ${name}`,
  "connections.finish": "Finish setting up",
  "wizard.refusedTitle": "TikTok Shop was not authorised",
  "wizard.refusedText":
    "The authorisation was refused or broken off. Nothing was connected; try again when you are ready.",
  "wizard.mismatchTitle": "The way back did not match",
  "wizard.mismatchText":
    "The authorisation was started somewhere else or took too long. For your safety it was not used; please start again.",
  "wizard.failedTitle": "TikTok Shop could not be connected",
  "wizard.failedText":
    "TikTok's answer could not be used. Nothing was connected; please try again.",
  "wizard.takenTitle": "This TikTok Shop is taken",
  "wizard.takenText":
    "The shop belongs to another connection already. Authorise with another shop, or delete that connection first.",
  "wizard.noShopTitle": "No TikTok Shop found",
  "wizard.noShopText":
    "This seller account has no shop yet. Finish the registration in Seller Center and authorise again.",
  "wizard.wrongShopTitle": "Another TikTok Shop answered",
  "wizard.wrongShopText":
    "The seller account you used does not own the shop of this connection. Log in to Seller Center with the right account and authorise again.",
  "wizard.authorizedTitle": "TikTok Shop is authorised",
};
