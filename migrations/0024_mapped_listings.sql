CREATE TABLE `product_key` (
	`connection_id` text NOT NULL,
	`key` text NOT NULL,
	`product_id` text NOT NULL,
	`variant_id` text NOT NULL,
	PRIMARY KEY(`connection_id`, `key`, `product_id`, `variant_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_key_product` ON `product_key` (`connection_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `unmapped_listing` (
	`connection_id` text NOT NULL,
	`channel_product_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`skus` text NOT NULL,
	`confidence` text NOT NULL,
	`product_id` text,
	`matched_by` text,
	`pairs` text NOT NULL,
	`is_hidden` integer DEFAULT false NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `channel_product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `unmapped_listing_tab` ON `unmapped_listing` (`connection_id`,`is_hidden`,`confidence`,`channel_product_id`);--> statement-breakpoint
CREATE INDEX `unmapped_listing_product` ON `unmapped_listing` (`connection_id`,`product_id`);--> statement-breakpoint
INSERT INTO product_key
SELECT connection_id, 's:' || lower(trim(value->>'sku')), product_id, value->>'id'
FROM product, json_each(product.body, '$.variants') WHERE trim(coalesce(value->>'sku', '')) <> ''
UNION
SELECT connection_id, 'b:' || ltrim(trim(value->>'barcode'), '0'), product_id, value->>'id'
FROM product, json_each(product.body, '$.variants') WHERE ltrim(trim(coalesce(value->>'barcode', '')), '0') <> ''
UNION
SELECT connection_id, 'n:' || substr(search_text, 1, instr(search_text || char(10), char(10)) - 1), product_id, ''
FROM product WHERE coalesce(search_text, '') <> '';
--> statement-breakpoint
CREATE TRIGGER product_keys_in AFTER INSERT ON product BEGIN
  INSERT INTO product_key
  SELECT NEW.connection_id, 's:' || lower(trim(value->>'sku')), NEW.product_id, value->>'id'
  FROM json_each(NEW.body, '$.variants') WHERE trim(coalesce(value->>'sku', '')) <> ''
  UNION
  SELECT NEW.connection_id, 'b:' || ltrim(trim(value->>'barcode'), '0'), NEW.product_id, value->>'id'
  FROM json_each(NEW.body, '$.variants') WHERE ltrim(trim(coalesce(value->>'barcode', '')), '0') <> ''
  UNION
  SELECT NEW.connection_id, 'n:' || substr(NEW.search_text, 1, instr(NEW.search_text || char(10), char(10)) - 1), NEW.product_id, ''
  WHERE coalesce(NEW.search_text, '') <> '';
END;
--> statement-breakpoint
CREATE TRIGGER product_keys_out AFTER DELETE ON product BEGIN
  DELETE FROM product_key WHERE connection_id = OLD.connection_id AND product_id = OLD.product_id;
END;
--> statement-breakpoint
CREATE TRIGGER product_keys_anew AFTER UPDATE OF content_hash ON product
WHEN OLD.content_hash <> NEW.content_hash
BEGIN
  DELETE FROM product_key
  WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id AND variant_id <> ''
    AND (key, variant_id) NOT IN (
      SELECT 's:' || lower(trim(coalesce(value->>'sku', ''))), value->>'id' FROM json_each(NEW.body, '$.variants')
      UNION
      SELECT 'b:' || ltrim(trim(coalesce(value->>'barcode', '')), '0'), value->>'id' FROM json_each(NEW.body, '$.variants'));
  INSERT INTO product_key
  SELECT NEW.connection_id, 's:' || lower(trim(value->>'sku')), NEW.product_id, value->>'id'
  FROM json_each(NEW.body, '$.variants') WHERE trim(coalesce(value->>'sku', '')) <> ''
  UNION
  SELECT NEW.connection_id, 'b:' || ltrim(trim(value->>'barcode'), '0'), NEW.product_id, value->>'id'
  FROM json_each(NEW.body, '$.variants') WHERE ltrim(trim(coalesce(value->>'barcode', '')), '0') <> ''
  ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER product_name_key_anew AFTER UPDATE OF search_text ON product
WHEN OLD.search_text IS NOT NEW.search_text
BEGIN
  DELETE FROM product_key
  WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id AND variant_id = '';
  INSERT INTO product_key
  SELECT NEW.connection_id, 'n:' || substr(NEW.search_text, 1, instr(NEW.search_text || char(10), char(10)) - 1), NEW.product_id, ''
  WHERE coalesce(NEW.search_text, '') <> '';
END;
