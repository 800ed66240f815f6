// Open each page in light, dark and on narrow screens, run axe over it, and write what is wrong as JSON.
// usage: node axe.mjs CHROMIUM PAGE...
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const views = [
  { name: "light", width: 1280, colorScheme: "light" },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "tablet", width: 768, colorScheme: "light" },
  { name: "narrow", width: 320, colorScheme: "light" },
  { name: "narrow and dark", width: 320, colorScheme: "dark" },
];

async function look(browser, page, view) {
  // The page forbids scripts, axe is one: the policy is set aside for the test alone.
  const context = await browser.newContext({
    bypassCSP: true,
    colorScheme: view.colorScheme,
    viewport: { width: view.width, height: 900 },
  });
  const tab = await context.newPage();
  const asked = [];
  tab.on("request", (request) => asked.push(request.url()));
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  const across = await tab.evaluate(() => document.documentElement.scrollWidth);
  await tab.addScriptTag({ path: axe });
  const result = await tab.evaluate((runOnly) => globalThis.axe.run({ runOnly }), tags);
  await context.close();
  return {
    page: basename(page),
    view: view.name,
    violations: result.violations.map((each) => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`),
    passes: result.passes.length,
    overflow: Math.max(0, across - view.width),
    requests: asked.slice(1),
  };
}

const [executablePath, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const seen = [];
for (const page of pages) for (const view of views) seen.push(await look(browser, page, view));
await browser.close();
console.log(JSON.stringify(seen));
