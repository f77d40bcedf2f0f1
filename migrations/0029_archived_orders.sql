CREATE TABLE `order_mail` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `oversold_check` (
	`connection_id` text NOT NULL,
	`channel_product_id` text NOT NULL,
	`checked_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `channel_product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `oversold_seen` (
	`connection_id` text NOT NULL,
	`user_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `user_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `sales_order_tab`;--> statement-breakpoint
DROP INDEX `sales_order_ship_by`;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `oversold_at` integer;--> statement-breakpoint
CREATE INDEX `sales_order_group` ON `sales_order` (`connection_id`,CASE WHEN is_archived THEN 'archived' ELSE tab END,`placed_at`,`channel_order_id`);--> statement-breakpoint
CREATE INDEX `sales_order_group_ship_by` ON `sales_order` (`connection_id`,CASE WHEN is_archived THEN 'archived' ELSE tab END,coalesce(ship_by, 9999999999999),`channel_order_id`);--> statement-breakpoint
CREATE INDEX `sales_order_oversold` ON `sales_order` (`connection_id`,`oversold_at`) WHERE oversold_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `problem_needs_action` ON `problem` (`connection_id`) WHERE code = 'order.needs_action';
--> statement-breakpoint
DROP TRIGGER order_counted_in;
--> statement-breakpoint
DROP TRIGGER order_counted_out;
--> statement-breakpoint
DROP TRIGGER order_counted_anew;
--> statement-breakpoint
CREATE TRIGGER order_counted_in AFTER INSERT ON sales_order BEGIN
  INSERT INTO order_count VALUES (NEW.connection_id, CASE WHEN NEW.is_archived THEN 'archived' ELSE NEW.tab END, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;
--> statement-breakpoint
CREATE TRIGGER order_counted_out AFTER DELETE ON sales_order BEGIN
  UPDATE order_count SET orders = orders - 1 WHERE connection_id = OLD.connection_id
    AND tab = CASE WHEN OLD.is_archived THEN 'archived' ELSE OLD.tab END;
END;
--> statement-breakpoint
CREATE TRIGGER order_counted_anew AFTER UPDATE OF tab, is_archived ON sales_order
WHEN OLD.tab <> NEW.tab OR OLD.is_archived <> NEW.is_archived BEGIN
  UPDATE order_count SET orders = orders - 1 WHERE connection_id = OLD.connection_id
    AND tab = CASE WHEN OLD.is_archived THEN 'archived' ELSE OLD.tab END;
  INSERT INTO order_count VALUES (NEW.connection_id, CASE WHEN NEW.is_archived THEN 'archived' ELSE NEW.tab END, 1)
    ON CONFLICT DO UPDATE SET orders = orders + 1;
END;
