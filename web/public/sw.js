// The offline shell. Each version of the site has a cache of its own, so a page is never put
// together from two versions. The version and the files are filled in when the site is built.
const VERSION = "__VERSION__";
const FILES = ["__FILES__"];
const CACHE = `luoxuan-shell-${VERSION}`;
const SCOPE = new URL("./", self.location).href;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // From the network, not from the browser's own cache: these exact bytes are this version.
    await cache.addAll(FILES.map((file) => new Request(new URL(file, SCOPE), { cache: "reload" })));
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("luoxuan-shell-") && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

// A new version waits until the person accepts it; the page asks only when nothing is unwritten.
self.addEventListener("message", (event) => {
  if (event.data?.type === "accept-update") self.skipWaiting();
});

// What another program shares comes as a form. Files wait here until the person says what becomes of them (browser/share.rs),
// words are in the address; so many bytes, because any page can send a form.
const SHARED = "luoxuan-shared";
const MOST = 200_000_000;

const share = async (request) => {
  const form = await request.formData(), words = new URLSearchParams();
  for (const name of ["title", "text", "url"]) if (form.get(name)) words.set(name, form.get(name));
  const files = form.getAll("files").filter((file) => typeof file !== "string" && file.size > 0);
  try {
    if (files.reduce((sum, file) => sum + file.size, 0) > MOST) throw new RangeError("too much");
    const cache = files.length > 0 && await caches.open(SHARED);
    for (const [at, file] of files.entries()) {
      const name = encodeURIComponent(file.name), type = file.type || "application/octet-stream";
      await cache.put(`${SCOPE}share/${Date.now()}-${at}/${name}`, new Response(file, { headers: { "content-type": type } }));
    }
  } catch {
    words.set("refused", "files");
  }
  const said = words.toString();
  return Response.redirect(`${SCOPE}${said && "?"}${said}#/today`, 303);
};

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method === "POST" && url === `${SCOPE}share`) return event.respondWith(share(event.request));
  if (method !== "GET" || !url.startsWith(SCOPE)) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const wanted = mode === "navigate" ? new URL("index.html", SCOPE).href : url.split("#")[0];
    return (await cache.match(wanted)) ?? fetch(event.request);
  })());
});
