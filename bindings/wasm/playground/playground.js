// The page: reads what is in the text field and shows the view that was chosen.
"use strict";

const $ = (id) => document.getElementById(id);
let words = WORDS.en;
let isReady = false;
let said = () => words.loading;

function say(what, isError = false) {
  said = what;
  $("status").textContent = what();
  $("status").classList.toggle("error", isError);
}

function speak(language) {
  words = WORDS[language];
  document.documentElement.lang = language;
  document.querySelectorAll("[data-say]").forEach((e) => { e.textContent = words[e.dataset.say]; });
  document.querySelectorAll("[data-name]").forEach((e) => e.setAttribute("aria-label", words[e.dataset.name]));
  $("status").textContent = said();
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

async function load() {
  const packed = new Blob([bytesOf(VANBAN_MODULE)]).stream();
  const module = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  await wasm_bindgen({ module_or_path: module });
}

const VIEWS = {
  report(text) {
    // The report escapes all text of the document; the policy of this page would not run a script besides.
    $("result").innerHTML = wasm_bindgen.report(text, document.documentElement.lang);
    const marks = $("result").querySelectorAll("mark").length;
    const sentences = $("result").querySelectorAll("aside ul[lang] li").length;
    return (ms) => words.done(marks, sentences, ms);
  },
  expanded(text) {
    show("div", JSON.parse(wasm_bindgen.expand(text, "")).text).lang = "vi";
    return (ms) => words.doneOther(ms);
  },
  record(text) {
    show("pre", JSON.stringify(JSON.parse(wasm_bindgen.analyze(text, "")), null, 1));
    return (ms) => words.doneOther(ms);
  },
};

function show(element, text) {
  const shown = document.createElement(element);
  shown.className = "plain";
  shown.textContent = text;
  $("result").replaceChildren(shown);
  return shown;
}

// Reads after the next paint, so that "Reading …" is seen before a long text keeps the page busy.
function read(note = () => "") {
  if (!isReady) return;
  const text = $("text").value;
  if (!text.trim()) {
    $("result").replaceChildren();
    say(() => words.empty);
    return;
  }
  say(() => words.reading);
  setTimeout(() => {
    const view = document.querySelector("[name=view]:checked").value;
    const start = performance.now();
    try {
      const told = VIEWS[view](text);
      const ms = Math.round(performance.now() - start);
      say(() => `${told(ms)} ${note()}`.trim());
    } catch (error) {
      $("result").replaceChildren();
      say(() => `${words.failed} ${error.message ?? error}`, true);
    }
  }, 20);
}

async function open(file) {
  if (!file) return;
  try {
    const { text, isPage } = await textOfFile(file);
    $("text").value = text;
    read(() => (isPage ? words.fromHtml : ""));
  } catch (error) {
    say(() => words[error.message] ?? `${words.failed} ${error.message}`, true);
  }
}

function listen() {
  $("form").addEventListener("submit", (e) => { e.preventDefault(); read(); });
  $("text").addEventListener("keydown", (e) => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) read(); });
  $("text").addEventListener("paste", () => setTimeout(() => read(), 0));
  $("example").addEventListener("click", () => {
    $("text").value = new TextDecoder().decode(bytesOf(VANBAN_EXAMPLE));
    read();
  });
  $("clear").addEventListener("click", () => { $("text").value = ""; read(); $("text").focus(); });
  $("file").addEventListener("change", (e) => { open(e.target.files[0]); e.target.value = ""; });
  $("language").addEventListener("change", (e) => { speak(e.target.value); if ($("result").hasChildNodes()) read(); });
  document.querySelectorAll("[name=view]").forEach((e) => e.addEventListener("change", () => read()));
  document.addEventListener("dragover", (e) => { e.preventDefault(); document.body.classList.add("drop"); });
  document.addEventListener("dragleave", () => document.body.classList.remove("drop"));
  document.addEventListener("drop", (e) => {
    e.preventDefault();
    document.body.classList.remove("drop");
    const [file] = e.dataTransfer.files;
    if (file) return open(file);
    $("text").value = e.dataTransfer.getData("text/plain");
    read();
  });
}

async function start() {
  const language = navigator.language.startsWith("vi") ? "vi" : "en";
  $("language").value = language;
  speak(language);
  listen();
  try {
    await load();
    isReady = true;
    $("read").disabled = $("example").disabled = false;
    say(() => words.ready);
  } catch (error) {
    say(() => `${words.failed} ${error.message ?? error}`, true);
  }
}

start();
