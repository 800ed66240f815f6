// Filters, search, order and deep links. The page is whole without it; it sends nothing and remembers nothing.
"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const finder = one("finder");
  if (!finder) return;

  const sections = all("section.criterion");
  const tiles = all(".tile[data-n]");
  const gaps = all(".gaps tr[data-n]");
  const selects = all("select[data-facet]", finder);
  const words = one("find-words"), order = one("order-by"), shown = one("shown"), nothing = one("nothing");
  const had = {};
  for (const { dataset: { facet } } of selects)
    had[facet] = sections.map((section) => new Set((section.dataset[facet] || "").split(" ")));

  // A very large page keeps what is folded up as text until somebody opens it.
  const kept = (details) => details.querySelector(":scope > noscript");
  function unpack(details) {
    const text = kept(details);
    if (!text) return;
    const made = document.createElement("template");
    made.innerHTML = text.textContent;
    text.replaceWith(made.content);
    if (details.matches(".pile")) narrow();
  }
  document.addEventListener("toggle", ({ target }) => { if (target.open) unpack(target); }, true);

  const accented = /[\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06]/;
  function plain(text) {
    const small = text.toLowerCase();
    return accented.test(small) ? small.normalize("NFKD").replace(/\p{M}/gu, "") : small;
  }
  const signs = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" };
  const decoded = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(?:amp|lt|gt|#34|#39);/g, (sign) => signs[sign]);
  function wordsOf(node) {
    const text = node.textContent;
    return plain(node.querySelector("noscript") ? decoded(text) : text);
  }

  // Each document: its row or, as long as it is folded up, its place; the criteria it is claimed for; its words.
  const numbersIn = (text) => text.split(" ").filter(Boolean);
  const piles = all(".pile");
  let papers = all(".documents tr[data-for]").map((row) => ({ row, numbers: numbersIn(row.dataset.for) }));
  let sought = [], fits = [], texts = null;
  function listed() {
    if (!piles.length || papers.length) return papers;
    papers = piles.flatMap((pile) => {
      const rows = (kept(pile)?.textContent ?? pile.innerHTML).split("<tr ").slice(1).filter((row) => row.includes("data-for="));
      return rows.map((raw, at) => ({ pile, at, raw, numbers: numbersIn(/data-for="([^"]*)"/.exec(raw)[1]) }));
    });
    return papers;
  }
  const paperWords = (paper) => (paper.words ??= plain(paper.row ? paper.row.textContent : decoded(paper.raw.slice(paper.raw.indexOf(">") + 1))));
  const read = () => (texts ??= sections.map(wordsOf));

  const hide = (node, hidden) => { if (node.hidden !== hidden) node.hidden = hidden; };
  const count = (number, noun, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? noun : many}`;
  const of = (some, total, noun, many) =>
    some === total ? `all ${count(total, noun, many)}` : `${some.toLocaleString("en-GB")} of ${count(total, noun, many)}`;
  const says = (text) => sought.every((word) => text.includes(word));

  function apply() {
    const wanted = selects.filter((select) => select.value).map((select) => [had[select.dataset.facet], select.value]);
    sought = plain(words.value).split(/\s+/).filter(Boolean);
    const narrowed = wanted.length > 0 || sought.length > 0;
    const criteria = sought.length ? read() : [];
    fits = sections.map((_, n) => wanted.every(([sets, value]) => sets[n].has(value)) && (!sought.length || says(criteria[n])));
    sections.forEach((section, n) => hide(section, !fits[n]));
    for (const list of [tiles, gaps]) for (const node of list) hide(node, node.dataset.n !== "" && !fits[node.dataset.n]);
    for (const paper of narrowed || papers.length ? listed() : [])
      paper.out = (wanted.length > 0 && !paper.numbers.some((number) => fits[number])) || (sought.length > 0 && !says(paperWords(paper)));
    narrow();
    report(narrowed);
  }

  function narrow() {
    for (const paper of papers) if (paper.row) hide(paper.row, paper.out);
    if (!piles.length || !papers.length) return;
    const left = new Set(papers.filter((paper) => !paper.out).map((paper) => paper.pile));
    for (const pile of piles) hide(pile, !left.has(pile));
    for (const pile of left) {
      if (kept(pile)) continue;
      const rows = all("tr[data-for]", pile);
      for (const paper of papers) if (paper.pile === pile) hide(rows[paper.at], paper.out);
    }
  }

  function report(narrowed) {
    const total = papers.length || listedCount;
    const some = fits.filter(Boolean).length;
    hide(nothing, some > 0);
    document.body.classList.toggle("narrowed", narrowed);
    const parts = [of(some, sections.length, "criterion", "criteria")];
    if (gaps.length) parts.push(of(gaps.filter((row) => !row.hidden).length, gaps.length, "gap", "gaps"));
    if (total) parts.push(of(papers.length ? papers.filter((paper) => !paper.out).length : total, total, "document", "documents"));
    const last = parts.pop();
    shown.textContent = `Showing ${parts.length ? `${parts.join(", ")} and ${last}` : last}.`;
  }
  const listedCount = papers.length || Number(finder.dataset.documents);

  function sort() {
    const by = order.value, body = gaps[0].parentNode;
    const key = {
      n: (row) => row.dataset.n.padStart(9, "0"),
      who: (row) => row.cells[3].lastChild.textContent.toLowerCase(),
      by: (row) => row.dataset.by || "9",
    }[by];
    const sorted = (rows) => rows.map((row) => [key(row), row]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
    body.append(...(key ? sorted(gaps) : gaps));
    const heads = { n: 0, who: 3, by: 4 };
    all("th", body.parentNode.tHead).forEach((head, at) =>
      heads[by] === at ? head.setAttribute("aria-sort", "ascending") : head.removeAttribute("aria-sort"));
    body.parentNode.caption.textContent = `${count(gaps.length, "gap", "gaps")}, ${order.selectedOptions[0].text.toLowerCase()}`;
  }

  function reset() {
    for (const select of selects) select.value = "";
    words.value = "";
    apply();
  }

  // A link leads to its place even if the place is filtered away, folded up or still kept as text.
  function place(id) {
    const found = one(id);
    if (found) return found;
    const quoted = `id="${CSS.escape(id)}"`;
    const holder = all("details").find((details) => kept(details)?.textContent.includes(quoted));
    if (holder) unpack(holder);
    return one(id);
  }
  function arrive() {
    let target = null;
    try { target = place(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target || target === one("main")) return;
    if (target.closest("[hidden]")) reset();
    const section = target.closest(".criterion");
    if (section && target.id === section.getAttribute("aria-labelledby")) section.querySelector("details.more").open = true;
    for (let node = target.parentElement; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  function unfold(open) {
    for (const section of sections) if (!section.hidden) section.querySelector("details.more").open = open;
  }
  let folded = [], waiting = 0;

  finder.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    if (target === words) waiting = setTimeout(apply, 120); else apply();
  });
  finder.addEventListener("click", ({ target }) => {
    if (target.id === "find-clear") { reset(); words.focus({ preventScroll: true }); }
    if (target.id === "open-all") unfold(true);
    if (target.id === "close-all") unfold(false);
  });
  if (order) order.addEventListener("input", sort);
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) arrive();
  });
  addEventListener("hashchange", arrive);
  addEventListener("pageshow", () => {
    if (order) order.value = "";
    reset();
    if (location.hash) arrive();
  });
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const each of folded) { unpack(each); each.open = true; }
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; folded = []; });

  finder.hidden = false;
  if (order) order.parentNode.hidden = false;
})();
