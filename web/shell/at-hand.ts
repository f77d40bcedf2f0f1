/**
 * What comes with the app although only its pages use it: what the lists are made of, so that a list is one more
 * file and not ten.
 */
import "../data/list-view";
import "../data/loaded";
import "../data/polling";
import "../data/range";
import "../data/submission";
import "../data/use-list-address";
import "../data/use-resource";
import "../data/with-query";
import "../ui/data-table";
import "../ui/badge";
import "../ui/select-field";
import "../ui/menu";
import "../ui/notice";
import "../ui/tab-links";
import "../ui/thumb";
import "../ui/view-menu";
import "../problems/reason-label";
import "../problems/store-link";
import "../catalogue/product-filter";
import "../categories/category-path";
import "../orders/order-filter";
import "../orders/store-order";
import "../tasks/known-kinds";
import "../tasks/outcome";
import "../tasks/use-task-watch";
import "./cursor-pager";
import "./later";
import "./search-form";
import "./tones";
