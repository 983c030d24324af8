// The page as it stands: its elements and its styles, without its program.
const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
const still = document.documentElement.cloneNode(true);
for (const one of still.querySelectorAll("script, link, meta[http-equiv]")) one.remove();
still.querySelector("head").append(Object.assign(document.createElement("style"), { textContent: rules.join("\n") }));
// What was typed or chosen is no part of the elements.
const all = (root) => [...root.querySelectorAll("textarea:not(#capture), select, input")];
all(document).forEach((field, at) => {
  const copy = all(still)[at];
  if (field.tagName === "TEXTAREA") copy.textContent = field.value;
  else if (field.tagName === "INPUT") copy.setAttribute("value", field.value);
  else copy.querySelectorAll("option").forEach((option, index) => option.toggleAttribute("selected", index === field.selectedIndex));
});
// Where the keyboard is, a browser has the cursor to move with everything else.
all(still)[all(document).indexOf(document.activeElement)]?.setAttribute("autofocus", "");
return `<!doctype html>\n${still.outerHTML}`;
