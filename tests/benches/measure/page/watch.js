// Put before everything else in every page that is measured. Times are milliseconds since the page was asked for.
window.bench = (() => {
  // After the next frame: what has changed by then is on the screen.
  const shown = (act, view = window) => view.requestAnimationFrame(() => {
    const { port1, port2 } = new view.MessageChannel();
    port1.onmessage = act;
    port2.postMessage(0);
  });
  const marks = {}, asked = new Set(), pauses = [], keys = [];
  const mark = (name, is) => {
    if (!is || asked.has(name)) return;
    asked.add(name);
    shown(() => { marks[name] = performance.now(); });
  };
  const find = (selector) => document.querySelector(selector);
  const look = () => {
    // Ours: the cursor is in the box; nothing is on its way any more; everything can be found.
    mark("box", document.activeElement?.id === "capture");
    const all = find(".week-list") && !find("main p.soft[role=status]");
    if (all && !asked.has("all")) {
      mark("all", true);
      if (!window.noFinding) find(".find-button").click();
    }
    const dialog = find("dialog.find[open]");
    mark("found", asked.has("all") && dialog && !dialog.querySelector(":scope > p:not([role])"));
    // Theirs: the page with its search field; a textarea.
    mark("wiki", find("input[type=search]") && find(".tc-story-river"));
    mark("bare", find("textarea#bare"));
    if (asked.has("found") || asked.has("wiki") || asked.has("bare")) watch.disconnect();
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["open"] });
  document.addEventListener("focusin", look, true);
  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => pauses.push([startTime, duration])))
    .observe({ type: "longtask", buffered: true });
  return {
    marks, pauses, keys, shown,
    // From a key to the frame that shows what it did.
    hear: (view) => view.addEventListener("keydown", ({ timeStamp }) =>
      shown(() => keys.push(view.performance.now() - timeStamp), view), true),
    // Waits until everything that was set off has been done.
    done: () => new Promise((act) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      port2.postMessage(0);
    }),
  };
})();
