// 显示方式: applies a choice at once and lets the server remember it; without scripts the form's own button does both.
const form = document.querySelector(".display-form");

form?.addEventListener("change", () => {
  const data = new FormData(form);
  document.documentElement.dataset.theme = data.get("theme");
  document.documentElement.dataset.mode = data.get("mode");
  fetch(form.action, { method: "POST", body: new URLSearchParams(data), redirect: "manual" }).catch(() => {});
});

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
