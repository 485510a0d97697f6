// 逐条查看: j and k walk through the findings, Enter opens the place, ? explains.
import { goTo, targetOf } from "./places.js";

const dialog = document.getElementById("keys");
const shortcuts = document.getElementById("use-keys");
const isShown = element => element.offsetParent !== null;
const findings = () => [...document.querySelectorAll(".finding")].filter(isShown);
let last = null;

function current() {
  const focused = document.activeElement?.closest(".finding");
  return focused ?? (last && isShown(last) ? last : null);
}

function walk(step) {
  const all = findings();
  if (all.length === 0) {
    return;
  }
  const at = all.indexOf(current());
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  show(next);
}

// The finding gets the focus; its place comes into view beside it where both fit.
function show(finding) {
  last = finding;
  const way = finding.querySelector(".way");
  const isBeside = matchMedia("(min-width: 72rem)").matches;
  if (way && isBeside) {
    goTo(targetOf(way), { focus: false });
  }
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: "nearest" });
}

function open(finding) {
  last = finding;
  const way = finding.querySelector(".way");
  if (way) {
    goTo(targetOf(way));
  }
}

const usesKeys = () => shortcuts.checked;

export function enableWalk() {
  shortcuts.checked = localStorage.getItem("gongkai-keys") !== "off";
  shortcuts.addEventListener("change", () => localStorage.setItem("gongkai-keys", shortcuts.checked ? "on" : "off"));
  shortcuts.closest("label").hidden = false;

  for (const walkers of document.querySelectorAll(".walk")) {
    walkers.hidden = false;
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-walk]");
    if (button) {
      walk(Number(button.dataset.walk));
      return;
    }
    if (event.target.closest("[data-keys]")) {
      dialog.showModal();
      return;
    }
    const link = event.target.closest("a[href^='#']");
    if (link && !event.ctrlKey && !event.metaKey && goTo(targetOf(link))) {
      event.preventDefault();
      const finding = document.getElementById(targetOf(link))?.closest(".finding") ?? link.closest(".finding");
      last = finding ?? last;
      return;
    }
    const finding = event.target.closest(".finding");
    if (finding && !event.target.closest("a, summary") && getSelection().isCollapsed) {
      open(finding);
    }
  });

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) {
      return;
    }
    if (event.key === "Enter" && event.target.matches(".finding")) {
      open(event.target);
    } else if (usesKeys() && event.key === "j") {
      walk(1);
    } else if (usesKeys() && event.key === "k") {
      walk(-1);
    } else if (usesKeys() && event.key === "?") {
      dialog.showModal();
    } else {
      return;
    }
    event.preventDefault();
  });
}
