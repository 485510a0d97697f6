// 单元格: arrow keys move through a table of the report; a cell with something to say says it beside itself.
import { goTo } from "./places.js";

const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const note = document.createElement("div");
note.className = "cell-note";
note.id = "cell-note";
note.setAttribute("role", "note");
note.hidden = true;

const rowsOf = table => [...table.tBodies].flatMap(body => [...body.rows]).map(row => [...row.querySelectorAll("td")]);

function move(cell, key, event) {
  const rows = rowsOf(cell.closest("table"));
  const row = rows.findIndex(cells => cells.includes(cell));
  const column = rows[row].indexOf(cell);
  let next;
  if (key === "Home") {
    next = rows[row][0];
  } else if (key === "End") {
    next = rows[row].at(-1);
  } else {
    const [down, right] = steps[key];
    next = rows[row + down]?.[column + right];
  }
  event.preventDefault();
  if (next && next !== cell) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

function line(text, name) {
  const paragraph = document.createElement("p");
  paragraph.className = name;
  paragraph.textContent = text;
  return paragraph;
}

function say(cell) {
  const { name, raw, state, note: remark, place, f } = cell.dataset;
  const shown = cell.firstElementChild?.firstChild?.textContent ?? cell.textContent;
  const lines = [line(name, "cell-name")];
  if (state) {
    lines.push(line(`${state}${remark ? `：${remark}` : ""}`, ""));
  }
  if (raw && raw !== shown) {
    lines.push(line(`原件写作“${raw}”`, ""));
  }
  if (place) {
    lines.push(line(`原件 ${place}`, "hint"));
  }
  if (f) {
    const prefix = cell.id.slice(0, cell.id.indexOf("-"));
    const items = document.createElement("ul");
    for (const number of f.split(",")) {
      const finding = document.getElementById(`${prefix}-f${number}`);
      const item = document.createElement("li");
      const heading = finding.closest(".group").querySelector("h4").cloneNode(true);
      const label = document.createElement("span");
      label.append(...heading.childNodes);
      item.append(label, line(finding.querySelector(".message").textContent, "message"));
      items.append(item);
    }
    lines.push(items);
  }
  note.replaceChildren(...lines);
}

function hide() {
  note.hidden = true;
  document.querySelector("[aria-describedby='cell-note']")?.removeAttribute("aria-describedby");
}

function showAt(cell) {
  hide();
  if (!cell.dataset.f && !cell.dataset.state) {
    return;
  }
  say(cell);
  note.hidden = false;
  cell.setAttribute("aria-describedby", "cell-note");
  placeBeside(cell);
}

function placeBeside(cell) {
  const box = cell.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - 16);
  const isBelow = box.bottom + note.offsetHeight + 8 < innerHeight || box.top < note.offsetHeight + 8;
  note.style.left = `${Math.max(16, left) + scrollX}px`;
  note.style.top = `${(isBelow ? box.bottom + 6 : box.top - note.offsetHeight - 6) + scrollY}px`;
}

export function enableCells() {
  document.getElementById("main").append(note);
  document.addEventListener("focusin", event => {
    const cell = event.target.closest("table.form td[data-name]");
    if (cell) {
      showAt(cell);
    } else if (!note.contains(event.target)) {
      hide();
    }
  });
  // A phone that is turned, a window made narrow: the note stays beside its cell and inside the page.
  addEventListener("resize", () => {
    const cell = document.querySelector("[aria-describedby='cell-note']");
    if (cell) {
      note.style.left = note.style.top = "0";
      placeBeside(cell);
    }
  });
  document.addEventListener("click", event => {
    const cell = event.target.closest("table.form td[data-name]");
    if (cell && !event.target.closest("a")) {
      cell.focus({ preventScroll: true });
    }
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const cell = event.target.closest("table.form td[data-name]");
    const region = event.target.matches(".form-scroll") ? event.target : null;
    if (event.key === "Escape") {
      hide();
    } else if (cell && (event.key in steps || event.key === "Home" || event.key === "End")) {
      move(cell, event.key, event);
    } else if (cell && event.key === "Enter" && cell.dataset.f) {
      event.preventDefault();
      goTo(`${cell.id.slice(0, cell.id.indexOf("-"))}-f${cell.dataset.f.split(",")[0]}`);
    } else if (region && (event.key === "ArrowDown" || event.key === "ArrowRight")) {
      event.preventDefault();
      rowsOf(region.querySelector("table"))[0][0].focus();
    }
  });
}
