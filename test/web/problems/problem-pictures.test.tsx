import { expect, it } from "vitest";
import { ProblemPictures } from "../../../web/problems/problem-pictures";
import { draw, fakeServer } from "../support/render";

const shown = () =>
  [...document.querySelectorAll("a")].map((link) => [
    link.getAttribute("href"),
    link.querySelector("img")?.getAttribute("src"),
  ]);

it("shows the pictures that a problem names, each as a link", () => {
  const urls = ["https://shop.example/1.jpg", "https://shop.example/2.jpg"];
  draw(<ProblemPictures code="listing.images_left_out" facts={{ urls }} />, fakeServer({}));
  expect(shown()).toEqual(urls.map((url) => [url, url]));
});

it("follows no address that is none of a picture", () => {
  draw(
    <ProblemPictures code="tiktok.image" facts={{ url: "javascript:alert(1)" }} />,
    fakeServer({}),
  );
  expect(shown()).toEqual([]);
  draw(
    <ProblemPictures code="store.moved" facts={{ url: "https://shop.example" }} />,
    fakeServer({}),
  );
  expect(shown()).toEqual([]);
});
