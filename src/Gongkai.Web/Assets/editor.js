// 编辑器: the text of a document, saved by itself, with what the checks found beside it. Without this script the text is a plain box.
import { Editor } from "@tiptap/core";
import { cleanPaste, wholeParagraphs } from "./paste.js";
import { select } from "./places.js";
import { Saving } from "./saving.js";
import { extensions } from "./schema.js";
import { toolbar } from "./toolbar.js";
import { addSubtitles } from "./subtitles.js";

const form = document.querySelector("form[data-editor]");
const box = form?.querySelector("textarea[name=Html]");

if (box) {
  const holder = document.createElement("div");
  holder.className = "text-holder";
  box.after(holder);
  const editor = new Editor({
    element: holder,
    extensions,
    content: box.value,
    injectCSS: false,
    editorProps: {
      transformPastedHTML: cleanPaste,
      transformPasted: wholeParagraphs,
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": "正文", class: "prose", lang: "zh-CN", id: "f-html-editor" },
    },
  });
  holder.before(toolbar(editor, () => askLink(editor)));
  box.hidden = true;
  box.required = false;
  form.querySelector("label[for=f-html]")?.addEventListener("click", () => editor.commands.focus());

  const saving = new Saving(form);
  editor.on("update", () => {
    box.value = editor.isEmpty ? "" : editor.getHTML();
    saving.changed();
  });
  form.addEventListener("input", () => saving.changed());
  form.addEventListener("submit", () => saving.leave());
  for (const other of document.querySelectorAll("form[data-saves-first]")) {
    // Uploading leaves the page: what was typed is saved before.
    other.addEventListener("submit", async event => {
      event.preventDefault();
      await saving.now();
      HTMLFormElement.prototype.submit.call(other);
    }, { once: true });
  }

  document.addEventListener("click", event => {
    const found = event.target.closest("[data-find]");
    if (found && !select(editor, found.dataset.find, Number(found.dataset.nth))) {
      found.setAttribute("aria-disabled", "true");
      found.title = "正文里已经没有这些字";
    }
    const picture = event.target.closest("[data-picture]");
    if (picture) {
      editor.chain().focus().insertMedia(picture.dataset.kind, picture.dataset.picture, picture.dataset.name).run();
    }
    const subtitles = event.target.closest("[data-subtitles]");
    if (subtitles) {
      addSubtitles(editor, subtitles.dataset.subtitles).then(fault => {
        document.getElementById("saving").textContent = fault ?? "字幕和文字稿已插入";
      });
    }
  });
}

function askLink(editor) {
  const dialog = document.getElementById("link-dialog");
  const address = dialog.querySelector("input");
  address.value = editor.getAttributes("link").href ?? "";
  dialog.returnValue = "";
  dialog.onclose = () => {
    if (dialog.returnValue === "remove" || (dialog.returnValue === "set" && address.value.trim() === "")) {
      editor.chain().focus().extendMarkRange("link").unsetLink().run();
    } else if (dialog.returnValue === "set") {
      editor.chain().focus().extendMarkRange("link").setLink({ href: address.value.trim() }).run();
    }
  };
  dialog.showModal();
}
