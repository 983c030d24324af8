// What is packed into the one file, unpacked in its order as far as somebody asks for it. Runs in the page and in the worker.
function unpacking(glue, sizes, text) {
  const bytes = (base64) => {
    const letters = atob(base64), found = new Uint8Array(letters.length);
    for (let at = 0; at < found.length; at++) found[at] = letters.charCodeAt(at);
    return found;
  };
  const begun = glue.default({ module_or_path: bytes(text.unpack) }).then(() => new glue.Unpacking(bytes(text.packed)));
  const pieces = new Map();
  let last = begun;
  const unpack = async (name, first) => {
    const stream = await begun, piece = new Uint8Array(sizes[name]);
    let since = performance.now();
    for (let at = 0; at < piece.length;) {
      const next = stream.next(Math.min(32768, piece.length - at));
      if (!next.length) throw new Error(`${name} is cut off`);
      piece.set(next, at);
      at += next.length;
      // Nothing can be typed before the first is there; from then on keys come first.
      if (!first && performance.now() - since > 8) {
        await new Promise((go) => setTimeout(go));
        since = performance.now();
      }
    }
    return piece;
  };
  return (name) => {
    for (const next of Object.keys(sizes)) {
      if (pieces.has(name)) break;
      if (pieces.has(next)) continue;
      const first = !pieces.size;
      last = last.then(() => unpack(next, first));
      pieces.set(next, last);
    }
    return pieces.get(name);
  };
}
