// Run by ./browser-test.

import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SIZES, check, dir, end, launch, open, overflow, violations } from "../../scripts/browser/browser.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const url = `file://${path.join(here, "playground/index.html")}`;
const text = readFileSync(path.join(here, "../../examples/page.txt"), "utf8");
const context = await launch();
const shot = (page, name) => page.screenshot({ path: path.join(dir, `${name}.png`) });

const status = (page, words) =>
  page.waitForFunction((w) => document.getElementById("status").textContent.includes(w), words, { timeout: 20_000 });

// Pastes as a person does: by the event that carries the text.
async function paste(page, what) {
  await page.focus("#text");
  await page.evaluate((t) => {
    const carried = new DataTransfer();
    carried.setData("text/plain", t);
    const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
    const field = document.getElementById("text");
    // An event made by a script inserts nothing by itself.
    if (field.dispatchEvent(event)) field.setRangeText(t, 0, field.value.length, "end");
  }, what);
}

function drop(page, name, type, bytes) {
  return page.evaluate(([name, type, bytes]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, [name, type, [...bytes]]);
}

for (const size of Object.keys(SIZES)) {
  const { page, wrong } = await open(context, url, size);
  await status(page, "Ready.");
  check(`empty, ${size}: accessible`, await violations(page));
  await paste(page, text);
  await status(page, "Read in");
  console.log(`    ${await page.textContent("#status")}`);
  const seen = await page.evaluate(() => ({
    marks: document.querySelectorAll("#result mark").length,
    headings: [...document.querySelectorAll("#result aside h2")].map((h) => h.textContent),
    official: document.querySelector("#result mark.official .why")?.textContent,
  }));
  const headings = ["Summary", "Officials", "Money", "Documents cited", "Acronyms"];
  check(`pasted, ${size}: text marked, summary and tables`, [
    seen.marks < 30 && `${seen.marks} marks`,
    ...headings.filter((h) => !seen.headings.includes(h)).map((h) => `no ${h}`),
    seen.official !== "Thứ trưởng, Bộ Công Thương" && `official: ${seen.official}`,
  ]);
  check(`pasted, ${size}: accessible`, await violations(page));
  check(`pasted, ${size}: no wider than the window`, await overflow(page));
  await shot(page, `report-${size}`);

  await page.check("[value=expanded]");
  await page.waitForSelector("#result div.plain");
  const expanded = await page.textContent("#result");
  check(`expanded, ${size}`, !expanded.includes("doanh nghiệp") && "no expansion");
  await shot(page, `expanded-${size}`);
  await page.check("[value=record]");
  await page.waitForSelector("#result pre");
  const record = JSON.parse(await page.textContent("#result pre"));
  const [sum] = record.money;
  check(`JSON, ${size}: offsets are those of JavaScript`, text.slice(sum.start, sum.end) !== sum.text && "they are not");
  check(`JSON, ${size}: accessible`, await violations(page));

  await page.check("[value=report]");
  await page.selectOption("#language", "vi");
  await status(page, "Đã đọc");
  const vi = await page.evaluate(() => [document.documentElement.lang, document.querySelector("#result aside h2").textContent]);
  check(`Vietnamese, ${size}`, vi.join() !== "vi,Tóm tắt" && vi.join());
  check(`Vietnamese, ${size}: accessible`, await violations(page));
  await shot(page, `vietnamese-${size}`);
  check(`${size}: nothing went wrong, nothing sent`, wrong);
  await page.close();
}

{
  const { page, wrong } = await open(context, url, "desktop");
  await status(page, "Ready.");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.click("#example");
  await status(page, "Read in");
  check("the example, dark: accessible", await violations(page));
  await shot(page, "dark");

  // By keyboard alone.
  await page.click("#clear");
  await status(page, "no text yet");
  const focus = () => page.evaluate(() => document.activeElement.id || document.activeElement.value || document.activeElement.className);
  check("clearing leads back to the text", (await focus()) !== "text" && (await focus()));
  await page.keyboard.type("Bộ chi 5 tỷ đồng.");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#result mark.money");
  const order = [];
  for (let n = 0; n < 6; n++) {
    await page.keyboard.press("Tab");
    order.push(await focus());
  }
  const wanted = ["read", "example", "clear", "file", "report"];
  check("focus goes on in order", order.slice(0, 5).join() !== wanted.join() && order.join());

  // Files.
  await drop(page, "a.txt", "text/plain", Buffer.from("Cục cấp 7 triệu đồng."));
  await page.waitForFunction(() => document.querySelector("#result mark.money .why")?.textContent === "7,000,000 VND");
  const html = "<html><head><title>t</title></head><body><nav>Trang chủ</nav><p>Cục cấp 8 triệu đồng.</p><script>alert(1)</script><p>Hết<img src=x onerror=alert(1)></p></body></html>";
  await drop(page, "a.html", "text/html", Buffer.from(html));
  await page.waitForFunction(() => document.querySelector("#result mark.money .why")?.textContent === "8,000,000 VND");
  const taken = await page.inputValue("#text");
  check("a web page gives its text", taken !== "Cục cấp 8 triệu đồng.\n\nHết\n" && JSON.stringify(taken));
  await drop(page, "a.txt", "text/plain", Buffer.from([0x43, 0xf4, 0x6e, 0x67]));
  await status(page, "not UTF-8");
  check("a file in another encoding is refused", []);

  // Hostile text.
  await paste(page, `<script>alert(1)</script> Bộ chi 5 tỷ đồng "><img src=x onerror=alert(2)> <b onclick=alert(3)>`);
  await status(page, "Read in");
  const made = await page.evaluate(() => [...document.querySelectorAll("#result :is(script,img,b)")].map((e) => e.outerHTML));
  check("no element of the text's own", made);

  // The policy of the page stops what would be sent.
  const sent = await page.evaluate(() => fetch("https://example.com/").then(() => "sent", () => "refused"));
  check("a connection is refused", sent !== "refused" && sent);
  check("nothing went wrong", wrong.filter((w) => !/example\.com|violates the following Content Security Policy/.test(w)));

  // A long text.
  const long = `${text}\n`.repeat(40);
  await page.evaluate((t) => { document.getElementById("text").value = t; }, long);
  const reading = page.evaluate(() => {
    document.getElementById("read").click();
    return document.getElementById("status").textContent;
  });
  check("a long text: told that it is being read", (await reading) !== "Reading …" && (await reading));
  await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("Read in"), null, { timeout: 60_000 });
  console.log(`    ${long.length} characters: ${await page.textContent("#status")}`);
  await page.close();
}

await context.close();
end();
