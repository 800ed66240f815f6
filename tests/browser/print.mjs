// Print pages to PDF files. usage: node print.mjs CHROMIUM PAGE PDF [PAGE PDF]...
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
const tab = await browser.newPage();
for (let n = 0; n < files.length; n += 2) {
  await tab.goto(pathToFileURL(files[n]).href);
  await tab.pdf({ path: files[n + 1], preferCSSPageSize: true, tagged: true });
}
await browser.close();
console.log(JSON.stringify(files.length / 2));
