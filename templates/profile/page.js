// Filters, search, order and deep links. The page is whole without it; it sends nothing and remembers nothing.
"use strict";
(() => {
  const one = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const finder = one("finder");
  if (!finder) return;

  const sections = all("section.criterion");
  const tiles = all(".tile[data-n]");
  const heaps = all(".heap");
  const selects = all("select[data-facet]", finder);
  const words = one("find-words"), order = one("order-by"), shown = one("shown"), nothing = one("nothing");
  const had = {};
  for (const { dataset: { facet } } of selects)
    had[facet] = sections.map((section) => new Set((section.dataset[facet] || "").split(" ")));

  // A very large page keeps what is folded up as text until somebody opens it.
  const kept = (details) => details.lastElementChild.tagName === "NOSCRIPT" ? details.lastElementChild : null;
  function unpack(details) {
    const text = kept(details);
    if (!text) return;
    const made = document.createElement("template");
    made.innerHTML = text.textContent;
    text.replaceWith(made.content);
    if (details.matches(".pile")) settle(details);
  }
  document.addEventListener("toggle", ({ target }) => { if (target.open) unpack(target); }, true);

  const accented = /[\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06]/;
  function plain(text) {
    const small = text.toLowerCase();
    return accented.test(small) ? small.normalize("NFKD").replace(/\p{M}/gu, "") : small;
  }
  const signs = { amp: "&", lt: "<", gt: ">" };
  const decoded = (html) => html.replace(/<[^>]*>/g, " ")
    .replace(/&(?:#(\d+)|(amp|lt|gt));/g, (_, code, name) => (name ? signs[name] : String.fromCodePoint(code)));
  function wordsOf(node) {
    const text = node.textContent;
    return plain(node.querySelector("noscript") ? decoded(text) : text);
  }

  // Gaps and documents, on a very large page in piles. Each is its row or, as long as it is folded up, its place in a pile.
  const numbersIn = (text) => text.split(" ").filter(Boolean);
  const rowsOf = (pile) => all("tr[data-for]", pile);
  const gapPiles = all(".gaps .pile"), piles = all(".documents .pile");
  const gaps = [
    ...all(".gaps tr[data-for]").map((row) => ({ row, n: row.dataset.for })),
    ...gapPiles.flatMap((pile) => numbersIn(pile.dataset.for).map((n, at) => ({ pile, at, n }))),
  ];
  let papers = all(".documents tr[data-for]").map((row) => ({ row, numbers: numbersIn(row.dataset.for) }));
  let sought = [], fits = [], texts = null, narrowed = false;
  const spread = new Set();
  function listed() {
    if (!piles.length || papers.length) return papers;
    papers = piles.flatMap((pile) => {
      const made = rowsOf(pile);
      const rows = (kept(pile)?.textContent ?? pile.innerHTML).split("<tr ").slice(1).filter((row) => row.includes("data-for="));
      return rows.map((raw, at) => ({ pile, at, raw, row: made[at], numbers: numbersIn(/data-for="([^"]*)"/.exec(raw)[1]) }));
    });
    return papers;
  }
  function settle(pile) {
    const rows = rowsOf(pile);
    for (const one of [...gaps, ...papers]) if (one.pile === pile) hide(one.row = rows[one.at], one.out);
  }
  const paperWords = (paper) =>
    (paper.words ??= plain(paper.raw ? decoded(paper.raw.slice(paper.raw.indexOf(">") + 1)) : paper.row.textContent));
  const read = () => (texts ??= sections.map(wordsOf));

  const hide = (node, hidden) => { if (node.hidden !== hidden) node.hidden = hidden; };
  const count = (number, noun, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? noun : many}`;
  const of = (some, total, noun, many) =>
    some === total ? `all ${count(total, noun, many)}` : `${some.toLocaleString("en-GB")} of ${count(total, noun, many)}`;
  const says = (text) => sought.every((word) => text.includes(word));

  function apply() {
    const wanted = selects.filter((select) => select.value).map((select) => [had[select.dataset.facet], select.value]);
    sought = plain(words.value).split(/\s+/).filter(Boolean);
    narrowed = wanted.length > 0 || sought.length > 0;
    const criteria = sought.length ? read() : [];
    fits = sections.map((_, n) => wanted.every(([sets, value]) => sets[n].has(value)) && (!sought.length || says(criteria[n])));
    sections.forEach((section, n) => hide(section, !fits[n]));
    for (const tile of tiles) hide(tile, fits[tile.dataset.n] === false);
    for (const heap of heaps) hide(heap, !heap.querySelector(".tile:not([hidden])"));
    for (const gap of gaps) gap.out = fits[gap.n] === false;
    for (const paper of narrowed || papers.length ? listed() : [])
      paper.out = (wanted.length > 0 && !paper.numbers.some((number) => fits[number])) || (sought.length > 0 && !says(paperWords(paper)));
    narrow(gaps, gapPiles);
    narrow(papers, piles);
    report();
  }

  // What is left of a pile is shown at once if it is little.
  function narrow(entries, own) {
    for (const one of entries) if (one.row) hide(one.row, one.out);
    const open = entries.filter((one) => !one.pile);
    if (open.length) hide(open[0].row.closest("table"), open.every((one) => one.out));
    if (!own.length || !entries.length) return;
    const left = entries.filter((one) => !one.out);
    const few = narrowed && left.length <= 100;
    const holders = new Set(left.map((one) => one.pile));
    for (const pile of own) {
      hide(pile, !holders.has(pile));
      if (few && !pile.hidden && !pile.open) { unpack(pile); pile.open = true; spread.add(pile); }
      if (!few && spread.delete(pile)) pile.open = false;
    }
  }

  function report() {
    const total = papers.length || listedCount;
    const some = fits.filter(Boolean).length;
    hide(nothing, some > 0);
    document.body.classList.toggle("narrowed", narrowed);
    const parts = [of(some, sections.length, "criterion", "criteria")];
    if (gaps.length) parts.push(of(gaps.filter((gap) => !gap.out).length, gaps.length, "gap", "gaps"));
    if (total) parts.push(of(papers.length ? papers.filter((paper) => !paper.out).length : total, total, "document", "documents"));
    const last = parts.pop();
    shown.textContent = `Showing ${parts.length ? `${parts.join(", ")} and ${last}` : last}.`;
  }
  const listedCount = papers.length || Number(finder.dataset.documents);

  function sort() {
    const by = order.value, body = one("gaps").parentNode.querySelector("tbody");
    for (const pile of gapPiles.splice(0)) {
      unpack(pile);
      pile.remove();
    }
    for (const gap of gaps) delete gap.pile;
    const key = {
      n: ({ n }) => n.padStart(9, "0"),
      who: ({ row }) => row.cells[3].textContent.toLowerCase(),
      by: ({ row }) => row.dataset.by || "9",
    }[by];
    const sorted = () => gaps.map((gap) => [key(gap), gap]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, gap]) => gap);
    body.append(...(key ? sorted() : gaps).map(({ row }) => row));
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
    if (section && target.matches("h3")) section.querySelector("details.more").open = true;
    for (let node = target.parentElement; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    reach(target, document.body.classList.contains("large") ? 8 : 1);
  }
  // On a very large page a browser guesses how high everything is until it is near, so the way has to be found in steps.
  function reach(target, steps) {
    target.scrollIntoView();
    if (steps > 1) requestAnimationFrame(() => reach(target, steps - 1));
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
