// 显示方式: applies a choice at once and lets the server remember it; without scripts the form's own button does both.
const form = document.querySelector(".display-form");
const root = document.documentElement;

function apply() {
  const data = new FormData(form);
  root.dataset.theme = data.get("theme");
  root.dataset.mode = data.get("mode");
  if (data.has("size")) {
    root.dataset.size = data.get("size");
    root.dataset.aids = data.getAll("aids").join(" ");
  }
  document.dispatchEvent(new CustomEvent("displaychange"));
  return fetch(form.action, { method: "POST", body: new URLSearchParams(data), redirect: "manual" }).catch(() => {});
}

form?.addEventListener("change", apply);
form?.querySelector("button")?.setAttribute("hidden", "");

const menu = document.querySelector("details.display");
menu?.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", event => {
  if (menu?.open && !menu.contains(event.target)) {
    menu.open = false;
  }
});

// 工具条 is loaded where it is wanted and only then.
const bar = document.querySelector(".aids-bar");
let loaded = false;
async function furnish() {
  const wanted = root.dataset.mode === "accessible" || (root.dataset.aids ?? "").includes("line");
  if (bar && wanted && !loaded) {
    loaded = true;
    const { furnishBar } = await import(new URL("aids.js", import.meta.url));
    furnishBar(bar, form, apply);
  }
}
document.addEventListener("displaychange", furnish);
furnish();

document.addEventListener("keydown", event => {
  if (!event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const to = { "/": "input[type=search]", 1: "#main", 2: "#rooms a" }[event.key];
  const target = to && document.querySelector(to);
  if (target) {
    event.preventDefault();
    target.focus();
  }
});
