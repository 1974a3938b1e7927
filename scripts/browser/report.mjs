// The web pages that scripts/report-browser-test wrote.

import path from "node:path";
import { SIZES, check, dir, end, launch, open, overflow, violations } from "./browser.mjs";

const context = await launch();
const at = (name) => `file://${path.join(dir, name)}`;

for (const name of ["en.html", "vi.html", "hostile.html"]) {
  for (const size of Object.keys(SIZES)) {
    const { page, wrong } = await open(context, at(name), size);
    await page.screenshot({ path: path.join(dir, `${name}-${size}.png`), fullPage: true });
    check(`${name} on a ${size}: accessible`, await violations(page));
    check(`${name} on a ${size}: no wider than the window`, await overflow(page));
    check(`${name} on a ${size}: nothing went wrong`, wrong);
    await page.close();
  }
}

for (const scheme of ["light", "dark"]) {
  const { page } = await open(context, at("en.html"), "desktop");
  await page.emulateMedia({ colorScheme: scheme });
  check(`colours, ${scheme}`, await violations(page));
  await page.screenshot({ path: path.join(dir, `${scheme}.png`) });
  await page.close();
}

// Each mark can be reached by keyboard and then says why, within the window.
for (const size of Object.keys(SIZES)) {
  const { page } = await open(context, at("en.html"), size);
  const hidden = await page.evaluate(() => {
    const problems = [];
    for (const mark of document.querySelectorAll("mark")) {
      mark.focus();
      const why = mark.querySelector(".why");
      const box = why.getBoundingClientRect();
      if (document.activeElement !== mark) problems.push(`no focus: ${mark.textContent}`);
      if (getComputedStyle(why).visibility !== "visible") problems.push(`not shown: ${why.textContent}`);
      if (box.left < -1 || box.right > innerWidth + 1) problems.push(`cut off: ${why.textContent} (${box.left}–${box.right})`);
    }
    return problems.slice(0, 5);
  });
  check(`marks on a ${size} say why`, hidden);
  await page.screenshot({ path: path.join(dir, `why-${size}.png`) });
  await page.close();
}

// What a hostile document wrote is text, and nothing else.
const { page } = await open(context, at("hostile.html"), "desktop");
const made = await page.evaluate(() => {
  const listening = [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => a.name.startsWith("on")));
  return [...document.querySelectorAll("script,img,svg,b"), ...listening].map((e) => e.outerHTML.slice(0, 100));
});
check("no element of a hostile document's own", made);
const shown = await page.evaluate(() => document.body.innerText.includes("<script>alert('text')</script>"));
check("its text is shown as it stands", !shown && "the text is missing");

await context.close();
end();
