/** What happens to orders by itself, in the settings. */
export const orderHandling = {
  "orderHandling.title": "Order handling",
  "orderHandling.retries":
    "An order that PrestaShop fails to take is tried again after 10, 20 and 30 minutes, then it says that it needs you. What your own data stop, such as an item without a product, waits for its cause instead. On or off, an order follows by itself once your store answers well again, and “Retry now” always works.",
  "orderHandling.platform": "Orders fulfilled by TikTok (FBT)",
  "orderHandling.platformText":
    "Weft shows them under Orders → Fulfilled by TikTok and does not create them in PrestaShop: TikTok's warehouse holds those goods. PrestaShop takes the units of every order from your own stock, or, where the module keeps it from that, adds them to your stock when such an order is cancelled. Either would offer a wrong number to your buyers.",
  "orderHandling.archives":
    "Orders that are cancelled from now on move to the tab Archived, once nothing about them is open. Neither shop is told.",
};
