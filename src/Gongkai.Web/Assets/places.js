// 位置: from words that a check found to the place in the text where they stand.

/** Selects the n-th occurrence of words in the editor and brings it into sight; false when they are not there any more. */
export function select(editor, words, nth) {
  const found = [];
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock) {
      const text = node.textBetween(0, node.content.size, undefined, "\u0001");
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        found.push(position + 1 + at);
      }
      return false;
    }
    return true;
  });
  const from = found[Math.min(nth, found.length - 1)];
  if (from === undefined) {
    return false;
  }
  editor.chain().focus().setTextSelection({ from, to: from + words.length }).scrollIntoView().run();
  return true;
}
