// Puts a line with these words at the beginning of a list and empties the box, as a frame begins: to the frame painted.
const [text] = arguments, done = arguments[arguments.length - 1];
const area = document.querySelector("textarea"), list = document.querySelector(".week-list ul");
area.focus();
document.execCommand("insertText", false, text);
setTimeout(() => requestAnimationFrame(() => {
  const start = performance.now(), { port1, port2 } = new MessageChannel();
  const line = list.firstElementChild.cloneNode(true);
  line.querySelector("span:last-of-type").textContent = text.slice(0, 60);
  list.prepend(line);
  if (list.children.length > 30) list.lastElementChild.remove();
  area.value = "";
  port1.onmessage = () => done(performance.now() - start);
  port2.postMessage(0);
}), 700);
