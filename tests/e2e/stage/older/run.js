async (act, given, waits) => {
  const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  const known = (window.drivenElements ??= []);
  const coming = (value) => {
    if (Array.isArray(value)) return value.map(coming);
    if (value === null || typeof value !== "object") return value;
    if (ELEMENT in value) {
      const element = known[value[ELEMENT]];
      if (!element?.isConnected) throw new Error("no such element any more");
      return element;
    }
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, coming(one)]));
  };
  const going = (value) => {
    if (value instanceof Node) {
      const at = known.indexOf(value);
      return { [ELEMENT]: String(at < 0 ? known.push(value) - 1 : at) };
    }
    if (Array.isArray(value) || value instanceof NodeList) return [...value].map(going);
    if (value === undefined || value === null) return null;
    if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, going(one)]));
    return value;
  };
  const all = given.map(coming);
  return going(waits ? await new Promise((done, fail) => { try { act(...all, done); } catch (why) { fail(why); } }) : await act(...all));
}
