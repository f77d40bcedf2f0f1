CREATE TABLE `mapping_count` (
	`connection_id` text NOT NULL,
	`state` text NOT NULL,
	`categories` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `state`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `product_stop_count` (
	`connection_id` text NOT NULL,
	`code` text NOT NULL,
	`sync_state` text NOT NULL,
	`products` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `code`, `sync_state`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_by_name` ON `product` (`connection_id`,`sync_state`,substr(coalesce(search_text, lower(name)), 1, 80),`product_id`);--> statement-breakpoint
CREATE INDEX `product_by_price` ON `product` (`connection_id`,`sync_state`,`price_min_minor`,`product_id`);--> statement-breakpoint
CREATE INDEX `product_by_stock` ON `product` (`connection_id`,`sync_state`,`stock_total`,`product_id`);
--> statement-breakpoint
INSERT INTO mapping_count
SELECT used.connection_id, coalesce(mapping.state, 'none'), count(*)
FROM (SELECT DISTINCT connection_id, source_category_id FROM product_count WHERE NOT is_deleted AND products > 0) AS used
LEFT JOIN category_mapping AS mapping ON mapping.connection_id = used.connection_id
  AND mapping.source_category_id = used.source_category_id
GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO product_stop_count
SELECT product.connection_id, r.code, product.sync_state, count(*)
FROM product_check_reason AS r
CROSS JOIN product ON product.connection_id = r.connection_id AND product.product_id = r.product_id
GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER category_used_first AFTER INSERT ON product_count
WHEN NEW.products > 0 AND NOT NEW.is_deleted AND NOT EXISTS (SELECT 1 FROM product_count WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id AND sync_state <> NEW.sync_state AND NOT is_deleted AND products > 0)
BEGIN
  INSERT INTO mapping_count
  SELECT NEW.connection_id, coalesce((SELECT state FROM category_mapping WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id), 'none'), 1
  WHERE EXISTS (SELECT 1 FROM connection WHERE id = NEW.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
END;
--> statement-breakpoint
CREATE TRIGGER category_used_anew AFTER UPDATE OF products ON product_count
WHEN NOT NEW.is_deleted AND (OLD.products > 0) <> (NEW.products > 0) AND NOT EXISTS (SELECT 1 FROM product_count WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id AND sync_state <> NEW.sync_state AND NOT is_deleted AND products > 0)
BEGIN
  INSERT INTO mapping_count
  SELECT NEW.connection_id, coalesce((SELECT state FROM category_mapping WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id), 'none'), iif(NEW.products > 0, 1, -1)
  WHERE EXISTS (SELECT 1 FROM connection WHERE id = NEW.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
END;
--> statement-breakpoint
CREATE TRIGGER category_mapped AFTER INSERT ON category_mapping BEGIN
  INSERT INTO mapping_count
  SELECT NEW.connection_id, 'none', -1
  WHERE EXISTS (SELECT 1 FROM product_count WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id AND NOT is_deleted AND products > 0)
    AND EXISTS (SELECT 1 FROM connection WHERE id = NEW.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
  INSERT INTO mapping_count
  SELECT NEW.connection_id, NEW.state, 1
  WHERE EXISTS (SELECT 1 FROM product_count WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id AND NOT is_deleted AND products > 0)
    AND EXISTS (SELECT 1 FROM connection WHERE id = NEW.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
END;
--> statement-breakpoint
CREATE TRIGGER category_mapped_anew AFTER UPDATE OF state ON category_mapping WHEN OLD.state <> NEW.state BEGIN
  INSERT INTO mapping_count
  SELECT NEW.connection_id, OLD.state, -1
  WHERE EXISTS (SELECT 1 FROM product_count WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id AND NOT is_deleted AND products > 0)
    AND EXISTS (SELECT 1 FROM connection WHERE id = NEW.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
  INSERT INTO mapping_count
  SELECT NEW.connection_id, NEW.state, 1
  WHERE EXISTS (SELECT 1 FROM product_count WHERE connection_id = NEW.connection_id
    AND source_category_id = NEW.source_category_id AND NOT is_deleted AND products > 0)
    AND EXISTS (SELECT 1 FROM connection WHERE id = NEW.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
END;
--> statement-breakpoint
CREATE TRIGGER category_unmapped AFTER DELETE ON category_mapping BEGIN
  INSERT INTO mapping_count
  SELECT OLD.connection_id, OLD.state, -1
  WHERE EXISTS (SELECT 1 FROM product_count WHERE connection_id = OLD.connection_id
    AND source_category_id = OLD.source_category_id AND NOT is_deleted AND products > 0)
    AND EXISTS (SELECT 1 FROM connection WHERE id = OLD.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
  INSERT INTO mapping_count
  SELECT OLD.connection_id, 'none', 1
  WHERE EXISTS (SELECT 1 FROM product_count WHERE connection_id = OLD.connection_id
    AND source_category_id = OLD.source_category_id AND NOT is_deleted AND products > 0)
    AND EXISTS (SELECT 1 FROM connection WHERE id = OLD.connection_id)
  ON CONFLICT DO UPDATE SET categories = categories + excluded.categories;
END;
--> statement-breakpoint
CREATE TRIGGER stop_counted_in AFTER INSERT ON product_check_reason BEGIN
  INSERT INTO product_stop_count
  SELECT NEW.connection_id, NEW.code, sync_state, 1 FROM product
  WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id
  ON CONFLICT DO UPDATE SET products = products + 1;
END;
--> statement-breakpoint
CREATE TRIGGER stop_counted_out AFTER DELETE ON product_check_reason BEGIN
  UPDATE product_stop_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND code = OLD.code
      AND sync_state = (SELECT sync_state FROM product
        WHERE connection_id = OLD.connection_id AND product_id = OLD.product_id);
END;
--> statement-breakpoint
CREATE TRIGGER stopped_product_in AFTER INSERT ON product BEGIN
  INSERT INTO product_stop_count
  SELECT NEW.connection_id, code, NEW.sync_state, 1 FROM product_check_reason
  WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id
  ON CONFLICT DO UPDATE SET products = products + 1;
END;
--> statement-breakpoint
CREATE TRIGGER stopped_product_out AFTER DELETE ON product BEGIN
  UPDATE product_stop_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND sync_state = OLD.sync_state
      AND code IN (SELECT code FROM product_check_reason
        WHERE connection_id = OLD.connection_id AND product_id = OLD.product_id);
END;
--> statement-breakpoint
CREATE TRIGGER stopped_product_anew AFTER UPDATE OF sync_state ON product WHEN OLD.sync_state <> NEW.sync_state BEGIN
  UPDATE product_stop_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND sync_state = OLD.sync_state
      AND code IN (SELECT code FROM product_check_reason
        WHERE connection_id = OLD.connection_id AND product_id = OLD.product_id);
  INSERT INTO product_stop_count
  SELECT NEW.connection_id, code, NEW.sync_state, 1 FROM product_check_reason
  WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id
  ON CONFLICT DO UPDATE SET products = products + 1;
END;
