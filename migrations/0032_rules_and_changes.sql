ALTER TABLE `channel_category_rule` ADD `news` text;--> statement-breakpoint
ALTER TABLE `product_check` ADD `changed_rules` text;--> statement-breakpoint
ALTER TABLE `product_check` ADD `has_changes` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `listing` ADD `sent_version` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- What was sent is part of a product's check: the product is checked again when it is another.
CREATE TRIGGER listing_sent_anew AFTER UPDATE OF sent ON listing WHEN NEW.sent IS NOT OLD.sent BEGIN
  UPDATE listing SET sent_version = sent_version + 1
    WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id;
  UPDATE product SET revision = (SELECT coalesce(max(revision), 0) + 1 FROM product
      WHERE connection_id = NEW.connection_id)
    WHERE connection_id = NEW.connection_id AND product_id = NEW.product_id;
END;
