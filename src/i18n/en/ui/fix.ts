/** The buttons that lead to where a problem is put right. */
export const fix = {
  "fix.category": "Choose category",
  "fix.details": "Fill in details",
  "fix.parties": "Choose the parties",
  "fix.package": "Set default package",
  "fix.carriers": "Map carriers",
  "fix.orderSettings": "Order settings",
  "fix.reading": "Choose the currency",
  "fix.warehouse": "Choose warehouse",
  "fix.store": "Check the store",
  "fix.authorize": "Authorise again",
  "fix.module": "Module and its address",
  "fix.connection": "Open the settings",
  "fix.orders": "Show the orders",
  "fix.traffic": "Requests a minute",
  "fix.products": "Go to products",
  "fix.mapping": "Map products",
};
