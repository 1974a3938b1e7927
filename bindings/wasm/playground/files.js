// The text of a file that was opened or dropped.
"use strict";

const LARGEST = 5_000_000;
const BLOCKS = "p,div,section,article,li,tr,h1,h2,h3,h4,h5,h6,blockquote,figcaption,caption,dt,dd,pre,main";
const WITHOUT_TEXT = "script,style,noscript,template,nav,footer,svg,select,button,textarea,iframe,head";

// The text, or an error whose message is a key of WORDS.
async function textOfFile(file) {
  if (file.size > LARGEST) throw new Error("tooLarge");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error("notUtf8");
  }
  const isPage = file.type === "text/html" || /\.html?$/i.test(file.name);
  return { text: isPage ? textOfPage(text) : text, isPage };
}

// The text of a web page, a block a paragraph. The document is inert: no script of it runs and nothing is loaded.
function textOfPage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll(WITHOUT_TEXT).forEach((e) => e.remove());
  page.querySelectorAll("br").forEach((e) => e.replaceWith("\n"));
  page.querySelectorAll("td,th").forEach((e) => e.append("\t"));
  page.querySelectorAll(BLOCKS).forEach((e) => { e.prepend("\n\n"); e.append("\n\n"); });
  const lines = page.body.textContent.split("\n").map((line) => line.replace(/[^\S\t]+/g, " ").trim());
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim() + "\n";
}
