// 排序: column heads of the overview become buttons.
const collator = new Intl.Collator("zh-CN", { numeric: true });

export function enableSorting() {
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const isDown = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(other => other.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        const key = row => row.cells[column]?.textContent.trim() ?? "";
        const rows = [...body.rows].sort((a, b) => collator.compare(key(a), key(b)) * (isDown ? -1 : 1));
        body.append(...rows);
      });
    });
  }
}
