// 可用的格式: what may stand in a text; the same list as the site's sanitiser keeps, so that nothing vanishes when it is saved.
import { Extension, Mark, Node } from "@tiptap/core";
import Image from "@tiptap/extension-image";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

const simpleMark = (name, tag) => Mark.create({
  name,
  parseHTML: () => [{ tag }],
  renderHTML: () => [tag, 0],
  addCommands() {
    return { [`toggle_${name}`]: () => ({ commands }) => commands.toggleMark(name) };
  },
});

// Alignment is a class, because pages of the site allow no inline style.
const Alignment = Extension.create({
  name: "alignment",
  addGlobalAttributes: () => [{
    types: ["paragraph", "heading"],
    attributes: {
      align: {
        default: null,
        parseHTML: element => {
          const side = element.className.match(/\balign-(center|right)\b/)?.[1] ?? element.style.textAlign ?? element.getAttribute("align");
          return side === "center" || side === "right" ? side : null;
        },
        renderHTML: ({ align }) => (align ? { class: `align-${align}` } : {}),
      },
    },
  }],
  addCommands() {
    return {
      align: side => ({ commands, editor }) => ["paragraph", "heading"].map(type => commands.updateAttributes(type, { align: editor.isActive({ align: side }) ? null : side })).some(Boolean),
    };
  },
});

// 图、音频、视频 with a caption: the file plays or shows, the words below it are part of the text.
const Media = Node.create({
  name: "media",
  atom: true,
  selectable: false,
  addAttributes: () => ({
    kind: { default: "img", rendered: false, parseHTML: element => element.localName },
    src: { default: null },
    alt: { default: null },
    track: { default: null, rendered: false, parseHTML: element => element.querySelector("track")?.getAttribute("src") ?? null },
  }),
  parseHTML: () => ["img", "audio", "video"].map(tag => ({ tag: `figure > ${tag}`, priority: 60 })),
  renderHTML: ({ node, HTMLAttributes: { src, alt } }) => (node.attrs.kind === "img" ? ["img", { src, alt: alt ?? "" }] : [node.attrs.kind, { src, controls: "" }, ...(node.attrs.track ? [["track", { src: node.attrs.track, kind: "captions", srclang: "zh-CN", label: "字幕", default: "" }]] : [])]),
});

const Caption = Node.create({
  name: "caption",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "figcaption" }],
  renderHTML: () => ["figcaption", 0],
});

const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "media caption",
  isolating: true,
  parseHTML: () => [{ tag: "figure" }],
  renderHTML: () => ["figure", 0],
  addCommands() {
    return {
      insertMedia: (kind, src, words) => ({ commands }) => commands.insertContent({
        type: "figure",
        content: [{ type: "media", attrs: { kind, src, alt: kind === "img" ? words : null } }, { type: "caption", content: words ? [{ type: "text", text: words }] : [] }],
      }),
    };
  },
});

export const extensions = [
  StarterKit.configure({ heading: { levels: [2, 3, 4] }, link: { openOnClick: false, autolink: false, HTMLAttributes: { target: null, rel: null } } }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  Image.configure({ allowBase64: false }),
  Figure,
  Media,
  Caption,
  Alignment,
  simpleMark("sub", "sub"),
  simpleMark("sup", "sup"),
];
