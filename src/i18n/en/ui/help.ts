/** The headings of the help page; its prose is `en/help.ts`. */
export const help = {
  "help.title": "Help",
  "help.text": "How to sell, what the words mean, and what to do when something fails.",
  "help.contents": "Contents",
  "help.before": "Before you start",
  "help.steps": "From store to first order",
  "help.selling": "You already sell on TikTok Shop",
  "help.permissions": "The webservice key, made by hand",
  "help.permissionTable": "Permissions to tick",
  "help.developers": "For developers",
  "help.developersText":
    "Whoever keeps an ERP, a cron job or a script beside the store can tell Weft of changes as the module does.",
  "help.webhook": "Send events to Weft",
  "help.events": "Kinds of events",
  "help.words": "What the words mean",
  "help.problems": "When something fails",
  "wizard.whereKey1": "In PrestaShop, open Advanced parameters → Webservice.",
  "wizard.whereKey2": "Switch on “Enable PrestaShop's webservice” and save.",
  "wizard.whereKey3":
    "Choose “Add new webservice key”, press Generate, and tick the permissions below.",
  "wizard.whereKey4": "Save, then copy the key into this form.",
};
