// Options, features and the variants built from them.
import { table } from "./table";

export const productOptions = table(
  "id|group_type|name|public_name|is_color_group|position",
  String.raw`
1|select|Size|Size|~|~
2|color|Color|Color|1|1
3|select|Dimension|Dimension|~|2
4|select|Paper Type|Paper Type|~|3
`,
);

export const productOptionValues = table(
  "id|id_attribute_group|name|position|color",
  String.raw`
1|1|S|~|~
2|1|M|1|~
3|1|L|2|~
4|1|XL|3|~
5|2|Grey|~|#AAB2BD
6|2|Taupe|1|#CFC4A6
7|2|Beige|2|#f5f5dc
8|2|White|3|#ffffff
9|2|Off White|4|#faebd7
10|2|Red|5|#E84C3D
11|2|Black|6|#434A54
12|2|Camel|7|#C19A6B
13|2|Orange|8|#F39C11
14|2|Blue|9|#5D9CEC
15|2|Green|10|#A0D468
16|2|Yellow|11|#F1C40F
17|2|Brown|12|#964B00
18|2|Pink|13|#FCCACD
19|3|40x60cm|~|~
20|3|60x90cm|1|~
21|3|80x120cm|2|~
22|4|Ruled|~|~
23|4|Plain|1|~
24|4|Squarred|2|~
25|4|Doted|3|~
`,
);

export const productFeatures = table(
  "id|name|position",
  String.raw`
1|Composition|~
2|Property|1
`,
);

export const productFeatureValues = table(
  "id|id_feature|value",
  String.raw`
1|1|Polyester
2|1|Wool
3|1|Ceramic
4|1|Cotton
5|1|Recycled cardboard
6|1|Matt paper
7|2|Long sleeves
8|2|Short sleeves
9|2|Removable cover
10|2|120 pages
`,
);

export const combinations = table(
  "id|id_product|reference|default_on|price|product_option_values(id)|images(id)",
  String.raw`
1|1|demo_1|1|~|1,8|2
2|1|demo_1|~|~|1,11|1
3|1|demo_1|~|~|2,8|2
4|1|demo_1|~|~|2,11|1
5|1|demo_1|~|~|3,8|2
6|1|demo_1|~|~|3,11|1
7|1|demo_1|~|~|4,8|2
8|1|demo_1|~|~|4,11|1
9|2|demo_3|1|~|1|21
10|2|demo_3|~|~|2|21
11|2|demo_3|~|~|3|21
12|2|demo_3|~|~|4|21
13|3|demo_6|1|~|19|3
14|3|demo_6|~|20.000000|20|3
15|3|demo_6|~|50.000000|21|3
16|4|demo_5|1|~|19|4
17|4|demo_5|~|20.000000|20|4
18|4|demo_5|~|50.000000|21|4
19|5|demo_7|1|~|19|5
20|5|demo_7|~|20.000000|20|5
21|5|demo_7|~|50.000000|21|5
22|9|demo_15|1|~|8|10
23|9|demo_15|~|~|11|9
24|10|demo_16|1|~|8|12
25|10|demo_16|~|~|11|11
26|11|demo_17|1|~|8|14
27|11|demo_17|~|~|11|13
28|16|demo_8|1|~|22|18
29|16|demo_8|~|~|23|18
30|16|demo_8|~|~|24|18
31|16|demo_8|~|~|25|18
32|17|demo_9|1|~|22|19
33|17|demo_9|~|~|23|19
34|17|demo_9|~|~|24|19
35|17|demo_9|~|~|25|19
36|18|demo_10|1|~|22|20
37|18|demo_10|~|~|23|20
38|18|demo_10|~|~|24|20
39|18|demo_10|~|~|25|20
`,
);
