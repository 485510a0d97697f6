// 工具栏: buttons with words and keys; each says whether it is on, and one Tab stop leads in (arrow keys move within).
const groups = [
  [
    ["粗", "加粗 Ctrl+B", chain => chain.toggleBold(), editor => editor.isActive("bold")],
    ["斜", "斜体 Ctrl+I", chain => chain.toggleItalic(), editor => editor.isActive("italic")],
    ["下划", "下划线 Ctrl+U", chain => chain.toggleUnderline(), editor => editor.isActive("underline")],
    ["上标", "上标", chain => chain.toggle_sup(), editor => editor.isActive("sup")],
    ["下标", "下标", chain => chain.toggle_sub(), editor => editor.isActive("sub")],
  ],
  [
    ["正文", "正文段落", chain => chain.setParagraph(), editor => editor.isActive("paragraph")],
    ["一级", "一级标题", chain => chain.toggleHeading({ level: 2 }), editor => editor.isActive("heading", { level: 2 })],
    ["二级", "二级标题", chain => chain.toggleHeading({ level: 3 }), editor => editor.isActive("heading", { level: 3 })],
    ["居中", "居中", chain => chain.align("center"), editor => editor.isActive({ align: "center" })],
    ["靠右", "靠右（落款）", chain => chain.align("right"), editor => editor.isActive({ align: "right" })],
  ],
  [
    ["• 列表", "项目列表", chain => chain.toggleBulletList(), editor => editor.isActive("bulletList")],
    ["1. 列表", "编号列表", chain => chain.toggleOrderedList(), editor => editor.isActive("orderedList")],
    ["链接", "链接", null, editor => editor.isActive("link")],
  ],
  [
    ["插表格", "插入三行三列的表格", chain => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), null],
    ["加行", "在下方加一行", chain => chain.addRowAfter(), null, "table"],
    ["加列", "在右侧加一列", chain => chain.addColumnAfter(), null, "table"],
    ["删行", "删除这一行", chain => chain.deleteRow(), null, "table"],
    ["删列", "删除这一列", chain => chain.deleteColumn(), null, "table"],
    ["合并", "合并或者拆分单元格", chain => chain.mergeOrSplit(), null, "table"],
    ["删表", "删除表格", chain => chain.deleteTable(), null, "table"],
  ],
  [
    ["撤销", "撤销 Ctrl+Z", chain => chain.undo(), null],
    ["重做", "重做 Ctrl+Y", chain => chain.redo(), null],
    ["清格式", "清除格式", chain => chain.unsetAllMarks().clearNodes(), null],
  ],
];

export function toolbar(editor, onLink) {
  const bar = document.createElement("div");
  bar.className = "tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "格式");
  const buttons = [];
  for (const group of groups) {
    const holder = document.createElement("span");
    holder.className = "tool-group";
    for (const [face, name, act, isOn, where] of group) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = face;
      button.title = name;
      // What is said holds what is seen, for people who speak to their machine.
      button.setAttribute("aria-label", name.includes(face) ? name : `${face}：${name}`);
      button.tabIndex = buttons.length === 0 ? 0 : -1;
      button.addEventListener("click", () => (act ? act(editor.chain().focus()).run() : onLink()));
      buttons.push({ button, isOn, where });
      holder.append(button);
    }
    bar.append(holder);
  }

  const refresh = () => {
    for (const { button, isOn, where } of buttons) {
      if (isOn) {
        button.setAttribute("aria-pressed", isOn(editor));
      }
      button.hidden = where !== undefined && !editor.isActive(where);
    }
  };
  bar.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const shown = buttons.map(({ button }) => button).filter(button => !button.hidden);
      const next = shown[(shown.indexOf(document.activeElement) + step + shown.length) % shown.length];
      for (const button of shown) {
        button.tabIndex = button === next ? 0 : -1;
      }
      next.focus();
      event.preventDefault();
    }
  });
  editor.on("transaction", refresh);
  refresh();
  return bar;
}
