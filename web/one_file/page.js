// The page of the one file. There is no site to ask: whatever the program fetches is in here.
const here = (id) => document.getElementById(id).textContent;
const text = { unpack: here("unpack"), packed: here("packed") };
const take = unpacking(unpack, SIZES, text);
self.fetch = async (address) => {
  const name = String(address).split("/").pop(), piece = await take(name);
  if (!piece) throw new TypeError(`${name} is not in this file`);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(piece, { headers: { "content-type": type } });
};
// Under a policy without addresses a worker is what the page makes it of: its script, and all that is packed.
const worker = new Blob([here("worker"), `\nbegin(${JSON.stringify(text)});\n`], { type: "text/javascript" });
document.querySelector("meta[name=worker]").content = URL.createObjectURL(worker);
self.tooOld || main.default({ module_or_path: take(FIRST) });
