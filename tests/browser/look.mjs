// Open each page, look at it in every view, go through it with the keyboard alone, and write what was seen as JSON.
// usage: node look.mjs CHROMIUM PAGE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const views = [
  { name: "light", width: 1280, rules: tags },
  { name: "dark", width: 1280, colorScheme: "dark", rules: tags },
  { name: "wide", width: 1920 },
  { name: "tablet", width: 768, rules: ["target-size"] },
  { name: "zoomed to 200 %", width: 640, rules: ["target-size"] },
  { name: "text at 200 %", width: 1280, style: "html { font-size: 200% !important; }" },
  // WCAG 1.4.12: what a reader may set, and nothing may be cut off by it.
  { name: "spaced text", width: 1280, style: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }" },
  { name: "narrow", width: 320, rules: tags },
  { name: "narrow and dark", width: 320, colorScheme: "dark", rules: tags },
  { name: "print", width: 794, media: "print", rules: tags, but: { "target-size": { enabled: false } } }, // nobody clicks on paper
  { name: "forced colours", width: 1280, colorScheme: "dark", forcedColors: "active", rules: ["target-size"] },
  { name: "reduced motion", width: 1280, reducedMotion: "reduce" },
  { name: "without its script", width: 1280, script: false, rules: ["region", "heading-order", "page-has-heading-one"] },
];

// What is wrong by other means than axe: too wide, cut off, moving, or without the edge that a colour stood for.
const unsound = ({ media, forced }) => {
  const all = (css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility());
  const words = (one) => `${one.className.baseVal ?? one.className} ${one.textContent.trim().slice(0, 40)}`;
  const cut = all("p, li, td, th, h1, h2, h3, h4, dt, dd, a, button, summary, label").filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    return (overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) || (overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1);
  }).filter((one) => !one.closest(".unseen, thead, .scroll"));
  const edgeless = forced ? all(".tag, .tile, .numbers li, .decision, .missing, .notice, .letter").filter((one) => getComputedStyle(one).borderLeftStyle === "none") : [];
  return {
    overflow: media ? 0 : Math.max(0, document.documentElement.scrollWidth - innerWidth),
    cut: cut.map(words),
    edgeless: edgeless.map(words),
    moving: document.getAnimations().length + (getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? 1 : 0),
  };
};

const executablePath = process.argv[2];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });

async function open(page, { bypassCSP = true, script = true } = {}) {
  const context = await browser.newContext({ bypassCSP, viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const requests = [], errors = [];
  tab.on("request", (request) => request.url() === pathToFileURL(page).href || requests.push(request.url()));
  tab.on("pageerror", (error) => errors.push(error.message));
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  if (!script)
    await tab.route("file://**", async (route) => {
      const text = readFileSync(new URL(route.request().url()), "utf-8");
      await route.fulfill({ body: text.replace(/<script>[^]*?<\/script>/, ""), contentType: "text/html" });
    });
  await tab.goto(pathToFileURL(page).href);
  return { tab, requests, errors, close: () => context.close() };
}

async function look({ tab, requests, errors }, view) {
  await tab.setViewportSize({ width: view.width, height: 900 });
  await tab.emulateMedia({
    media: view.media ?? null,
    colorScheme: view.colorScheme ?? "light",
    forcedColors: view.forcedColors ?? "none",
    reducedMotion: view.reducedMotion ?? "no-preference",
  });
  await tab.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    document.querySelectorAll("details").forEach((each) => (each.open = true));
    return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, view.style ?? "");
  const rules = view.rules ?? [];
  const result = rules.length
    ? await tab.evaluate((asked) => globalThis.axe.run({ ...asked, resultTypes: ["violations"] }), { runOnly: rules, rules: view.but ?? {} })
    : { violations: [], passes: [] };
  return {
    view: view.name,
    violations: result.violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`),
    passes: result.passes.length,
    asked: rules.length,
    requests: requests.splice(0),
    errors: errors.splice(0),
    ...(await tab.evaluate(unsound, { media: view.media === "print", forced: view.forcedColors === "active" })),
  };
}

// From the top of the page to its end and around: each stop can be seen, stands in order, and shows that it has the focus.
const stop = (width) => {
  const at = document.activeElement;
  if (at === document.body || at === document.documentElement) return null;
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(at);
  const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
  const box = at.getBoundingClientRect();
  const number = (globalThis.stops ??= [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]).indexOf(at);
  return {
    number,
    name: `${at.tagName.toLowerCase()} ${(at.getAttribute("aria-label") ?? at.textContent).trim().slice(0, 40)}`,
    ring: outlined || boxShadow !== "none",
    outlined,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < width,
  };
};

async function keys({ tab }, { width, forcedColors = "none" }) {
  await tab.setViewportSize({ width, height: 900 });
  await tab.emulateMedia({ forcedColors, colorScheme: "light" });
  const stops = [];
  for (let n = 0; n < 3000; n += 1) {
    await tab.keyboard.press("Tab");
    const here = await tab.evaluate(stop, width);
    if (!here || (stops.length && here.number === stops[0].number)) break;
    stops.push(here);
  }
  const wanted = await tab.evaluate(() => globalThis.stops.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled).length);
  const told = (some) => stops.filter(some).map(({ name }) => name);
  return {
    view: `${width}${forcedColors === "active" ? ", forced colours" : ""}`,
    wanted,
    reached: stops.length,
    unordered: told(({ number }, at) => at > 0 && number < stops[at - 1].number),
    ringless: told(({ ring, outlined }) => !(forcedColors === "active" ? outlined : ring)),
    unseen: told(({ seen }) => !seen),
  };
}

async function every(page) {
  const found = { page: basename(page), views: [], keys: [] };
  const whole = await open(page);
  await whole.tab.evaluate(axe);
  for (const view of views) if (view.script !== false) found.views.push(await look(whole, view));
  await whole.close();
  const silent = await open(page, { script: false });
  await silent.tab.evaluate(axe);
  found.views.push(await look(silent, views.at(-1)));
  await silent.close();
  // As a reader opens it, under its own policy.
  const strict = await open(page, { bypassCSP: false });
  for (const way of [{ width: 1280 }, { width: 1280, forcedColors: "active" }, { width: 320 }]) {
    await strict.tab.reload();
    found.keys.push(await keys(strict, way));
  }
  found.refused = strict.errors;
  await strict.close();
  return found;
}

const pages = process.argv.slice(3), seen = [];
const worker = async () => {
  for (let page = pages.shift(); page; page = pages.shift()) seen.push(await every(page));
};
await Promise.all([worker(), worker()]);
await browser.close();
console.log(JSON.stringify(seen));
