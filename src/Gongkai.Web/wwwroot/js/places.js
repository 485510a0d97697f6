// 定位: goes to a place on the page, shows it and says so to the keyboard.
let here = null;

export function goTo(id, { focus = true } = {}) {
  const target = document.getElementById(id);
  if (!target) {
    return null;
  }
  here?.classList.remove("here");
  here = target;
  target.classList.add("here");
  for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) {
    details.open = true;
  }
  target.scrollIntoView({ block: "center", inline: "center" });
  if (focus) {
    target.focus({ preventScroll: true });
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  }
  return target;
}

export const targetOf = link => decodeURIComponent(link.hash.slice(1));
