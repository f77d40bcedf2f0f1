import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml, plainText } from "../../../src/domain/listings/clean-html";

describe("a cleaned description", () => {
  it("keeps plain markup and drops attributes, pictures, scripts and comments", () => {
    const html = `<div class="x"><p style="color:red" onclick="go()">Hello <b>you</b></p>
      <script>alert(1)</script><img src="https://other.example/1.jpg"><!-- note --><ul><li>one</ul></div>`;
    expect(cleanHtml(html).replace(/\s+/g, " ")).toBe(
      "<p>Hello <b>you</b></p> <ul><li>one</li></ul>",
    );
  });

  it("holds only kept tags, all closed, whatever comes in, and cleaning it again changes nothing", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<b onclick='x'>",
      "</b>",
      "<script>",
      "</script>",
      "<img src=x onerror=y>",
      "<br/>",
      "<",
      ">",
      "text ",
      "&amp;",
      "<!--",
      "-->",
      "<ul>",
      "<li>",
      "<a href='javascript:x'>",
      "</a>",
      '"',
      "'",
      "<svg><p>",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join("")),
        (html) => {
          const clean = cleanHtml(html);
          const tags = [...clean.matchAll(/<\/?([a-z0-9]+)>/g)];
          expect(clean.replace(/<\/?([a-z0-9]+)>/g, "")).not.toMatch(/[<>]/);
          expect(tags.every(([, name]) => ["p", "b", "br", "ul", "li"].includes(name ?? ""))).toBe(
            true,
          );
          const open = tags.filter(([tag, name]) => name !== "br" && !tag.startsWith("</"));
          const closed = tags.filter(([tag]) => tag.startsWith("</"));
          expect(open).toHaveLength(closed.length);
          expect(cleanHtml(clean)).toBe(clean);
        },
      ),
    );
  });

  it("reads as plain words", () => {
    expect(plainText("<p>Salt &amp; <b>pepper</b></p><p>mill</p>")).toBe("Salt & pepper mill");
  });
});
