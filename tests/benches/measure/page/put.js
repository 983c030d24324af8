// The least a page can do to be sure that bytes are on the disk.
const [line] = arguments, done = arguments[arguments.length - 1];
(async () => {
  window.base ??= await new Promise((good, bad) => {
    const request = indexedDB.open("bare");
    request.onupgradeneeded = () => request.result.createObjectStore("log", { autoIncrement: true });
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
  const bytes = new TextEncoder().encode(line), start = performance.now();
  const step = window.base.transaction("log", "readwrite", { durability: "strict" });
  step.objectStore("log").add({ bytes });
  await new Promise((good, bad) => { step.oncomplete = good; step.onabort = bad; });
  return [performance.now() - start, ""];
})().then(done, (why) => done(String(why)));
