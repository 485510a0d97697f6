// 检索联想: titles and names of bodies below the search box while one types (combobox of WAI-ARIA). Without it the box searches as ever.
const wait = 150;

function furnish(input, number) {
  const form = input.form;
  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "检索建议");
  list.hidden = true;
  const told = document.createElement("span");
  told.className = "vh";
  told.setAttribute("role", "status");
  const holder = document.createElement("span");
  holder.className = "suggesting";
  input.before(holder);
  holder.append(input, list, told);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }

  let asked = "";
  let typed = "";
  let chosen = -1;
  let timer;
  let running;

  const isOpen = () => !list.hidden;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function open(found) {
    list.replaceChildren(...found.map((one, i) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${i}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = one.text;
      item.dataset.url = one.url;
      return item;
    }));
    chosen = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", `${!list.hidden}`);
    input.removeAttribute("aria-activedescendant");
    told.textContent = found.length === 0 ? "" : `有${found.length}条建议，按上下键选择`;
  }

  function choose(at) {
    const items = [...list.children];
    items[chosen]?.setAttribute("aria-selected", "false");
    chosen = at < -1 ? items.length - 1 : at >= items.length ? -1 : at;
    const item = items[chosen];
    if (item) {
      item.setAttribute("aria-selected", "true");
      item.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", item.id);
      input.value = item.textContent;
    } else {
      input.removeAttribute("aria-activedescendant");
      input.value = typed;
    }
  }

  async function ask() {
    const words = input.value.trim();
    if (words === asked) {
      return;
    }
    asked = words;
    running?.abort();
    if (words.length === 0) {
      open([]);
      return;
    }
    running = new AbortController();
    try {
      const query = new URLSearchParams({ q: words });
      const body = new FormData(form).get("body");
      if (body) {
        query.set("body", body);
      }
      const answer = await fetch(`/api/v1/search/suggest?${query}`, { signal: running.signal, headers: { accept: "application/json" } });
      if (answer.ok && document.activeElement === input) {
        open(await answer.json());
      }
    } catch (problem) {
      // A suggestion that does not come is no fault of the page.
      if (problem.name !== "AbortError") {
        open([]);
      }
    }
  }

  input.addEventListener("input", event => {
    if (event.isComposing) {
      return;
    }
    typed = input.value;
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  });
  input.addEventListener("compositionend", () => {
    typed = input.value;
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  });
  input.addEventListener("keydown", event => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!isOpen() && list.children.length > 0) {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
      }
      if (isOpen()) {
        event.preventDefault();
        choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      }
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key) && chosen >= 0) {
      // Back into the box, whose text is now that of the option: the cursor moves there and nothing is chosen any more.
      list.children[chosen].setAttribute("aria-selected", "false");
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
    } else if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      input.value = typed;
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
  input.addEventListener("blur", close);
  // Before the box loses the focus, which would close the list under the pointer.
  list.addEventListener("pointerdown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const item = event.target.closest("[role=option]");
    if (item) {
      location.assign(item.dataset.url);
    }
  });
}

document.querySelectorAll("form[role=search] input[type=search][name=q]").forEach(furnish);
