// A headless Chromium whose pages tell of everything that went wrong in them.

import { createRequire } from "node:module";
import { mkdtempSync, readFileSync } from "node:fs";
import path from "node:path";

export const dir = process.env.BROWSER_DIR;
const require = createRequire(path.join(dir, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

export async function launch() {
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launchPersistentContext(mkdtempSync(path.join(dir, "profile-")), {
    executablePath: process.env.CHROMIUM, headless: true, args: flags, locale: "en-US",
  });
}

// A page; `wrong` fills with console errors, exceptions, dialogs and requests that leave the machine.
export async function open(context, url, size) {
  const page = await context.newPage();
  await page.setViewportSize(SIZES[size]);
  const wrong = [];
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) wrong.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => wrong.push(`exception: ${e.message}`));
  page.on("dialog", (d) => { wrong.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (!/^(file|data|blob):/.test(r.url())) wrong.push(`request: ${r.url()}`); });
  await page.goto(url);
  return { page, wrong };
}

// What axe calls serious or critical.
export async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ["violations"] }));
  return violations
    .filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `axe: ${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
}

// What makes the page wider than the window, so that a reader on a phone has to push it about.
export function overflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth);
    return [`${root.scrollWidth - root.clientWidth} pixels too wide`, ...wide.slice(-3).map((e) => e.outerHTML.slice(0, 120))];
  });
}

let failures = 0;

export function check(name, problems) {
  const list = [problems].flat().filter(Boolean);
  failures += list.length ? 1 : 0;
  console.log(`${list.length ? "FAILED" : "ok"}  ${name}${list.map((p) => `\n        ${p}`).join("")}`);
}

export function end() {
  console.log(`screenshots: ${dir}`);
  process.exitCode = failures ? 1 : 0;
}
