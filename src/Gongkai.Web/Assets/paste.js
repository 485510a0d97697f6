// 粘贴: what Word and other sites put on the clipboard, without their junk; tables and paragraphs stay.

import { Slice } from "@tiptap/pm/model";

/** What is pasted into an empty paragraph takes its place whole: the first paragraph keeps its heading and side instead of lending its words to the empty one. */
export function wholeParagraphs(slice, view) {
  const { $from, empty } = view.state.selection;
  const isEmpty = empty && $from.parent.isTextblock && $from.parent.content.size === 0 && $from.parent.type.name === "paragraph";
  return isEmpty && slice.openStart > 0 && slice.content.firstChild?.isTextblock ? new Slice(slice.content, 0, 0) : slice;
}

/** HTML of the clipboard, cleaned before the editor reads it. */
export function cleanPaste(html) {
  // An inline style would be refused, with a complaint, already while it is read; under another name it is only a word.
  const page = new DOMParser().parseFromString(html.replace(/<[^<>]*>/g, tag => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2")), "text/html");
  for (const junk of page.querySelectorAll("script, style, meta, link, title, xml, o\\:p, w\\:sdtpr, img")) {
    // A picture of the clipboard lies on the person's own disk; pictures come in as attachments.
    junk.remove();
  }
  for (const list of page.querySelectorAll("p[class*=MsoListParagraph]")) {
    // Word writes the number of a list as text in a hidden span; as text it stays exactly as it was.
    for (const part of list.querySelectorAll("[data-style*='mso-list']")) {
      part.replaceWith(part.textContent.replace(/\s+/g, ""));
    }
  }
  for (const element of page.body.querySelectorAll("*")) {
    const side = element.getAttribute("data-style")?.match(/text-align:\s*(center|right)/i)?.[1].toLowerCase() ?? element.getAttribute("align");
    const align = side === "center" || side === "right" ? side : null;
    for (const { name } of [...element.attributes]) {
      if (!["href", "colspan", "rowspan", "start"].includes(name)) {
        element.removeAttribute(name);
      }
    }
    if (align) {
      element.className = `align-${align}`;
    }
  }
  for (const heading of page.body.querySelectorAll("h1, h5, h6")) {
    // The title is a field of its own: headings of a text begin at the second level.
    const level = heading.localName === "h1" ? "h2" : "h4";
    const other = page.createElement(level);
    other.append(...heading.childNodes);
    heading.replaceWith(other);
  }
  for (const empty of page.body.querySelectorAll("span:empty, font:empty")) {
    empty.remove();
  }
  return page.body.innerHTML.replace(/<!--[\s\S]*?-->/g, "");
}
