// Finds what a person would find: by what it is and what it is called. Runs inside the page.
const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const onScreen = (element) => element.checkVisibility
  ? element.checkVisibility({ visibilityProperty: true })
  : element.getClientRects().length > 0;
const nameOf = (element) => {
  const heading = element.matches("section, fieldset") ? element.querySelector("h1, h2, h3, legend") : null;
  const by = element.getAttribute("aria-labelledby");
  if (by) return words(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  const own = element.getAttribute("aria-label");
  if (own) return words(own);
  if (element.labels?.length) {
    const label = element.labels[0].cloneNode(true);
    for (const control of label.querySelectorAll("input, select, textarea, datalist")) control.remove();
    return words(label.textContent);
  }
  if (element.matches("input, select, textarea")) return words(element.placeholder || element.title);
  if (heading) return words(heading.textContent);
  return words(element.textContent) || words(element.title);
};
const KINDS = {
  button: "button, summary, [role=button], [role=tab], [role=option], [role=menuitem]",
  link: "a[href]",
  press: "button, summary, a[href], [role=button], [role=tab], [role=option], [role=menuitem]",
  box: "textarea, input:not([type=file], [type=checkbox], [type=radio])",
  choice: "select",
  file: "input[type=file]",
  tick: "input[type=checkbox], input[type=radio]",
};
// The part of the page to look in: the last region of that name, or an open dialog, or everything.
const partOfThePage = () => {
  const open = [...document.querySelectorAll("dialog[open]")].pop();
  if (!PART) return open ?? document;
  if (PART === "@cursor") return window.partWithTheCursor;
  const regions = [...document.querySelectorAll("section, article, [role=group], form, fieldset, aside, nav")];
  return regions.filter((region) => onScreen(region) && nameOf(region).startsWith(PART)).pop() ?? document.createElement("p");
};
const findAll = (kind, name) => {
  const all = [...partOfThePage().querySelectorAll(KINDS[kind])]
    .filter((element) => kind === "file" || onScreen(element));
  const called = (test) => all.filter((element) => test(nameOf(element)));
  const exact = called((own) => own === name);
  if (exact.length) return exact;
  const begins = called((own) => own.startsWith(name));
  return begins.length ? begins : called((own) => own.includes(name));
};
const find = (kind, name, place = 0) => findAll(kind, name).slice(place)[0] ?? null;
// What stands on the page, what was typed into it included.
const seen = (root = document.body) => {
  const boxes = [...root.querySelectorAll("textarea, input:not([type=file])")].filter(onScreen);
  return [root.innerText ?? "", ...boxes.map((box) => box.value)].join("\n");
};
