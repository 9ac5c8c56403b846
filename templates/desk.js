// While one types: the redline at once, the checks a moment later, a draft kept in the page and then by the
// program. The pages work without it, with buttons. What the program sends is already escaped, and the page's
// policy runs no script that is not this file.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");

  const QUICK = 40, SOON = 350, AGAIN = 2000;
  const json = { Accept: "application/json" };

  async function ask(url, form, signal) {
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: json, signal });
    return answer.json();
  }

  const later = (delay, act) => {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(act, delay); };
  };

  // ---- the bench: the editor, and the secretary's page
  const form = document.getElementById("writing");
  if (form) bench(form);

  function bench(form) {
    const typed = form.elements.text, beside = form.elements.rationale || form.elements.author;
    if (typed.readOnly) return;
    const state = document.getElementById("state"), live = document.getElementById("live");
    const problem = document.getElementById("problem"), checks = document.getElementById("checks");
    const key = "statuts " + form.dataset.keep + " " + (form.elements.article ? form.elements.article.value : "");
    const saved = typed.value, savedBeside = beside ? beside.value : "";
    let running = null, round = 0, pending = false, failing = false;

    const now = () => JSON.stringify({ text: typed.value, beside: beside ? beside.value : "", base: form.dataset.base });

    function remember() {
      try { localStorage.setItem(key, now()); } catch { /* a full or forbidden store: the program still keeps it */ }
    }
    function forget() {
      try { localStorage.removeItem(key); } catch { /* nothing was there */ }
    }

    async function look() {
      if (running) running.abort();
      running = new AbortController();
      const mine = ++round;
      try {
        const found = await ask(form.dataset.live, form, running.signal);
        if (mine !== round) return;
        problem.textContent = found.problem || found.error || "";
        if (found.redline !== undefined) live.innerHTML = found.redline;
        root.dataset.round = String(mine);
      } catch (error) { if (error.name !== "AbortError") away(); }
    }

    async function check() {
      if (!checks) return;
      const asked = new FormData(form);
      asked.set("quoi", "verifications");
      try {
        const answer = await fetch(form.dataset.live, { method: "POST", body: new URLSearchParams(asked), headers: json });
        const found = await answer.json();
        if (found.checks !== undefined) checks.innerHTML = found.checks;
      } catch { away(); }
    }

    async function keep() {
      if (!pending) return;
      const sent = now();
      try {
        const found = await ask(form.dataset.keep, form);
        if (!found.kept) { problem.textContent = found.error || ""; return; }
        if (failing) { failing = false; look(); }
        if (sent === now()) {
          pending = false;
          state.textContent = form.dataset.saidKept;
          root.dataset.kept = typed.value.length + "";
        }
      } catch { away(); }
    }

    function away() {
      failing = true;
      state.textContent = form.dataset.saidAway;
      setTimeout(keep, AGAIN);
    }

    const lookSoon = later(QUICK, look), checkSoon = later(SOON, check), keepSoon = later(SOON, keep);
    function changed() {
      pending = true;
      remember();
      if (!failing) state.textContent = form.dataset.saidTyping;
      lookSoon(); checkSoon(); keepSoon();
    }
    typed.addEventListener("input", changed);
    if (beside) beside.addEventListener("input", changed);
    addEventListener("pagehide", () => {
      if (!pending) return;
      const body = new URLSearchParams(new FormData(form));
      fetch(form.dataset.keep, { method: "POST", body, keepalive: true }).catch(() => { /* the page has kept it */ });
    });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        const save = form.querySelector("button.main[value=enregistrer]");
        if (save) { event.preventDefault(); form.requestSubmit(save); }
      }
    });
    form.addEventListener("submit", () => { pending = false; });

    // an article was chosen on the secretary's page: the room follows
    if (form.elements.article && location.search) { pending = true; keep(); }

    // what this page had kept and the program never got
    let found = null;
    try { found = JSON.parse(localStorage.getItem(key) || "null"); } catch { found = null; }
    const server = document.querySelector("section.resume pre");
    const shown = document.getElementById("found");
    const trimmed = (text) => text.replace(/\n+$/, "");
    if (found && trimmed(found.text) === trimmed(saved) && (found.beside || "") === savedBeside) { forget(); found = null; }
    if (found && server && trimmed(found.text) === trimmed(server.textContent)) found = null;
    if (found && shown) offer(shown, found);

    function offer(shown, found) {
      const box = shown.content.cloneNode(true).querySelector("section");
      box.querySelector(".mine").textContent = found.text;
      box.querySelector(".theirs").textContent = saved;
      box.querySelector(".take").addEventListener("click", () => {
        typed.value = found.text;
        if (beside && found.beside) beside.value = found.beside;
        box.remove(); changed(); typed.focus();
      });
      box.querySelector(".leave").addEventListener("click", () => { forget(); box.remove(); typed.focus(); });
      form.before(box);
    }
    for (const leave of document.querySelectorAll("section.resume form")) leave.addEventListener("submit", forget);
  }

  // ---- a form that was begun: kept in the page until what it says is what the program says
  for (const form of document.querySelectorAll("form[data-remember]")) recall(form);

  function recall(form) {
    const key = "statuts " + form.getAttribute("action");
    const fields = () => [...form.elements].filter((e) => e.name && !["hidden", "radio", "submit"].includes(e.type));
    const value = (e) => (e.type === "checkbox" ? String(e.checked) : e.value);
    const now = () => Object.fromEntries(fields().map((e) => [e.name, value(e)]));
    const store = () => { try { localStorage.setItem(key, JSON.stringify(now())); } catch { /* full or forbidden */ } };
    const forget = () => { try { localStorage.removeItem(key); } catch { /* nothing was there */ } };
    form.addEventListener("input", store);
    let found = null;
    try { found = JSON.parse(localStorage.getItem(key) || "null"); } catch { found = null; }
    const other = found ? fields().filter((e) => e.name in found && found[e.name] !== value(e)) : [];
    if (!other.length) { forget(); return; }
    const box = document.getElementById("begun").content.cloneNode(true).firstElementChild;
    for (const field of other) {
      const row = document.createElement("div"), name = document.createElement("dt"), said = document.createElement("dd");
      name.textContent = field.labels[0] ? field.labels[0].textContent : field.name;
      said.textContent = (value(field) || "–") + " → " + (found[field.name] || "–");
      row.append(name, said);
      box.querySelector("dl").append(row);
    }
    box.querySelector(".take").addEventListener("click", () => {
      for (const field of other) {
        if (field.type === "checkbox") field.checked = found[field.name] === "true";
        else field.value = found[field.name];
      }
      box.remove();
      other[0].focus();
    });
    box.querySelector(".leave").addEventListener("click", () => { forget(); box.remove(); other[0].focus(); });
    form.before(box);
  }

  // ---- the screen of the room
  const screen = document.getElementById("screen");
  if (screen) follow(screen);

  function follow(screen) {
    let stamp = screen.dataset.stamp;
    async function turn() {
      try {
        const answer = await fetch(screen.dataset.state + "?depuis=" + stamp, { headers: json });
        const found = await answer.json();
        if (found.html !== undefined) { stamp = found.stamp; screen.innerHTML = found.html; }
      } catch { /* the program is away: what is shown stays, and is asked for again */ }
      setTimeout(turn, 500);
    }
    setTimeout(turn, 500);
  }
})();
