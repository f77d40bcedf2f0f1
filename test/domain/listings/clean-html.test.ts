import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml, plainText } from "../../../src/domain/listings/clean-html";
import { keepsTextRule } from "../../support/text-rule";

const shownTexts = (html: string) => html.replace(/<[^>]*>/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [];

describe("a cleaned description", () => {
  it("keeps plain markup and drops attributes, pictures, scripts and comments", () => {
    const html = `<div class="x"><p style="color:red" onclick="go()">Hello <b>you</b></p>
      <script>alert(1)</script><img src="https://other.example/1.jpg"><!-- note --><ul><li>one</ul></div>`;
    expect(cleanHtml(html).replace(/\s+/g, " ")).toBe(
      "<p>Hello <b>you</b></p> <ul><li>one</li></ul>",
    );
  });

  it.each([
    [
      "an attribute with a quote in it",
      '<p>Monitor arm.</p><p><img src="a.jpg" alt="Monitor 15" screen" width="300" /></p><p>Fits 27" screens.</p>',
      '<p>Monitor arm.</p><p>Fits 27" screens.</p>',
    ],
    [
      "an apostrophe in an attribute",
      "<p><img src=a.jpg alt='L'arbre' /></p><p>It's fine</p>",
      "<p>It's fine</p>",
    ],
    [
      "what an editor writes",
      "<p>Salt &amp; pepper&nbsp;mill &eacute;t&eacute; ☕ ✔</p>",
      "<p>Salt & pepper mill été  ✔</p>",
    ],
    [
      "a sign that would begin a tag",
      "<p>Size: 5 &lt; 6 &gt; 4, 3 < 4</p>",
      "<p>Size: 5 ‹ 6 > 4, 3 ‹ 4</p>",
    ],
    ["an escape of an escape", "<p>AT&amp;amp;T R&amp;D;</p>", "<p>AT&T R& D;</p>"],
    ["an escape with a tag in it", "&<b>amp;</b> x", "&<b> amp;</b> x"],
    [
      "paragraphs that nobody closed",
      "<p>one<p>two<ul><li>a<li>b</ul>",
      "<p>one</p><p>two</p><ul><li>a</li><li>b</li></ul>",
    ],
    [
      "a table without ends",
      "<table><tr><td>a<td>b<tr><td>c</table>d",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d",
    ],
    ["parts of a table without one", "<td>a</td><li>b</li>", "a<br>b"],
    ["a film that never ends", "<video src=x><p>words</p>", "<p>words</p>"],
    ["a film that ends", "a <video src=x><p>no film</p></video>b", "a b"],
    [
      "a form",
      "<select><option>red<option>blue</select><textarea>some &amp; text</textarea>",
      "red<br>bluesome & text",
    ],
    ["a tag that never ends", "<p>words</p><p class='", "<p>words</p>"],
    ["a comment that never ends", "<p>words</p><!-- more", "<p>words</p>"],
    [
      "a separator",
      "<p>a</p><p>--------------------</p><p>____________</p>",
      "<p>a</p><p>--------</p><p>________</p>",
    ],
    ["symbols only", "<p>★★★</p>", ""],
    ["nothing", "<p> </p><div><br></div>", ""],
  ])("reads %s as a browser does", (_, html, clean) => {
    expect(cleanHtml(html)).toBe(clean);
  });

  const piece = fc.constantFrom(
    ..."<p> </p> <b_onclick='x'> </b> <script> </script> <img_src=x_onerror=y> <br/> < > & &amp; &lt; &am <!-- --> <ul> </ul> <li> <a_href='javascript:x'> </a> \" ' <svg><p> </svg> <table> <tr> <td> </td> </table> <video> </video> <div> </div> <h2> ------- ======== 😀 © ; amp; &nbsp; &#8211; &copy"
      .split(" ")
      .map((text) => text.replaceAll("_", " ")),
    "word ",
    "other",
    " ",
    "\t",
    "\r\n",
    "\u0007",
    "<iframe>",
    "</iframe>",
    "<style",
  );

  it("holds only kept tags, all closed, keeps the rule of texts, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
        (html) => {
          const clean = cleanHtml(html);
          const tags = [...clean.matchAll(/<\/?([a-z0-9]+)>/g)];
          expect(clean.replace(/<\/?(p|b|br|ul|li|table|tr|td|h2)>/g, "")).not.toMatch(/[<]/);
          const open = tags.filter(([tag, name]) => name !== "br" && !tag.startsWith("</"));
          const closed = tags.filter(([tag]) => tag.startsWith("</"));
          expect(open).toHaveLength(closed.length);
          expect(clean === "" || keepsTextRule(clean)).toBe(true);
          expect(clean === "" || keepsTextRule(clean.replace(/<[^>]*>/g, ""))).toBe(true);
          expect(cleanHtml(clean)).toBe(clean);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("loses no visible word, and keeps their order", () => {
    const tags = fc.constantFrom(
      ..."<p> </p> <b> </b> <ul> <li> </ul> </li> <div> </div> <table> <tr> <td> </td> </tr> </table> <h1> </h1> <span> </i> <br> <textarea> </textarea> <video> <svg> <form> </p></b>".split(
        " ",
      ),
    );
    const number = fc.integer({ min: 0, max: 99 }).map((digits) => ` w${digits} `);
    fc.assert(
      fc.property(fc.array(fc.oneof(tags, number), { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        // Inside a text area tags are text: the words of a browser are asked of pieces without one.
        const shown = html.includes("<textarea>") ? html.replaceAll(/<\/?textarea>/g, "") : html;
        expect(shownTexts(cleanHtml(shown))).toEqual(shownTexts(shown));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["<style ", 8_000],
    ["<b>", 11_000],
    ["<a ", 11_000],
    ["<b></i>", 4_700],
    ["&amp;amp;", 3_700],
    ["<table><tr><td>", 2_200],
    ["<br> ", 6_500],
    ["-", 32_000],
    ["<!--", 8_000],
    ["&", 32_000],
    ["<video>", 4_700],
  ])("takes time by its length, also with %j many times", (text, times) => {
    // A quarter of a megabyte; what takes a square of time would be at it for minutes.
    const html = `<p>words</p>${text.repeat(times * 8)}`;
    expect(fastest(() => cleanHtml(html))).toBeLessThan(3_000);
  });

  it("reads as plain words", () => {
    expect(plainText("<p>Salt &amp; <b>pepper</b></p><p>mill</p>")).toBe("Salt & pepper mill");
  });
});

function fastest(work: () => unknown): number {
  const times = [1, 2].map(() => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...times);
}
