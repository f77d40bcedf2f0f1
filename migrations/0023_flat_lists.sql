CREATE TABLE `product_count` (
	`connection_id` text NOT NULL,
	`source_category_id` text NOT NULL,
	`sync_state` text NOT NULL,
	`is_deleted` integer NOT NULL,
	`products` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `source_category_id`, `sync_state`, `is_deleted`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `product_state_count` (
	`connection_id` text NOT NULL,
	`sync_state` text NOT NULL,
	`products` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `sync_state`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `order_count` (
	`connection_id` text NOT NULL,
	`tab` text NOT NULL,
	`orders` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `tab`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `task_item_state`;--> statement-breakpoint
CREATE INDEX `task_item_state` ON `task_item` (`task_id`,`state`,`item_key`);--> statement-breakpoint
CREATE INDEX `product_category_updated` ON `product` (`connection_id`,`source_category_id`,`updated_at`,`product_id`);--> statement-breakpoint
CREATE INDEX `product_sold_out` ON `product` (`connection_id`,`updated_at`,`product_id`) WHERE stock_total <= 0;--> statement-breakpoint
CREATE INDEX `sales_order_ship_by` ON `sales_order` (`connection_id`,`tab`,coalesce(ship_by, 9999999999999),`channel_order_id`);--> statement-breakpoint
INSERT INTO product_count
SELECT connection_id, coalesce(source_category_id, ''), sync_state, deleted_at IS NOT NULL, count(*)
FROM product GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO product_state_count SELECT connection_id, sync_state, count(*) FROM product GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO order_count SELECT connection_id, tab, count(*) FROM sales_order GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER product_counted_in AFTER INSERT ON product BEGIN
  INSERT INTO product_count VALUES (NEW.connection_id, coalesce(NEW.source_category_id, ''), NEW.sync_state, NEW.deleted_at IS NOT NULL, 1)
    ON CONFLICT DO UPDATE SET products = products + 1;
  INSERT INTO product_state_count VALUES (NEW.connection_id, NEW.sync_state, 1)
    ON CONFLICT DO UPDATE SET products = products + 1;
END;
--> statement-breakpoint
CREATE TRIGGER product_counted_out AFTER DELETE ON product BEGIN
  UPDATE product_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND source_category_id = coalesce(OLD.source_category_id, '')
      AND sync_state = OLD.sync_state AND is_deleted = (OLD.deleted_at IS NOT NULL);
  UPDATE product_state_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND sync_state = OLD.sync_state;
END;
--> statement-breakpoint
CREATE TRIGGER product_counted_anew AFTER UPDATE OF source_category_id, sync_state, deleted_at ON product
WHEN OLD.source_category_id IS NOT NEW.source_category_id OR OLD.sync_state <> NEW.sync_state
  OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
  UPDATE product_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND source_category_id = coalesce(OLD.source_category_id, '')
      AND sync_state = OLD.sync_state AND is_deleted = (OLD.deleted_at IS NOT NULL);
  INSERT INTO product_count VALUES (NEW.connection_id, coalesce(NEW.source_category_id, ''), NEW.sync_state, NEW.deleted_at IS NOT NULL, 1)
    ON CONFLICT DO UPDATE SET products = products + 1;
END;
--> statement-breakpoint
CREATE TRIGGER product_state_counted_anew AFTER UPDATE OF sync_state ON product
WHEN OLD.sync_state <> NEW.sync_state
BEGIN
  UPDATE product_state_count SET products = products - 1
    WHERE connection_id = OLD.connection_id AND sync_state = OLD.sync_state;
  INSERT INTO product_state_count VALUES (NEW.connection_id, NEW.sync_state, 1)
    ON CONFLICT DO UPDATE SET products = products + 1;
END;
--> statement-breakpoint
CREATE TRIGGER order_counted_in AFTER INSERT ON sales_order BEGIN
  INSERT INTO order_count VALUES (NEW.connection_id, NEW.tab, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;
--> statement-breakpoint
CREATE TRIGGER order_counted_out AFTER DELETE ON sales_order BEGIN
  UPDATE order_count SET orders = orders - 1 WHERE connection_id = OLD.connection_id AND tab = OLD.tab;
END;
--> statement-breakpoint
CREATE TRIGGER order_counted_anew AFTER UPDATE OF tab ON sales_order WHEN OLD.tab <> NEW.tab BEGIN
  UPDATE order_count SET orders = orders - 1 WHERE connection_id = OLD.connection_id AND tab = OLD.tab;
  INSERT INTO order_count VALUES (NEW.connection_id, NEW.tab, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE product_search USING fts5(owner, body, content='', tokenize='trigram case_sensitive 1');
--> statement-breakpoint
INSERT INTO product_search (rowid, owner, body)
SELECT rowid, substr(connection_id, -3), search_text FROM product WHERE search_text IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER product_search_in AFTER INSERT ON product WHEN NEW.search_text IS NOT NULL BEGIN
  INSERT INTO product_search (rowid, owner, body)
  VALUES (NEW.rowid, substr(NEW.connection_id, -3), NEW.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER product_search_out AFTER DELETE ON product WHEN OLD.search_text IS NOT NULL BEGIN
  INSERT INTO product_search (product_search, rowid, owner, body)
  VALUES ('delete', OLD.rowid, substr(OLD.connection_id, -3), OLD.search_text);
END;
--> statement-breakpoint
CREATE TRIGGER product_search_anew AFTER UPDATE OF search_text ON product
WHEN OLD.search_text IS NOT NEW.search_text
BEGIN
  INSERT INTO product_search (product_search, rowid, owner, body)
  SELECT 'delete', OLD.rowid, substr(OLD.connection_id, -3), OLD.search_text WHERE OLD.search_text IS NOT NULL;
  INSERT INTO product_search (rowid, owner, body)
  SELECT NEW.rowid, substr(NEW.connection_id, -3), NEW.search_text WHERE NEW.search_text IS NOT NULL;
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE order_search USING fts5(owner, body, buyer, content='', tokenize='trigram case_sensitive 1');
--> statement-breakpoint
INSERT INTO order_search (order_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO order_search (rowid, owner, body, buyer)
SELECT rowid, substr(connection_id, -3), search_text, search_buyer FROM sales_order WHERE search_text IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER order_search_in AFTER INSERT ON sales_order WHEN NEW.search_text IS NOT NULL BEGIN
  INSERT INTO order_search (rowid, owner, body, buyer)
  VALUES (NEW.rowid, substr(NEW.connection_id, -3), NEW.search_text, NEW.search_buyer);
END;
--> statement-breakpoint
CREATE TRIGGER order_search_out AFTER DELETE ON sales_order WHEN OLD.search_text IS NOT NULL BEGIN
  INSERT INTO order_search (order_search, rowid, owner, body, buyer)
  VALUES ('delete', OLD.rowid, substr(OLD.connection_id, -3), OLD.search_text, OLD.search_buyer);
END;
--> statement-breakpoint
CREATE TRIGGER order_search_anew AFTER UPDATE OF search_text, search_buyer ON sales_order
WHEN OLD.search_text IS NOT NEW.search_text OR OLD.search_buyer <> NEW.search_buyer
BEGIN
  INSERT INTO order_search (order_search, rowid, owner, body, buyer)
  SELECT 'delete', OLD.rowid, substr(OLD.connection_id, -3), OLD.search_text, OLD.search_buyer
  WHERE OLD.search_text IS NOT NULL;
  INSERT INTO order_search (rowid, owner, body, buyer)
  SELECT NEW.rowid, substr(NEW.connection_id, -3), NEW.search_text, NEW.search_buyer
  WHERE NEW.search_text IS NOT NULL;
END;
