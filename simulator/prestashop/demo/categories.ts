// The category tree and the brands.
import { table } from "./table";

export const categories = table(
  "id|date_add|date_upd|name|link_rewrite|id_parent|level_depth|is_root_category|description|position|redirect_type",
  String.raw`
1|2026-11-23 09:31:21|2026-11-23 09:31:21|Root|root|~|~|~|~|~|~
2|2026-11-23 09:31:21|2026-11-23 09:31:21|Home|home|1|1|1|~|~|404
3|2026-11-23 09:31:27|2026-11-23 09:31:27|Clothes|clothes|2|2|~|<p>Discover our favorites fashionable discoveries, a selection of cool items to integrate in your wardrobe. Compose a unique style with personality which matches your own.</p>|~|~
4|2026-11-23 09:31:27|2026-11-23 09:42:28|Men|men|3|3|~|<p>T-shirts, sweaters, hoodies and men's accessories. From basics to original creations, for every style. </p>|~|~
5|2026-11-23 09:31:27|2026-11-23 09:31:27|Women|women|3|3|~|<p>T-shirts, sweaters, hoodies and women's accessories. From basics to original creations, for every style. </p>|1|~
6|2026-11-23 09:31:27|2026-11-23 09:31:27|Accessories|accessories|2|2|~|<p>Items and accessories for your desk, kitchen or living room. Make your house a home with our eye-catching designs. </p>|1|~
7|2026-11-23 09:31:27|2026-11-23 09:31:27|Stationery|stationery|6|3|~|<p>Notebooks, agendas, office accessories and more. Everything you need to combine the pleasant and the useful, either at work or at home. </p>|~|~
8|2026-11-23 09:31:27|2026-11-23 09:31:27|Home Accessories|home-accessories|6|3|~|<p>Details matter! Liven up your interior with our selection of home accessories. </p>|1|~
9|2026-11-23 09:31:27|2026-11-23 09:31:27|Art|art|2|2|~|<p>Framed poster and vector images, all you need to give personality to your walls or bring your creative projects to life.</p>|2|~
`,
  { active: "1" },
);

export const manufacturers = table(
  "id|link_rewrite|name|description",
  String.raw`
1|studio-design|Studio Design|<p>Studio Design offers a range of items from ready-to-wear collections to contemporary objects. The brand has been presenting new ideas and trends since its creation in 2012.</p>
2|graphic-corner|Graphic Corner|<p>Since 2010, Graphic Corner offers a large choice of quality posters, available on paper and many other formats. </p>
`,
  { active: "1", date_add: "2026-11-23 09:31:27", date_upd: "2026-11-23 09:31:27" },
);

export const suppliers = table(
  "id|name|link_rewrite",
  String.raw`
1|Fashion supplier|fashion-supplier
2|Accessories supplier|accessories-supplier
`,
  { active: "1", date_add: "2026-11-23 09:31:27", date_upd: "2026-11-23 09:31:27" },
);
