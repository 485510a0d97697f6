// 可用的格式: what may stand in a text; the same list as the site's sanitiser keeps, so that nothing vanishes when it is saved.
import { Extension, Mark } from "@tiptap/core";
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

export const extensions = [
  StarterKit.configure({ heading: { levels: [2, 3, 4] }, link: { openOnClick: false, autolink: false, HTMLAttributes: { target: null, rel: null } } }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  Image.configure({ allowBase64: false }),
  Alignment,
  simpleMark("sub", "sub"),
  simpleMark("sup", "sup"),
];
