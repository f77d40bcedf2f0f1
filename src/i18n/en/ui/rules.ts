/** Who decides what the fields of a listing say: the rules of all products, and those of one. */
export const rules = {
  "rules.title": "Sync rules",
  "rules.text":
    "Who decides what a listing says. A change sends no text and no picture by itself: they go with the next push. Stock and prices follow their rules at once.",
  "rules.save": "Save rules",
  "rules.try": "See what a push would change",
  "rules.trying": "The list is being made. Nothing is sent until you confirm it.",
  "rules.create": "When it is listed",
  "rules.update": "Afterwards",
  "rules.mapped": "Listings made in Seller Center",
  "rules.field.title": "Name",
  "rules.field.description": "Description",
  "rules.field.media": "Pictures",
  "rules.field.barcode": "Barcodes",
  "rules.field.details": "Category, attributes, variants and all else",
  "rules.field.price": "Price",
  "rules.field.stock": "Stock",
  "rules.choice.source": "As in PrestaShop",
  "rules.choice.connector": "The name kept in Weft",
  "rules.choice.channel": "Stays as in Seller Center",
  "rules.choice.none": "Left out",
  "rules.choice.draft": "None: a draft for Seller Center",
  "rules.draftHint":
    "TikTok Shop takes no product without stock. It is made as a draft, which you put on sale in Seller Center; its stock then goes by the rule for afterwards.",
  "rules.connectorHint": "Typed on the product's page. A product without one takes its own name.",
  "rules.product": "Sync rules of this product",
  "rules.productText":
    "They win over the rules in the settings. Texts and pictures go with the next push; stock and price follow at once.",
  "rules.productTitle": "Name on TikTok Shop",
  "rules.productTitleHint":
    "PrestaShop keeps its own name, also after the product is pulled again.",
  "rules.productTitleUnused":
    "Choose “The name kept in Weft” for the name below, then it can be typed.",
  "rules.titleInvalid": "A name has at most 300 characters.",
  "rules.asAll": ({ choice }: { choice: string }) => `As all products: ${choice}`,
};
