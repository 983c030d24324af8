// Writes an entry in our page and waits until it says that the entry is kept. The bytes are overheard on their way, and
// then added to the log once more, where they are known already, in a transaction over the same stores, with nothing to
// show on the page meanwhile.
const [text] = arguments, done = arguments[arguments.length - 1];
(async () => {
  if (!window.overheard) {
    window.overheard = [];
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (value, ...rest) {
      window.overheard.push({ value, stores: [...this.transaction.objectStoreNames] });
      return add.call(this, value, ...rest);
    };
  }
  const area = document.querySelector("#capture"), status = document.querySelector("[data-kept]");
  area.focus();
  document.execCommand("insertText", false, text);
  await new Promise((act) => setTimeout(act, 50));
  window.overheard.length = 0;
  const kept = new Promise((act) => {
    const watch = new MutationObserver(() => {
      if (!status.textContent.startsWith("已写入本机")) return;
      watch.disconnect();
      act(performance.now());
    });
    watch.observe(status, { childList: true, subtree: true, characterData: true });
  });
  const start = performance.now();
  area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
  const time = await kept - start;
  const [{ value: { bytes, records }, stores }] = window.overheard;
  window.own ??= await new Promise((good, bad) => {
    const request = indexedDB.open("luoxuan:main");
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
  await new Promise((act) => setTimeout(act, 100));
  const again = performance.now(), step = window.own.transaction(stores, "readwrite", { durability: "strict" });
  step.objectStore("log").add({ bytes, records });
  if (stores.includes("drafts")) step.objectStore("drafts").delete("nobody");
  step.commit();
  await new Promise((good, bad) => { step.oncomplete = good; step.onabort = bad; });
  return [time, new TextDecoder().decode(bytes), performance.now() - again];
})().then(done, (why) => done(String(why)));
