// Lets a reader go from change to change by key and by button. The page reads as well without it.
(() => {
  "use strict";
  const steps = document.querySelector(".steps");
  if (!steps) return;
  const status = steps.querySelector("[role=status]");
  const projector = document.getElementById("projector");
  const changes = [...document.querySelectorAll("main .change[id]")];

  // C12 and C12-bis are the two ends of one move: one change, two stops
  const numberOf = (change) => Number(/c(\d+)(?:-bis)?$/.exec(change.id)[1]);

  const current = () => changes.find((change) => "#" + change.id === location.hash);

  // those that a view or a setting hides are passed over; the stage hides nothing one could not go to
  function reachable() {
    document.body.classList.remove("staged");
    const found = changes.filter((change) => change.checkVisibility());
    stage();
    return found;
  }

  function go(direction) {
    const stops = reachable();
    if (!stops.length) return;
    const here = current();
    let at = stops.indexOf(here);
    if (at >= 0) at += direction;
    else {
      const below = stops.findIndex((change) => change.getBoundingClientRect().top > 0);
      at = direction > 0 ? below : (below < 0 ? stops.length : below) - 1;
    }
    const target = stops[Math.min(Math.max(at, 0), stops.length - 1)];
    location.replace("#" + target.id); // no entry in the history: « back » leaves the page
    arrive();
  }

  function arrive() {
    const change = current();
    status.textContent = change ? status.dataset.at.replace("{0}", numberOf(change)) : status.dataset.before;
    stage();
    if (!change) return;
    change.tabIndex = -1;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "center" });
  }

  // On a screen for all, one change at a time: every alinéa that bears its number, and its headings.
  function stage() {
    for (const element of document.querySelectorAll(".on-stage")) element.classList.remove("on-stage");
    const change = current();
    const staged = Boolean(change && projector && projector.checked);
    document.body.classList.toggle("staged", staged);
    if (!staged) return;
    const number = "#" + change.id.replace(/-bis$/, "");
    const bearers = [change, ...document.querySelectorAll(`main .num[href="${number}"]`)];
    for (const bearer of bearers) {
      for (let up = bearer.closest(".alinea, tr"); up && up.tagName !== "MAIN"; up = up.parentElement)
        up.classList.add("on-stage");
    }
  }

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .wide")) {
      if (!(event.target === projector && event.key !== " ")) return;
    }
    const onScreen = projector && projector.checked;
    if (event.key === "ArrowRight" || (onScreen && event.key === "PageDown")) go(1);
    else if (event.key === "ArrowLeft" || (onScreen && event.key === "PageUp")) go(-1);
    else if (onScreen && event.key === "Escape") projector.click();
    else return;
    event.preventDefault();
  }

  steps.querySelector(".previous").addEventListener("click", () => go(-1));
  steps.querySelector(".next").addEventListener("click", () => go(1));
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", arrive);
  if (projector) projector.addEventListener("change", () => (projector.checked && !current() ? go(1) : arrive()));
  document.documentElement.classList.add("steered");
  steps.hidden = false;
  status.textContent = status.dataset.before;
  if (current()) arrive();
})();
