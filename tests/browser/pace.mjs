// Open a page and use its filters, and say how long each took in milliseconds.
// usage: node pace.mjs CHROMIUM PAGE
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const tab = await context.newPage();

// Until the next frame is painted after what was done.
const painted = `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`;
const timed = (name, action) => tab.evaluate(`(async () => {
  const started = performance.now();
  ${action};
  const own = performance.now() - started;
  await ${painted};
  return [${JSON.stringify(name)}, Math.round(performance.now() - started), Math.round(own)];
})()`);
const choose = (id, at) => `const chosen = document.getElementById(${JSON.stringify(id)}); chosen.selectedIndex = ${at};
  chosen.dispatchEvent(new Event("input", { bubbles: true }))`;

await tab.goto(pathToFileURL(page).href, { waitUntil: "load" });
const opened = await tab.evaluate(() => {
  const [navigation] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByType("paint").find((one) => one.name === "first-contentful-paint");
  return {
    "first words on the screen": Math.round(paint?.startTime ?? 0),
    "page and filters ready": Math.round(navigation.domContentLoadedEventEnd),
    "loaded": Math.round(navigation.loadEventEnd),
    "elements": document.getElementsByTagName("*").length,
  };
});
for (const [name, value] of Object.entries(opened)) console.log(`${name}: ${value}`);
const steps = [
  ["choose a status", choose("find-status", 2)],
  ["choose an owner as well", choose("find-owner", 3)],
  ["show all", `document.getElementById("find-clear").click()`],
  ["first search", `document.getElementById("find-words").value = "shield"; dispatch()`],
  ["second search", `document.getElementById("find-words").value = "token"; dispatch()`],
  ["show all again", `document.getElementById("find-clear").click()`],
  ["order the gaps by day", choose("order-by", 3)],
  ["follow a link to the last criterion", `location.hash = [...document.querySelectorAll(".criterion h3")].at(-1).id`],
  ["open all details", `document.getElementById("open-all").click()`],
  ["close all details", `document.getElementById("close-all").click()`],
];
const dispatch = `document.getElementById("find-status").dispatchEvent(new Event("input", { bubbles: true }))`;
for (const [name, action] of steps) {
  const [, whole, own] = await timed(name, action.replace("dispatch()", dispatch));
  console.log(`${name}: ${whole} (script ${own})`);
}
await browser.close();
