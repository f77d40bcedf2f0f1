/**
 * The names of the category tree. One line is `group > group: leaf, leaf`; a department with audiences
 * repeats its groups under each, as marketplaces do.
 */
export interface Department {
  name: string;
  /** Sub-departments with the same groups each; empty: the groups belong to the department. */
  audiences: readonly string[];
  groups: readonly string[];
}

export const DEPARTMENTS: readonly Department[] = [
  {
    name: "Fashion",
    audiences: ["Womenswear", "Menswear", "Kids' Fashion"],
    groups: [
      "Tops: T-shirts, Shirts, Polo Shirts, Tank Tops, Hoodies, Sweatshirts, Sweaters, Cardigans",
      "Bottoms: Jeans, Trousers, Shorts, Leggings, Joggers",
      "Outerwear: Coats, Jackets, Raincoats, Waistcoats",
      "Nightwear & Underwear: Pyjamas, Dressing Gowns, Socks, Underwear Sets, Thermals",
      "Special Wear > Occasion Wear: Formal Suits, Uniforms, Costumes",
      "Special Wear > Swimwear: Swim Shorts, Swimsuits, Rash Vests",
      "Shoes: Trainers, Boots, Sandals, Slippers, Loafers",
      "Accessories: Hats, Scarves, Gloves, Belts, Sunglasses",
    ],
  },
  {
    name: "Home Supplies",
    audiences: [],
    groups: [
      "Kitchen & Dining > Drinkware: Mugs, Glasses, Teapots, Water Bottles, Carafes",
      "Kitchen & Dining > Tableware: Plates, Bowls, Cutlery, Tablecloths, Coasters",
      "Kitchen & Dining > Cookware: Frying Pans, Saucepans, Baking Trays, Kitchen Knives",
      "Kitchen & Dining > Storage: Food Containers, Lunch Boxes, Spice Jars",
      "Home Decor > Wall Art: Posters, Framed Prints, Canvas Prints, Wall Stickers, Tapestries",
      "Home Decor > Soft Furnishings: Cushions, Cushion Covers, Throws, Curtains, Rugs",
      "Home Decor > Ornaments: Vases, Candles, Candle Holders, Clocks, Photo Frames, Figurines",
      "Bedding: Duvet Covers, Pillows, Bed Sheets, Mattress Protectors, Blankets",
      "Bathroom: Towels, Bath Mats, Shower Curtains, Soap Dishes",
      "Lighting: Table Lamps, Ceiling Lights, Fairy Lights, Light Bulbs",
      "Household Cleaning: Brushes, Mops, Cleaning Cloths, Laundry Baskets",
      "Garden: Plant Pots, Watering Cans, Seeds, Garden Tools, Bird Feeders",
    ],
  },
  {
    name: "Office & Stationery",
    audiences: [],
    groups: [
      "Paper Goods: Notebooks, Diaries, Greeting Cards, Wrapping Paper, Sticky Notes, Envelopes",
      "Writing Supplies: Pens, Pencils, Markers, Fountain Pens, Erasers",
      "Desk Supplies: Staplers, Scissors, Desk Organisers, Rulers, Calculators",
      "Art Supplies: Paint Brushes, Watercolours, Sketchbooks, Easels, Craft Kits",
      "Printing > Downloads: Vector Graphics, Printable Patterns",
    ],
  },
  {
    name: "Beauty & Personal Care",
    audiences: [],
    groups: [
      "Skincare: Face Creams, Serums, Cleansers, Sunscreens, Face Masks, Lip Balms",
      "Makeup: Lipsticks, Foundations, Mascaras, Eyeshadows, Makeup Brushes, Nail Polish",
      "Hair Care: Shampoos, Conditioners, Hair Oils, Hair Brushes, Hair Dyes",
      "Bath & Body: Shower Gels, Soaps, Body Lotions, Bath Salts, Deodorants",
      "Fragrance: Perfumes, Body Mists, Fragrance Sets",
      "Men's Grooming: Razors, Beard Oils, Shaving Foams, Aftershaves",
      "Oral Care: Toothbrushes, Toothpastes, Mouthwashes",
    ],
  },
  {
    name: "Phones & Electronics",
    audiences: [],
    groups: [
      "Phone Accessories > Protection: Phone Cases, Screen Protectors, Camera Lens Protectors",
      "Phone Accessories > Power: Chargers, Power Banks, Charging Cables, Wireless Chargers",
      "Phone Accessories > Holders: Car Mounts, Phone Grips, Tripods",
      "Audio: Headphones, Earbuds, Bluetooth Speakers, Microphones, Turntables",
      "Wearables: Smart Watches, Fitness Bands, Watch Straps",
      "Computers > Accessories: Keyboards, Computer Mice, Webcams, Laptop Sleeves, USB Hubs",
      "Computers > Storage: Memory Cards, USB Sticks, External Drives",
      "Cameras: Action Cameras, Instant Cameras, Camera Bags, Ring Lights",
      "Small Appliances: Kettles, Toasters, Blenders, Coffee Makers, Hair Dryers",
    ],
  },
  {
    name: "Sports & Outdoor",
    audiences: [],
    groups: [
      "Fitness: Yoga Mats, Dumbbells, Resistance Bands, Skipping Ropes, Foam Rollers",
      "Team Sports: Footballs, Basketballs, Rugby Balls, Shin Guards, Goalkeeper Gloves",
      "Camping: Tents, Sleeping Bags, Camping Stoves, Torches, Hammocks",
      "Cycling: Bike Lights, Bike Locks, Cycling Helmets, Bike Pumps, Panniers",
      "Water Sports: Swimming Goggles, Snorkels, Paddle Boards, Wetsuits",
      "Racket Sports: Tennis Rackets, Badminton Sets, Table Tennis Bats, Squash Balls",
      "Fishing: Fishing Rods, Fishing Reels, Lures",
    ],
  },
  {
    name: "Toys & Hobbies",
    audiences: [],
    groups: [
      "Soft Toys: Teddy Bears, Plush Animals, Puppets",
      "Games: Board Games, Card Games, Jigsaw Puzzles, Dice",
      "Building Toys: Building Blocks, Model Kits, Marble Runs",
      "Pretend Play: Dolls, Dolls' Houses, Play Kitchens, Toy Vehicles",
      "Musical Toys: Ukuleles, Recorders, Xylophones",
      "Collectables: Trading Cards, Coins, Stamps, Action Figures",
    ],
  },
  {
    name: "Luggage & Bags",
    audiences: [],
    groups: [
      "Bags: Backpacks, Tote Bags, Handbags, Crossbody Bags, Laptop Bags, Gym Bags",
      "Luggage: Suitcases, Travel Pillows, Luggage Tags, Packing Cubes",
      "Small Leather Goods: Wallets, Purses, Card Holders, Keyrings, Passport Covers",
    ],
  },
  {
    name: "Food & Beverages",
    audiences: [],
    groups: [
      "Drinks: Teas, Coffees, Fruit Juices, Hot Chocolate",
      "Sweets: Chocolates, Biscuits, Boiled Sweets, Dried Fruits",
      "Cupboard: Pastas, Olive Oils, Spices, Honeys, Jams",
      "Alcohol: Wines, Beers, Spirits",
    ],
  },
];

/** Leaves or groups only chosen sellers may sell in. */
export const INVITE_ONLY = ["Food & Beverages", "Collectables", "Sunscreens", "Perfumes"];

/** Branches outside the main category of the seeded shops. */
export const NON_MAIN = ["Fishing", "Turntables", "Stamps"];

/** Branches nobody may sell in. */
export const PROHIBITED = ["Alcohol", "Kitchen Knives", "Downloads"];
