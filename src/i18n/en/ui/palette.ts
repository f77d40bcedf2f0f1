/** The palette of everything one can go to, and the sheet of shortcuts. */
export const palette = {
  "palette.title": "Go to",
  "palette.field": "Page, product, order, buyer or action",
  "palette.none": "Nothing found. Try other words.",
  "palette.page": "Page",
  "palette.map": "Map products",
  "palette.action": "Action",
  "palette.connection": "Connection",
  "palette.product": "Product",
  "palette.order": "Order",
  "shortcuts.title": "Keyboard shortcuts",
  "shortcuts.palette": "Go to a page, product or order (⌘ K on a Mac)",
  "shortcuts.search": "Search this list",
  "shortcuts.sheet": "This list of shortcuts",
  "shortcuts.close": "Close what is open",
  "shortcuts.single": "Use single keys",
  "shortcuts.singleHint": "Off: only shortcuts with Ctrl or ⌘ work.",
};
