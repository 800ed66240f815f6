// Open each page in light, dark, on narrow screens and as printed, run axe over it, and write what is wrong as JSON.
// usage: node axe.mjs CHROMIUM PAGE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const contrast = ["color-contrast"];
const views = [
  { name: "light", width: 1280 },
  { name: "dark", width: 1280, colorScheme: "dark", rules: contrast },
  { name: "tablet", width: 768, rules: ["target-size"] },
  { name: "narrow", width: 320 },
  { name: "narrow and dark", width: 320, colorScheme: "dark", rules: contrast },
  { name: "print", width: 794, media: "print", rules: contrast },
  { name: "forced colours", width: 1280, colorScheme: "dark", forcedColors: "active", rules: ["target-size"] },
  { name: "without its script", width: 1280, script: false, rules: ["region", "heading-order", "page-has-heading-one"] },
];

async function look(browser, page, view) {
  // The page lets nothing run but its own script; axe is another: the policy is set aside for the test alone.
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme: view.colorScheme ?? "light",
    forcedColors: view.forcedColors ?? "none",
    viewport: { width: view.width, height: 900 },
  });
  const tab = await context.newPage();
  const asked = [], errors = [];
  tab.on("request", (request) => asked.push(request.url()));
  tab.on("pageerror", (error) => errors.push(error.message));
  if (view.script === false)
    await tab.route("file://**", async (route) => {
      const text = readFileSync(new URL(route.request().url()), "utf-8");
      await route.fulfill({ body: text.replace(/<script>[^]*?<\/script>/, ""), contentType: "text/html" });
    });
  await tab.goto(pathToFileURL(page).href);
  if (view.media) await tab.emulateMedia({ media: view.media });
  await tab.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  const across = await tab.evaluate(() => document.documentElement.scrollWidth);
  await tab.evaluate(axe);
  const result = await tab.evaluate((runOnly) => globalThis.axe.run({ runOnly, resultTypes: ["violations"] }), view.rules ?? tags);
  await context.close();
  return {
    page: basename(page),
    view: view.name,
    violations: result.violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`),
    passes: result.passes.length,
    overflow: Math.max(0, across - view.width),
    asked: view.rules?.length ?? tags.length,
    requests: asked.slice(1),
    errors,
  };
}

const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const seen = [];
for (const page of pages) for (const view of views) seen.push(await look(browser, page, view));
await browser.close();
console.log(JSON.stringify(seen));
