// 字幕: put below a recording, with what is said as text after it, so that nobody depends on hearing or on a player.
const perParagraph = 8;

// What the site writes: a line of times, the words until an empty line.
export function wordsOf(vtt) {
  const cues = vtt.split(/\n\n+/).map(block => block.split("\n")).filter(lines => lines.some(line => line.includes("-->")));
  return cues.map(lines => lines.slice(lines.findIndex(line => line.includes("-->")) + 1).join("")).map(plain).filter(Boolean);
}

const plain = words => words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// The recording the writer stands in, else the first that has no subtitles yet.
function recording(editor) {
  const found = [];
  editor.state.doc.descendants((node, place) => {
    if (node.type.name === "figure" && ["audio", "video"].includes(node.firstChild?.attrs.kind)) {
      found.push({ node, place });
    }
  });
  const { from } = editor.state.selection;
  return found.find(({ node, place }) => from >= place && from <= place + node.nodeSize) ?? found.find(({ node }) => !node.firstChild.attrs.track) ?? found[0];
}

export async function addSubtitles(editor, address) {
  const figure = recording(editor);
  if (!figure) {
    return "正文里还没有音频或者视频，请先插入正文。";
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    return "读取字幕失败，请刷新页面后再试。";
  }
  const words = wordsOf(await answer.text());
  const paragraphs = Array.from({ length: Math.ceil(words.length / perParagraph) }, (_, i) => words.slice(i * perParagraph, (i + 1) * perParagraph).join(""));
  const { place, node } = figure;
  editor.chain().focus()
    .command(({ tr }) => {
      tr.setNodeMarkup(place + 1, undefined, { ...node.firstChild.attrs, track: address });
      return true;
    })
    .insertContentAt(place + node.nodeSize, [
      { type: "heading", attrs: { level: 4 }, content: [{ type: "text", text: "文字稿" }] },
      ...paragraphs.map(text => ({ type: "paragraph", content: [{ type: "text", text }] })),
    ])
    .run();
  return null;
}
