// 快捷键: / j k o a ? on every page of the office; nothing happens while somebody types.
const rows = () => [...document.querySelectorAll("[data-row]")];
const keys = document.getElementById("keys");
let at = -1;

function move(step) {
  const all = rows();
  if (all.length === 0) {
    return;
  }
  at = Math.max(0, Math.min(all.length - 1, at + step));
  const row = all[at];
  const target = row.querySelector("[data-open]") ?? row;
  if (target === row) {
    row.tabIndex = -1;
  }
  target.focus();
  row.scrollIntoView({ block: "nearest" });
}

document.addEventListener("focusin", event => {
  const row = event.target.closest("[data-row]");
  if (row) {
    at = rows().indexOf(row);
  }
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog, [contenteditable]")) {
    return;
  }
  switch (event.key) {
    case "/": document.querySelector("[data-search]")?.focus(); break;
    case "j": move(1); break;
    case "k": move(-1); break;
    case "o": rows()[at]?.querySelector("[data-open]")?.click(); break;
    case "a": {
      const main = document.querySelector("[data-main]");
      if (!main) {
        return;
      }
      // Links are followed; buttons are only reached, so that no key alone changes anything.
      if (main instanceof HTMLAnchorElement) {
        main.click();
      } else {
        main.focus();
      }
      break;
    }
    case "?": keys?.showModal(); break;
    default: return;
  }
  event.preventDefault();
});
