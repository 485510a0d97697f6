// 批注: select words in the text, and a remark about them is begun; earlier remarks are marked in the text; findings lead to their place.
const text = document.querySelector("[data-review-text]");
const list = document.querySelector("[data-remarks]");

function rangeOf(words, nth = 0) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, from: whole.length });
    whole += walker.currentNode.data;
  }
  let at = whole.indexOf(words);
  for (let i = 0; i < nth && at >= 0; i++) {
    at = whole.indexOf(words, at + 1);
  }
  if (at < 0 || words === "") {
    return null;
  }
  const place = position => {
    const found = nodes.findLast(({ from }) => from <= position);
    return [found.node, position - found.from];
  };
  const range = document.createRange();
  range.setStart(...place(at));
  const [last, offset] = place(at + words.length - 1);
  range.setEnd(last, offset + 1);
  return range;
}

function show(range) {
  const chosen = getSelection();
  chosen.removeAllRanges();
  chosen.addRange(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

document.addEventListener("click", event => {
  const found = event.target.closest("[data-find]");
  if (found) {
    const range = rangeOf(found.dataset.find, Number(found.dataset.nth));
    if (range) {
      show(range);
    }
  }
});

if (text && CSS.highlights) {
  // Marks of earlier remarks lie over the text and change nothing in it.
  const marks = [...document.querySelectorAll("[data-remark]")].map(one => rangeOf(one.dataset.remark)).filter(Boolean);
  if (marks.length > 0) {
    CSS.highlights.set("remark", new Highlight(...marks));
  }
}

if (text && list) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small remark-button";
  button.textContent = "批注";
  button.hidden = true;
  document.body.append(button);

  const quote = () => {
    const chosen = getSelection();
    const words = chosen.toString().replace(/\s+/g, " ").trim();
    return chosen.rangeCount > 0 && text.contains(chosen.anchorNode) && words.length > 0 ? words.slice(0, 200) : "";
  };
  document.addEventListener("selectionchange", () => {
    const words = quote();
    button.hidden = words === "";
    if (words) {
      const box = getSelection().getRangeAt(0).getBoundingClientRect();
      button.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 80))}px`;
      button.style.top = `${box.bottom + scrollY + 4}px`;
    }
  });
  // The selection must outlive the press.
  button.addEventListener("mousedown", event => event.preventDefault());
  button.addEventListener("click", () => {
    const words = quote();
    const row = [...list.children].find(item => !item.querySelector("input").value && !item.querySelector("textarea").value) ?? add();
    row.querySelector("input").value = words;
    row.querySelector("textarea").focus();
    button.hidden = true;
  });

  function add() {
    const row = list.children[0].cloneNode(true);
    const number = list.children.length;
    for (const field of row.querySelectorAll("input, textarea")) {
      field.name = field.name.replace(/\[\d+\]/, `[${number}]`);
      field.value = "";
    }
    list.append(row);
    return row;
  }
}
