// Puts the lines of a file into the journal's log past the app, as the app would have: one value for each revision,
// and the texts written last in localStorage too, as far as the app uses it.
const [address, most] = arguments;
window.planted = "";
(async () => {
  const base = await new Promise((good, bad) => {
    const request = indexedDB.open("luoxuan:main");
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
  const encode = new TextEncoder(), heads = new Map();
  const put = (lines) => new Promise((good, bad) => {
    const step = base.transaction("log", "readwrite"), log = step.objectStore("log");
    for (const line of lines) {
      const record = /"record":"([a-z2-7]+)"/.exec(line)[1];
      log.add({ bytes: encode.encode(`${line}\n`), records: [record] });
      heads.delete(record);
      heads.set(record, line);
      if (heads.size > 4000) heads.delete(heads.keys().next().value);
    }
    step.oncomplete = good;
    step.onabort = () => bad(step.error);
  });
  const reader = (await fetch(address)).body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "", lines = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    lines.push(...parts);
    if (lines.length > 2000) await put(lines.splice(0));
  }
  await put(lines);
  base.close();
  let size = 0;
  for (const [record, line] of [...heads].reverse()) {
    size += encode.encode(line).length + 31;
    if (size > most) break;
    localStorage.setItem(`luoxuan:main:head:${record}`, line);
  }
  return "planted";
})().then((end) => { window.planted = end; }, (why) => { window.planted = `not planted: ${why}`; });
