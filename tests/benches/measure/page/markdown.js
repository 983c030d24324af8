// Reads and shows texts by one way, and returns the microseconds each took.
const [way, texts] = arguments, done = arguments[arguments.length - 1];
(async () => {
  window.markdownIt ??= window.markdownit();
  window.commonMark ??= [new commonmark.Parser(), new commonmark.HtmlRenderer({ safe: true })];
  const theirs = document.querySelector("#theirs");
  const render = {
    "markdown-it": (text) => window.markdownIt.render(text),
    "commonmark.js": (text) => window.commonMark[1].render(window.commonMark[0].parse(text)),
  };
  const ways = {
    "ours, read": (text) => window.ours.read(text),
    "ours, shown": async (text) => { window.ours.show(text); await window.bench.done(); },
  };
  for (const [name, act] of Object.entries(render)) {
    ways[`${name}, read`] = act;
    ways[`${name}, shown`] = async (text) => { theirs.innerHTML = act(text); await window.bench.done(); };
  }
  const act = ways[way], start = performance.now();
  if (way.endsWith("shown")) for (const text of texts) await act(text);
  else for (const text of texts) act(text);
  return (performance.now() - start) / texts.length * 1000;
})().then(done, (why) => done(String(why)));
