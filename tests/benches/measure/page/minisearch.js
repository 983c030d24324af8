// MiniSearch over the same notes: by pairs of characters, since it looks up words and Chinese writes none apart.
const [queries, address] = arguments, done = arguments[arguments.length - 1];
(async () => {
  const notes = await (await fetch(address)).json();
  const tokenize = (text) => {
    const pairs = [];
    for (let at = 0; at + 2 <= text.length; at += 1) pairs.push(text.slice(at, at + 2));
    return pairs;
  };
  const start = performance.now();
  const index = new MiniSearch({ fields: ["text"], tokenize, processTerm: (term) => term, searchOptions: { combineWith: "AND" } });
  index.addAll(notes.map((text, id) => ({ id, text })));
  const built = performance.now() - start;
  return [built, ...queries.map((query) => {
    const times = [];
    for (let round = 0; round < 10; round += 1) {
      const asked = performance.now();
      index.search(query);
      times.push(performance.now() - asked);
    }
    return times;
  })];
})().then(done, (why) => done(String(why)));
