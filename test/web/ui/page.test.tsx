import { it } from "vitest";
import { PageHead, PlaceContext } from "../../../web/ui/page";
import { draw, fakeServer, until } from "../support/render";

it("names the tab by the page and what it is of, so that two connections can be told apart", async () => {
  const head = <PageHead title="Orders" />;
  draw(<PlaceContext.Provider value="Oak">{head}</PlaceContext.Provider>, fakeServer({}));
  await until(() => document.title === "Orders · Oak · Weft");
  draw(head, fakeServer({}));
  await until(() => document.title === "Orders · Weft");
});
