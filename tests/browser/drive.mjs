// Use a page as a reader does: filter, search, order, links, the keyboard alone, print. Writes what was seen as JSON.
// usage: node drive.mjs CHROMIUM PAGE LARGE-PAGE PDF
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, page, large, pdf] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
const seen = {};
const errors = [];

async function open(path, hash = "") {
  const tab = await context.newPage();
  tab.on("pageerror", (error) => errors.push(error.message));
  tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await tab.goto(pathToFileURL(path).href + hash);
  return tab;
}
const shown = (tab, selector) => tab.evaluate((css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility()).length, selector);
const said = (tab) => tab.textContent("#shown");
const state = async (tab) => ({
  criteria: await shown(tab, "section.criterion"),
  tiles: await shown(tab, ".tile"),
  gaps: await shown(tab, ".gaps tbody tr"),
  said: await said(tab),
});
const focused = (tab) => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim().slice(0, 40));

const tab = await open(page);
seen.first = await state(tab);
// What stands wholly on the screen before anybody scrolls.
seen.screen = await tab.evaluate(() => [...document.querySelectorAll("h1, .verdict, .dates, .steps-first li")]
  .filter((one) => one.getBoundingClientRect().bottom <= innerHeight).map((one) => one.textContent.replace(/\s+/g, " ").trim().slice(0, 60)));
await tab.selectOption("#find-status", { label: "Not met (1)" });
seen.byStatus = await state(tab);
await tab.click("#find-clear");
seen.cleared = await state(tab);
for (const facet of ["reason", "strand", "owner", "endorser"]) {
  await tab.selectOption(`#find-${facet}`, { index: 1 });
  seen[facet] = (await state(tab)).criteria;
  await tab.click("#find-clear");
}
await tab.fill("#find-words", "personnel RECORD");
await tab.waitForFunction(() => document.body.classList.contains("narrowed"));
seen.search = await state(tab);
await tab.fill("#find-words", "nowhere to be found");
await tab.waitForFunction(() => !document.getElementById("nothing").hidden);
seen.nothing = await state(tab);

// A link into what is filtered away clears the filter, opens what is folded up and takes the focus there.
await tab.evaluate(() => { location.hash = "criterion-oa1-document-1-place-1"; });
await tab.waitForFunction(() => document.activeElement.id === "criterion-oa1-document-1-place-1");
seen.link = { ...(await state(tab)), open: await shown(tab, "#criterion-oa1-document-1-place-1 mark") };
await tab.click("#close-all");
seen.closed = await shown(tab, "details.more[open]");
await tab.click("#open-all");
seen.opened = await shown(tab, "details.more[open]");

const firsts = () => tab.evaluate(() => [...document.querySelectorAll(".gaps tbody tr")].map((row) => row.cells[0].querySelector("a").textContent));
seen.pressing = await firsts();
await tab.selectOption("#order-by", "n");
seen.byCriterion = await firsts();
seen.sorted = await tab.getAttribute(".gaps th[aria-sort]", "aria-sort");
seen.kept = await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
await tab.reload();
seen.remembered = await state(tab);

const deep = await open(page, "#criterion-oa2");
await deep.waitForFunction(() => document.activeElement.id === "criterion-oa2");
seen.deep = await shown(deep, "section:has(> #criterion-oa2) details[open] .evidence");

// The keyboard alone: past the skip link to the filters, a choice, a search, a criterion opened and closed.
const keys = await open(page);
const press = async (key, times = 1) => { for (let n = 0; n < times; n += 1) await keys.keyboard.press(key); };
await press("Tab");
seen.keys = [await focused(keys)];
await press("Enter");
seen.keys.push(await focused(keys));
for (let n = 0; n < 40 && (await focused(keys)) !== "find-words"; n += 1) await press("Tab");
await keys.keyboard.type("leavers");
await keys.waitForFunction(() => document.body.classList.contains("narrowed"));
seen.keys.push(await said(keys));
for (let n = 0; n < 40 && (await focused(keys)) !== "find-clear"; n += 1) await press("Tab");
seen.ring = await keys.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
await press("Enter");
seen.keys.push(await focused(keys), await said(keys));
for (let n = 0; n < 80 && !(await focused(keys)).startsWith("Evidence, findings and plan of OA1"); n += 1) await press("Tab");
await press("Enter");
seen.keys.push(await shown(keys, "details.more[open]"));
await press("Space");
seen.keys.push(await shown(keys, "details.more[open]"));

await keys.pdf({ path: pdf, preferCSSPageSize: true, tagged: true });

// A very large page keeps what is folded up as text, and still leads to every passage of it.
const big = await open(large);
seen.large = { elements: await big.evaluate(() => document.querySelectorAll("details.more *").length), ...(await state(big)) };
await big.evaluate(() => { location.hash = "criterion-oa1x30-document-1-place-1"; });
await big.waitForFunction(() => document.activeElement.id === "criterion-oa1x30-document-1-place-1");
seen.largeLink = await shown(big, "#criterion-oa1x30-document-1-place-1 blockquote");
await big.waitForFunction(() => Math.abs(document.activeElement.getBoundingClientRect().top) < 40, undefined, { timeout: 5000 });
seen.largeGaps = { shown: await shown(big, ".gaps tbody tr"), piles: await shown(big, ".gaps .pile") };
await big.fill("#find-words", "OA12x69");
await big.waitForFunction(() => document.body.classList.contains("narrowed"));
seen.largeFew = { shown: await shown(big, ".gaps tbody tr"), links: await big.evaluate(() => document.querySelectorAll(".tile:not([hidden])").length), ...(await state(big)) };
await big.click("#find-clear");
seen.largeAgain = { shown: await shown(big, ".gaps tbody tr"), piles: await shown(big, ".gaps .pile") };
await big.selectOption("#order-by", "n");
seen.largeSorted = { shown: await shown(big, ".gaps tbody tr"), tables: await shown(big, ".gaps table") };
await big.fill("#find-words", "retention wording");
await big.waitForFunction(() => document.body.classList.contains("narrowed"));
seen.largeSearch = await state(big);

seen.errors = errors;
await browser.close();
console.log(JSON.stringify(seen));
