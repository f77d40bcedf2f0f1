/** Products of shops in English, with what a careful person would fill in by their texts. */

/** Attributes of ten categories with their values; "+": several, "*": a text of one's own. */
export const ENGLISH_CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dress: {
    "Material+": "Cotton|Polyester|Viscose|Linen|Silk|Wool|Elastane|Velvet|Denim",
    "Sleeve length": "Sleeveless|Short sleeve|3/4 sleeve|Long sleeve",
    Neckline: "Round neck|V-neck|Square neck|High neck|Off the shoulder|Halter",
    Pattern: "Plain|Striped|Floral|Polka dot|Checked|Animal print",
    "Season+": "Spring|Summer|Autumn|Winter|All seasons",
    Closure: "Zip|Button|Tie|Pull on",
    "Dress length": "Mini|Midi|Maxi",
  },
  shoes: {
    "Upper material": "Leather|Faux leather|Suede|Canvas|Mesh|Textile|Rubber",
    Closure: "Lace-up|Velcro|Zip|Buckle|Slip-on",
    "Heel type": "Flat|Block heel|Stiletto|Wedge|Platform",
    "Sole material": "Rubber|Leather|EVA|Cork",
    Waterproof: "Yes|No",
    "Season+": "Spring|Summer|Autumn|Winter|All seasons",
  },
  bag: {
    "Material+": "Leather|Faux leather|Canvas|Cotton|Nylon|Polyester|Jute|Cork",
    "Lining material": "Cotton|Polyester|Nylon|Leather",
    "Closure+": "Zip|Magnetic|Buckle|Drawstring|Button",
    Pattern: "Plain|Striped|Floral|Checked|Quilted",
    "Occasion+": "Everyday|Office|Travel|Beach|Party|Sports",
    "Capacity*": "",
  },
  kitchen: {
    "Material+":
      "Ceramic|Porcelain|Stoneware|Glass|Stainless steel|Cast iron|Bamboo|Wood|Silicone|Plastic",
    Capacity: "250 ml|300 ml|350 ml|400 ml|500 ml|1 L|1.5 L|2 L|3 L",
    "Number of pieces": "1|2|4|6|8|12",
    "Dishwasher safe": "Yes|No",
    "Microwave safe": "Yes|No",
    Shape: "Round|Square|Rectangular|Oval",
    "Country of origin":
      "United Kingdom|Germany|France|Italy|Portugal|Poland|China|India|Japan|Turkey",
  },
  lamp: {
    "Material+": "Metal|Glass|Wood|Rattan|Ceramic|Paper|Plastic|Brass",
    "Power source": "Corded electric|USB|Solar powered|Rechargeable",
    "Room type+": "Bedroom|Living room|Kitchen|Bathroom|Office|Garden|Children's room",
    Style: "Modern|Vintage|Industrial|Scandinavian|Rustic|Minimalist",
    Wattage: "5 W|10 W|25 W|40 W|60 W",
    Dimmable: "Yes|No",
    Warranty: "1 year|2 years|3 years|5 years",
  },
  cream: {
    "Skin type+": "Dry skin|Oily skin|Combination skin|Sensitive skin|Normal skin|All skin types",
    Volume: "30 ml|50 ml|75 ml|100 ml|150 ml|200 ml|250 ml",
    Fragrance: "Unscented|Lavender|Rose|Vanilla|Citrus|Coconut|Almond",
    Vegan: "Yes|No",
    "Country of origin": "United Kingdom|Germany|France|Italy|Poland|South Korea|Japan",
  },
  candle: {
    Material: "Soy wax|Beeswax|Paraffin|Coconut wax",
    "Scent+": "Unscented|Lavender|Vanilla|Rose|Sandalwood|Cinnamon|Citrus|Fig|Jasmine",
    "Burn time*": "",
    "Quantity per pack": "1|2|3|4|6|10|12",
    Shape: "Round|Square|Cylindrical|Heart",
    "Occasion+": "Birthday|Wedding|Christmas|Everyday",
  },
  bedding: {
    "Material+": "Cotton|Linen|Polyester|Microfibre|Silk|Bamboo|Wool|Down|Flannel",
    Pattern: "Plain|Striped|Floral|Checked|Geometric",
    Season: "Summer|Winter|All seasons",
    Closure: "Zip|Button|Press stud|Envelope",
    "Number of pieces": "1|2|3|4|6",
    "Country of origin": "United Kingdom|Portugal|Turkey|India|China|Germany",
  },
  jewellery: {
    "Material+": "Sterling silver|Stainless steel|Gold plated|Gold|Brass|Titanium|Leather|Silver",
    "Gemstone+":
      "None|Cubic zirconia|Pearl|Amethyst|Moonstone|Turquoise|Rose quartz|Diamond|Sapphire",
    Clasp: "Lobster clasp|Magnetic|Toggle|Slip-on",
    "Occasion+": "Everyday|Wedding|Party|Birthday|Anniversary",
    Shape: "Round|Oval|Heart|Star|Square",
    "Nickel free": "Yes|No",
  },
  pet: {
    "Material+": "Cotton|Nylon|Leather|Rope|Plush|Rubber|Polyester|Fleece|Stainless steel",
    Flavour: "Chicken|Beef|Salmon|Turkey|Peanut butter|Mint",
    Closure: "Buckle|Velcro|Zip|Snap",
    Pattern: "Plain|Striped|Checked|Paw print",
    "Machine washable": "Yes|No",
    Capacity: "300 ml|500 ml|1 L|2 L",
  },
};

/** Category | title | description | features | what is stated; of nothing else is there a word in it. */
export const ENGLISH_PRODUCTS = `
dress|Summer Wrap Dress in Pure Cotton|<p>A light wrap dress with a V-neck and short sleeves. Ties at the waist.</p>|Composition=100% cotton|Material=Cotton;Sleeve length=Short sleeve;Neckline=V-neck;Season=Summer;Closure=Tie
dress|Floral Midi Tea Dress|<p>Our best-selling tea dress, made from 95% viscose and 5% elastane. Round neck, 3/4 sleeves and a concealed zip at the back.</p>||Material=Viscose,Elastane;Sleeve length=3/4 sleeve;Neckline=Round neck;Pattern=Floral;Closure=Zip;Dress length=Midi
dress|Little Black Dress|<ul><li>Material: polyester</li><li>Neckline: square</li><li>Sleeves: sleeveless</li></ul><p>Pairs well with our wool cardigan.</p>||Material=Polyester;Neckline=Square neck;Sleeve length=Sleeveless
dress|Striped Shirt Dress|<p>Crisp linen with buttons down the front. Not lined. Do not bleach.</p>|Length=Midi|Material=Linen;Pattern=Striped;Closure=Button;Dress length=Midi
dress|Velvet Evening Gown|<p>Floor-length gown with long sleeves and a high neck. Softer than silk.</p>|Fabric=Velvet|Material=Velvet;Sleeve length=Long sleeve;Neckline=High neck;Dress length=Maxi
dress|Polka dot sundress|<p>Fun cotton sundress, off the shoulder, without zip: simply pull on.</p>||Material=Cotton;Neckline=Off the shoulder;Pattern=Polka dot;Closure=Pull on
dress|Denim Pinafore|<table><tr><td>Material</td><td>Denim</td></tr><tr><td>Length</td><td>Mini</td></tr><tr><td>Pattern</td><td>Plain</td></tr></table>||Material=Denim;Dress length=Mini;Pattern=Plain
dress|Leopard Print Slip Dress|<p>Bias cut slip in satin-look polyester. Wear it under a wool coat in the cold months.</p>|Sleeve=Sleeveless|Material=Polyester;Pattern=Animal print;Sleeve length=Sleeveless
dress|Wool Blend Knitted Dress|<p>Warm winter dress in a wool blend, with long sleeves and a turtleneck.</p>|Composition=70% wool, 30% polyester|Material=Wool,Polyester;Season=Winter;Sleeve length=Long sleeve;Neckline=High neck
dress|Halterneck Maxi Dress|<p>Flowing maxi dress in silk. Can be worn all year round.</p>|Pattern=Solid colour|Material=Silk;Neckline=Halter;Dress length=Maxi;Season=All seasons;Pattern=Plain
shoes|Men's Leather Oxford|<p>Classic lace-up shoe with a leather upper and a leather sole. Block heel of 2 cm.</p>||Upper material=Leather;Closure=Lace-up;Sole material=Leather;Heel type=Block heel
shoes|Canvas Slip-On Trainers|<p>Lightweight canvas, rubber sole. Great for summer.</p>|Heel=Flat|Upper material=Canvas;Closure=Slip-on;Sole material=Rubber;Heel type=Flat;Season=Summer
shoes|Waterproof Hiking Boot|<ul><li>Suede upper</li><li>Laces</li><li>Rubber outsole</li></ul>||Upper material=Suede;Closure=Lace-up;Sole material=Rubber;Waterproof=Yes
shoes|Stiletto Court Shoe in vegan leather|<p>Elegant stilettos. Sole: rubber.</p>||Upper material=Faux leather;Heel type=Stiletto;Sole material=Rubber
shoes|Kids' Velcro Trainers|<p>Mesh upper for hot feet, two velcro straps, EVA sole. Not waterproof.</p>||Upper material=Mesh;Closure=Velcro;Sole material=EVA;Waterproof=No
shoes|Cork Wedge Sandals|<p>Wedge sandals with a buckle at the ankle and an upper of soft leather.</p>|Season=Summer|Upper material=Leather;Heel type=Wedge;Closure=Buckle;Season=Summer
shoes|Wellington Boots|<p>100% waterproof rubber boots for autumn walks.</p>|Upper=Rubber|Upper material=Rubber;Waterproof=Yes;Season=Autumn
shoes|Zip Ankle Boots|<p>Faux leather ankle boots with side zip and platform sole.</p>||Upper material=Faux leather;Closure=Zip;Heel type=Platform
shoes|Ballet Flats|<p>Soft as butter ballet flats.</p>|Upper material=Leather;Sole material=Rubber|Upper material=Leather;Sole material=Rubber;Heel type=Flat
shoes|Winter Snow Boots with Fleece|<p>Textile upper, waterproof, lined with fleece. Lace-up.</p>||Upper material=Textile;Waterproof=Yes;Closure=Lace-up;Season=Winter
bag|Quilted Crossbody Bag|<p>Soft faux leather crossbody with a zip closure and polyester lining.</p>||Material=Faux leather;Lining material=Polyester;Closure=Zip;Pattern=Quilted
bag|Jute Beach Tote|<p>Roomy tote in natural jute with leather handles. Fits towels, a book and a bottle. 20 L.</p>||Material=Jute;Occasion=Beach;Capacity=20 L
bag|Canvas Rucksack 25L|<ul><li>Material: waxed cotton canvas</li><li>Closing: drawstring and buckle</li><li>Volume: 25 l</li></ul>||Material=Canvas,Cotton;Closure=Drawstring,Buckle;Capacity=25 L
bag|Leather Briefcase|<p>Full-grain leather briefcase for the office. Magnetic fastening. Lining: cotton.</p>||Material=Leather;Occasion=Office;Closure=Magnetic;Lining material=Cotton
bag|Gym Holdall|<p>Tough nylon holdall for sports and travel, with zip. Capacity 40 litres.</p>||Material=Nylon;Occasion=Sports,Travel;Closure=Zip;Capacity=40 L
bag|Evening Clutch|<p>Party clutch in cork, leather-free, with a button fastening.</p>||Material=Cork;Occasion=Party;Closure=Button
bag|Checked Shopper|<p>Everyday shopper.</p>|Material=Polyester;Closure=Zip;Pattern=Checked|Material=Polyester;Closure=Zip;Pattern=Checked;Occasion=Everyday
bag|Cotton Tote with Stripes|<p>Organic cotton tote bag, striped, no lining, no zip.</p>||Material=Cotton;Pattern=Striped
bag|Travel Wash Bag|<p>Wipe clean nylon. The lining is nylon too. Closes with a zip.</p>|Pattern=Floral|Material=Nylon;Lining material=Nylon;Closure=Zip;Pattern=Floral;Occasion=Travel
bag|Saddle Bag in Imitation Leather|<p>With adjustable strap (cotton webbing) and buckle closure.</p>|Pattern=Plain|Material=Faux leather;Closure=Buckle;Pattern=Plain
kitchen|Set of 4 Ceramic Mugs|<p>Hand-glazed mugs of 350 ml each. Dishwasher and microwave safe.</p>||Material=Ceramic;Capacity=350 ml;Number of pieces=4;Microwave safe=Yes;Dishwasher safe=Yes
kitchen|Cast Iron Casserole 3 L|<p>Round casserole. Made in France. Not dishwasher safe.</p>||Material=Cast iron;Capacity=3 L;Shape=Round;Country of origin=France;Dishwasher safe=No
kitchen|Bamboo Chopping Board|<table><tr><th>Shape</th><td>Rectangular</td></tr><tr><th>Origin</th><td>China</td></tr></table><p>Do not put in the dishwasher.</p>|Material=Bamboo|Material=Bamboo;Shape=Rectangular;Country of origin=China
kitchen|Double-Walled Glass Tumblers, 2 pieces|<p>Borosilicate glass, 0.3 l. Made in Germany.</p>|Dishwasher safe=Yes|Capacity=300 ml;Number of pieces=2;Country of origin=Germany;Dishwasher safe=Yes;Material=Glass
kitchen|Stainless Steel Kettle|<p>1.5 litre kettle with a plastic handle.</p>|Country of origin=Italy|Material=Stainless steel;Capacity=1.5 L;Country of origin=Italy
kitchen|Porcelain Dinner Plates (set of 6)|<p>Fine porcelain, microwave safe: yes, dishwasher safe: yes.</p>|Shape=Round|Material=Porcelain;Number of pieces=6;Shape=Round;Microwave safe=Yes;Dishwasher safe=Yes
kitchen|Silicone Baking Mould|<p>Square mould made from food-grade silicone. Dishwasher safe.</p>|Microwave safe=Yes|Material=Silicone;Shape=Square;Dishwasher safe=Yes;Microwave safe=Yes
kitchen|Oval Serving Platter|<p>Stoneware from Portugal with a glossy glaze.</p>|Origin=Portugal|Shape=Oval;Material=Stoneware;Country of origin=Portugal
kitchen|Wooden Salad Bowl|<p>Turned from one piece of acacia wood in India. Hand wash only.</p>|Country of origin=India;Shape=Round|Material=Wood;Country of origin=India;Shape=Round
kitchen|Travel Cup 500ml|<p>Stainless steel inside and out, lid made of plastic. 12 month guarantee.</p>|Dishwasher safe=No|Material=Stainless steel;Capacity=500 ml;Dishwasher safe=No
lamp|Rattan Pendant Light|<p>Boho pendant for living room or bedroom. Bulb not included (max. 60 W).</p>|Material=Rattan|Material=Rattan;Room type=Living room,Bedroom;Wattage=60 W
lamp|Industrial Desk Lamp|<p>Metal desk lamp for your home office. Corded. 2 year warranty.</p>|Style=Industrial|Material=Metal;Style=Industrial;Room type=Office;Power source=Corded electric;Warranty=2 years
lamp|Solar Garden Lantern|<p>Glass lantern, powered by the sun.</p>|Power source=Solar|Material=Glass;Power source=Solar powered;Room type=Garden
lamp|USB Rechargeable Night Light|<p>For the children's room. Dimmable: yes. Made of silicone-free plastic.</p>||Material=Plastic;Room type=Children's room;Dimmable=Yes
lamp|Vintage Brass Wall Light|<p>Solid brass. 40 W. Not dimmable.</p>|Style=Vintage|Material=Brass;Wattage=40 W;Dimmable=No;Style=Vintage
lamp|Scandinavian Oak Floor Lamp|<p>Solid wood tripod with a paper shade.</p>|Room=Living room;Style=Scandinavian|Material=Wood;Style=Scandinavian;Room type=Living room
lamp|Paper Lampshade|<p>Minimalist shade in rice paper.</p>|Style=Minimalist;Material=Paper|Material=Paper;Style=Minimalist
lamp|Ceramic Table Lamp|<p>A 25 watt lamp with a ceramic base. Guarantee: 3 years.</p>|Style=Modern;Dimmable=Yes|Wattage=25 W;Warranty=3 years;Style=Modern;Dimmable=Yes;Material=Ceramic
lamp|Bathroom Mirror Light|<p>Glass and metal.</p>|Power source=Mains;Wattage=10W;Warranty=5 years|Material=Glass,Metal;Room type=Bathroom;Power source=Corded electric;Wattage=10 W;Warranty=5 years
lamp|Clip-on reading lamp|<p>Charges by USB cable, 5 W, ideal for the bedroom.</p>|Material=Plastic|Power source=USB;Wattage=5 W;Room type=Bedroom;Material=Plastic
cream|Day Cream for Dry Skin 50 ml|<p>Rich cream with shea butter. Vegan. Made in France.</p>||Skin type=Dry skin;Volume=50 ml;Vegan=Yes;Country of origin=France
cream|Oil-Free Gel|<p>For oily and combination skin. 75 ml tube. Fragrance-free.</p>||Skin type=Oily skin,Combination skin;Volume=75 ml;Fragrance=Unscented
cream|Lavender Body Butter|<p>200ml jar. Suitable for all skin types. Not vegan (contains beeswax).</p>||Fragrance=Lavender;Volume=200 ml;Skin type=All skin types;Vegan=No
cream|Rose Hand Cream|<p>With rose oil from Bulgaria.</p>|Volume=30 ml;Skin type=Sensitive;Country of origin=Germany|Fragrance=Rose;Volume=30 ml;Skin type=Sensitive skin;Country of origin=Germany
cream|Baby Lotion|<p>Gentle on sensitive skin, unscented, 250 ml.</p>|Vegan=Yes|Skin type=Sensitive skin;Fragrance=Unscented;Volume=250 ml;Vegan=Yes
cream|Coconut After Sun|<p>Cooling lotion, 0.15 l, without parabens.</p>|Scent=Coconut|Fragrance=Coconut;Volume=150 ml
cream|K-Beauty Snail Cream|<p>Made in South Korea. 100 ml. For normal to dry skin.</p>||Country of origin=South Korea;Volume=100 ml;Skin type=Normal skin,Dry skin
cream|Night Balm|<table><tr><td>Contents</td><td>50 ml</td></tr><tr><td>Skin type</td><td>Dry</td></tr><tr><td>Origin</td><td>Italy</td></tr></table>|Vegan=No|Volume=50 ml;Skin type=Dry skin;Country of origin=Italy;Vegan=No
cream|Vanilla & Almond Milk|<p>Body milk. It smells of vanilla like a cake fresh from the oven.</p>|Volume=250 ml|Fragrance=Vanilla;Volume=250 ml
cream|Foot Cream Citrus|<p>For every skin type.</p>|Country of origin=Poland|Fragrance=Citrus;Skin type=All skin types;Country of origin=Poland
candle|Lavender Soy Candle|<p>Hand-poured soy wax. Burns for 40 hours.</p>||Material=Soy wax;Scent=Lavender
candle|Set of 6 Beeswax Tapers|<p>Unscented tapers of pure beeswax.</p>|Shape=Cylindrical|Material=Beeswax;Quantity per pack=6;Scent=Unscented;Shape=Cylindrical
candle|Heart Shaped Wedding Favours|<p>Pack of 10 little candles for your wedding.</p>|Material=Paraffin|Shape=Heart;Quantity per pack=10;Material=Paraffin;Occasion=Wedding
candle|Cinnamon Christmas Candle|<p>Smells of cinnamon and orange.</p>|Wax=Soy|Scent=Cinnamon;Occasion=Christmas
candle|Vanilla & Sandalwood Jar|<p>A warm scent of vanilla and sandalwood in a round jar.</p>|Material=Coconut wax|Scent=Vanilla,Sandalwood;Shape=Round;Material=Coconut wax
candle|Birthday Cake Candles, 12 pieces|<p>Without scent.</p>||Occasion=Birthday;Quantity per pack=12;Scent=Unscented
candle|Fig Leaf Candle|<p>Soy, not paraffin.</p>|Scent=Fig;Burn time=50 h|Scent=Fig;Burn time=50 h;Material=Soy wax
candle|Jasmine Tealights (pack of 4)|<p>In recyclable cups.</p>|Material=Soy wax|Scent=Jasmine;Quantity per pack=4;Material=Soy wax
candle|Square Pillar Candle|<p>Everyday candle, unperfumed.</p>|Material=Paraffin;Pieces=1|Shape=Square;Material=Paraffin;Occasion=Everyday
candle|Citrus Garden Candle|<p>Keeps mosquitoes away with citrus oils. Twin pack.</p>|Burn time=30 hours|Scent=Citrus;Burn time=30 hours;Quantity per pack=2
bedding|Linen Duvet Cover|<p>Stonewashed linen from Portugal, closes with buttons. Plain.</p>||Material=Linen;Country of origin=Portugal;Closure=Button;Pattern=Plain
bedding|Flannel Sheet Set, 3 pieces|<p>Cosy winter bedding in brushed flannel.</p>|Pattern=Checked|Material=Flannel;Season=Winter;Number of pieces=3;Pattern=Checked
bedding|Silk Pillowcase|<p>Mulberry silk with hidden zip. Smoother than cotton.</p>|Number of pieces=1|Material=Silk;Closure=Zip;Number of pieces=1
bedding|Striped Cotton Bedding|<p>Made in Turkey of 100% cotton percale, press studs.</p>||Material=Cotton;Pattern=Striped;Country of origin=Turkey;Closure=Press stud
bedding|4 Season Down Duvet|<p>Filled with down. Cover: cotton.</p>|Season=All seasons|Season=All seasons;Material=Down
bedding|Microfibre Fitted Sheet|<p>Easy care, no ironing.</p>|Colour=White;Pattern=Plain;Country of origin=China|Material=Microfibre;Pattern=Plain;Country of origin=China
bedding|Bamboo Summer Duvet|<p>Cool summer duvet.</p>|Material=Bamboo viscose|Material=Bamboo;Season=Summer
bedding|Floral Quilt Set|<p>A quilt and two pillowcases: 3 piece set. Polyester filling, cotton outside.</p>|Closure=Envelope|Pattern=Floral;Number of pieces=3;Closure=Envelope
bedding|Wool Blanket|<p>Woven in the United Kingdom from pure new wool.</p>|Pattern=Plain|Material=Wool;Country of origin=United Kingdom;Pattern=Plain
bedding|Geometric Duvet Set of 2|<p>50% cotton, 50% polyester, zip closure.</p>||Material=Cotton,Polyester;Pattern=Geometric;Number of pieces=2;Closure=Zip
jewellery|Sterling Silver Heart Necklace|<p>925 silver with a lobster clasp. Nickel free.</p>||Material=Sterling silver;Shape=Heart;Clasp=Lobster clasp;Nickel free=Yes
jewellery|Pearl Drop Earrings|<p>Freshwater pearls on gold plated hooks. For your wedding day.</p>||Gemstone=Pearl;Material=Gold plated;Occasion=Wedding
jewellery|Titanium Ring|<p>Hypoallergenic titanium, no stones.</p>|Nickel free=Yes|Material=Titanium;Nickel free=Yes
jewellery|Moonstone Bracelet|<p>Magnetic clasp, stainless steel.</p>|Stone=Moonstone|Gemstone=Moonstone;Clasp=Magnetic;Material=Stainless steel
jewellery|Leather Wrap Bracelet|<p>Toggle fastening in brass.</p>|Material=Leather;Occasion=Everyday|Material=Leather;Clasp=Toggle;Occasion=Everyday
jewellery|Star Studs with Zirconia|<p>Tiny stars of sterling silver.</p>|Gemstone=Cubic zirconia|Shape=Star;Material=Sterling silver;Gemstone=Cubic zirconia
jewellery|Amethyst Pendant|<p>Oval amethyst, a lovely birthday present.</p>|Metal=Gold plated|Gemstone=Amethyst;Shape=Oval;Occasion=Birthday
jewellery|Rose Quartz Ring|<p>Looks like a diamond, but pink. Contains nickel? No, nickel free.</p>|Material=Silver|Gemstone=Rose quartz;Material=Silver;Nickel free=Yes
jewellery|Steel Bangle|<p>Polished stainless steel, slips on easily.</p>|Shape=Round|Material=Stainless steel;Shape=Round
jewellery|Turquoise Party Earrings|<p>Brass, not gold.</p>|Stone=Turquoise|Gemstone=Turquoise;Material=Brass;Occasion=Party
pet|Rope Toy|<p>Tough cotton rope for strong dogs. Machine washable.</p>||Material=Cotton,Rope;Machine washable=Yes
pet|Nylon Dog Collar|<p>With a metal buckle. Striped.</p>|Washable=Yes|Material=Nylon;Closure=Buckle;Pattern=Striped
pet|Chicken Training Treats|<p>Grain free, with real chicken. No beef.</p>||Flavour=Chicken
pet|Steel Water Bowl 1 L|<p>Stainless steel with rubber feet.</p>||Material=Stainless steel;Capacity=1 L
pet|Plush Bed|<p>Super soft plush with removable cover (zip). Not machine washable.</p>|Pattern=Plain|Material=Plush;Closure=Zip;Machine washable=No;Pattern=Plain
pet|Salmon Cat Sticks|<p>Cats love them.</p>|Flavour=Salmon|Flavour=Salmon
pet|Fleece Dog Coat|<p>Checked fleece coat, fastens with velcro.</p>|Machine washable=Yes|Material=Fleece;Closure=Velcro;Pattern=Checked;Machine washable=Yes
pet|Rubber Bone with Mint|<p>Natural rubber, smells of mint.</p>||Material=Rubber;Flavour=Mint
pet|Leather Lead|<p>Handmade in England.</p>|Material=Leather;Pattern=Plain|Material=Leather;Pattern=Plain
pet|Paw Print Bandana|<p>Polyester bandana with snaps.</p>|Washable=No|Material=Polyester;Pattern=Paw print;Closure=Snap
`;
