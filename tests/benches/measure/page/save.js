// Writes an entry in our page and waits until it says that the entry is kept. The bytes are overheard on their way.
const [text] = arguments, done = arguments[arguments.length - 1];
(async () => {
  if (!window.overheard) {
    window.overheard = [];
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (value, ...rest) {
      window.overheard.push(value.bytes);
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
  return [time, new TextDecoder().decode(window.overheard[0])];
})().then(done, (why) => done(String(why)));
