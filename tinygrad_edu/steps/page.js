"use strict";
// Shows what was recorded: copies strings into their places, shows and hides. It computes no number and formats none.
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse($("data").textContent);
  const columns = data.columns.map((column) => column.replace(/(^|[ +−])\./g, "$10.").split(" "));
  const at = (column) => columns[column][round] ?? columns[column][0];
  const last = data.steps.length - 1;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let step = 0, round = 0, chosen = "", timer = 0;

  const picture = $("picture"), svg = picture.querySelector("svg");
  const boxes = new Map(all("[data-box]", svg).map((g) => [+g.dataset.box, g]));
  const lines = new Map(all("[data-line]", svg).map((g) => [+g.dataset.line, g]));
  const slot = (name) => svg.querySelector(`[data-slot="${name}"]`);
  const items = all("#listing li"), tips = new Map(all("[data-tip]").map((tip) => [+tip.dataset.tip, tip]));
  const make = (name, attributes) => {
    const element = document.createElementNS(svg.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // -- what a state looks like --------------------------------------------------------------------------------------

  const units = new Map(); // how wide a letter of a number is drawn, so that any font keeps within its box
  const sign = (text) => (text[0] === "+" ? "plus" : text[0] === "−" ? "minus" : "");

  function write(element, text, classes) {
    if (!element) return;
    if (element.textContent !== text) {
      units.has(element) || units.set(element, element.getAttribute("textLength") / element.textContent.length);
      if (text.length > 1) element.setAttribute("textLength", units.get(element) * text.length);
      else element.removeAttribute("textLength");
      element.textContent = text;
      element.classList.remove("fresh");
      if (text && text !== "?") { void element.getBoundingClientRect(); element.classList.add("fresh"); }
    }
    for (const name of ["plus", "minus", "unknown"]) element.classList.toggle(name, classes === name);
  }

  function showBoxes() {
    data.boxes.forEach((box, i) => {
      if (!box) return;
      const known = step >= box.known;
      write(slot("v" + i), known ? at(box.value) : "?", known ? "" : "unknown");
      const had = box.gradients.filter(([from]) => step >= from);
      const gradient = had.length ? at(had[had.length - 1][1]) : "";
      write(slot("g" + i), gradient, sign(gradient));
      slot("g" + i)?.classList.toggle("sum", had.length > 1 && had[had.length - 1][0] === step);
      boxes.get(i).classList.toggle("waiting", !known);
      boxes.get(i).classList.toggle("moved", data.steps[step].moves.includes(i));
    });
    const now = boxes.get(data.steps[step].box);
    const rect = now && now.querySelector("rect");
    halo.style.opacity = rect ? 1 : 0;
    if (rect) {
      const b = rect.getBBox();
      halo.style.x = `${b.x - 5}px`; halo.style.y = `${b.y - 5}px`;
      halo.style.width = `${b.width + 10}px`; halo.style.height = `${b.height + 10}px`;
    }
  }

  function showLines() {
    const { phase, lines: busy } = data.steps[step];
    for (const [k, g] of lines) {
      const line = data.lines[k], width = at(line.width), running = busy.includes(k);
      const back = line.back >= 0 && step >= line.back;
      const names = [];
      if (back) names.push(sign(width));
      else if (running && phase === "forward") names.push("forward");
      else if (step >= line.forward) names.push("done");
      if (running) names.push("run");
      if (running && phase === "backward") names.push("back");
      if (chosen && data.ways[chosen][1].includes(k)) names.push("on");
      g.setAttribute("class", names.join(" "));
      for (const path of g.querySelectorAll("path")) {
        path.style.strokeWidth = back ? width.slice(1) : running ? "2.4" : "";
      }
    }
  }

  function showWords() {
    for (const element of all("[data-n]")) {
      const form = element.dataset.n.slice(-1), text = at(parseInt(element.dataset.n)), negative = text[0] === "−";
      element.textContent = form === "(" && negative ? `(${text})` : form === "+" && !negative ? `+${text}` : text;
    }
    for (const element of all("[data-version]")) {
      [...element.children].forEach((child, k) => (child.hidden = String(k) !== at(+element.dataset.version)));
    }
    $("say").replaceChildren(...[...items[step].childNodes].map((node) => node.cloneNode(true)));
    for (const [k, hit] of hits) {
      for (const part of all(".known", tips.get(k))) part.hidden = step < data.lines[k].forward;
      hit.setAttribute("aria-label", told(k).map((part) => part.textContent).join(data.stop));
    }
  }

  function showControls() {
    const { phase } = data.steps[step];
    $("step").value = step;
    $("step").style.setProperty("--done", last ? step / last : 1);
    $("step").setAttribute("aria-valuetext", items[step].querySelector(".say").textContent);
    $("count").textContent = `${step} / ${last}`;
    for (const span of all(".phases span")) span.classList.toggle("here", span.classList.contains(phase));
    $("first").disabled = $("back").disabled = step === 0;
    $("next").disabled = $("last").disabled = step === last;
    const slider = $("round");
    if (!slider) return;
    slider.value = round;
    slider.style.setProperty("--done", round / slider.max);
    slider.setAttribute("aria-valuetext", $("which").textContent);
    const [x, y] = data.curve.map(at);
    const [line, dot] = $("mark").children;
    line.setAttribute("d", line.getAttribute("d").replace(/^M\S+/, `M${x}`));
    dot.setAttribute("cx", x); dot.setAttribute("cy", y);
  }

  function showChoice() {
    svg.classList.toggle("faded", chosen !== "");
    for (const [i, g] of boxes) {
      g.classList.toggle("on", chosen !== "" && data.ways[chosen][0].includes(i));
      if (g.hasAttribute("aria-pressed")) g.setAttribute("aria-pressed", String(i) === chosen);
    }
    for (const element of all("[data-of]")) element.hidden = element.dataset.of !== chosen;
    if ($("of")) $("of").value = chosen;
  }

  function show() {
    showBoxes(); showLines(); showWords(); showControls(); showChoice(); hideTip();
  }

  // -- moving -------------------------------------------------------------------------------------------------------

  function follow() { // on a narrow screen the picture scrolls, to where something happens
    const rect = boxes.get(data.steps[step].box)?.getBoundingClientRect();
    if (!rect || picture.scrollWidth <= picture.clientWidth) return;
    const frame = picture.getBoundingClientRect();
    const left = picture.scrollLeft + rect.left + rect.width / 2 - frame.left - frame.width / 2;
    picture.scrollTo({ left, behavior: still.matches ? "auto" : "smooth" });
  }

  function go(to) { step = Math.max(0, Math.min(last, to)); show(); follow(); }

  function goRound(to) {
    round = to;
    if (step === 0) step = last; // so that there are numbers to see
    show();
  }

  function play(on) {
    clearInterval(timer);
    timer = 0;
    if (on) {
      if (step === last) go(0);
      timer = setInterval(() => { go(step + 1); if (step === last) play(false); }, 1300);
    }
    $("play").classList.toggle("playing", on);
    $("play").querySelector("span").textContent = data.play[on ? 1 : 0];
  }

  function choose(box) {
    chosen = box === chosen ? "" : box;
    show();
  }

  const moves = {
    ArrowRight: () => go(step + 1), ArrowLeft: () => go(step - 1), Home: () => go(0), End: () => go(last),
    " ": () => play(!timer), Escape: () => { hideTip(); if (chosen) choose(chosen); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in moves)) return;
    const name = event.target.tagName;
    if (name === "INPUT" && event.key !== " " && event.key !== "Escape") return; // a slider has these keys itself
    if ((name === "BUTTON" || name === "SUMMARY") && event.key === " ") return;
    if (name === "SELECT" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key !== " ") play(false);
    moves[event.key]();
  });
  const by = { first: () => go(0), back: () => go(step - 1), next: () => go(step + 1), last: () => go(last) };
  for (const [id, move] of Object.entries(by)) $(id).addEventListener("click", () => { play(false); move(); });
  $("play").addEventListener("click", () => play(!timer));
  $("step").addEventListener("input", (event) => { play(false); go(+event.target.value); });
  $("round")?.addEventListener("input", (event) => goRound(+event.target.value));
  $("of")?.addEventListener("change", (event) => { chosen = event.target.value; show(); });

  // -- weights and lines --------------------------------------------------------------------------------------------

  const tip = $("tip");
  const hideTip = () => { tip.hidden = true; };
  function told(k) { // what a line says: its derivative, and once something came back, the row of its step
    const parts = [...tips.get(k).cloneNode(true).childNodes], { back } = data.lines[k];
    for (const part of parts) for (const hidden of part.querySelectorAll?.("[hidden]") ?? []) hidden.remove();
    const row = back >= 0 && step >= back && all(`[data-row="${k}"]`, items[back]).find((row) => !row.closest("[hidden]"));
    if (!row) return parts;
    const brings = document.createElement("p"), word = document.createElement("b");
    word.textContent = data.brings;
    brings.append(word, " ", ...[...row.childNodes].map((node) => node.cloneNode(true)));
    return [...parts, brings];
  }
  function showTip(k, x, y) {
    tip.replaceChildren(...told(k));
    tip.hidden = false;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(x + 16, innerWidth - width - 12))}px`;
    tip.style.top = `${y + 18 + height > innerHeight ? Math.max(8, y - height - 14) : y + 18}px`;
  }
  const hits = new Map();
  for (const [k, g] of [...lines].sort((a, b) => a[0] - b[0])) {
    const path = g.querySelector("path");
    const hit = make("path", { d: path.getAttribute("d"), class: "hit", tabindex: 0, role: "img", "data-hit": k });
    hit.addEventListener("pointermove", (event) => showTip(k, event.clientX, event.clientY));
    hit.addEventListener("pointerleave", hideTip);
    hit.addEventListener("focus", () => {
      if (!hit.matches(":focus-visible")) return;
      const r = hit.getBoundingClientRect();
      showTip(k, r.left + r.width / 2, r.top + r.height / 2);
    });
    hit.addEventListener("blur", hideTip);
    g.parentNode.append(hit);
    hits.set(k, hit);
  }
  for (const [i, g] of boxes) {
    if (!g.hasAttribute("aria-pressed")) continue;
    g.addEventListener("click", () => choose(String(i)));
    g.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      choose(String(i));
    });
  }
  const first = boxes.values().next().value;
  const halo = make("rect", { id: "halo", rx: 13 });
  first.parentNode.append(halo);

  const curve = $("curve");
  if ($("round")) {
    const pick = (event) => {
      const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(curve.getScreenCTM().inverse()).x;
      const places = data.rounds.map((_, k) => Math.abs((columns[data.curve[0]][k] ?? columns[data.curve[0]][0]) - x));
      goRound(places.indexOf(Math.min(...places)));
    };
    curve.addEventListener("pointerdown", (event) => { pick(event); curve.setPointerCapture(event.pointerId); });
    curve.addEventListener("pointermove", (event) => { if (event.buttons) pick(event); });
  }

  const link = new URLSearchParams(location.hash.slice(1)); // steps.html#step=16&round=3&of=w1
  step = Math.min(last, Number(link.get("step")) || 0);
  round = Math.max(0, data.rounds.indexOf(Number(link.get("round")) || 0));
  const of = [...($("of")?.options ?? [])].find((option) => option.value && option.textContent === link.get("of"));
  if (of) chosen = of.value;
  $("below").classList.toggle("two", $("training") !== null);
  show();
  follow();
})();
