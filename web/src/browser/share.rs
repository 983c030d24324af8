//! What another program on this device shared with the page (`share_target` in the manifest): the service worker puts words
//! into the address, and files into a cache where they wait.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Cache, CacheStorage, File, FilePropertyBag, Response, UrlSearchParams, Window};

/// As `sw.js` calls it.
const CACHE: &str = "luoxuan-shared";

fn parameters(window: &Window) -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window.location().search().ok()?).ok()
}

/// The words that came: title, text and address, each once and only if it says something.
pub fn came() -> Option<String> {
    let parameters = parameters(&web_sys::window()?)?;
    let mut parts: Vec<String> = Vec::new();
    for name in ["title", "text", "url"] {
        // A form ends its lines as no text here does.
        let part = parameters.get(name).unwrap_or_default().replace("\r\n", "\n");
        let part = part.trim().to_owned();
        // Many programs put the address into the text, or the title there once more.
        if !part.is_empty() && !parts.iter().any(|before| before.contains(&part)) {
            parts.retain(|before| !part.contains(before.as_str()));
            parts.push(part);
        }
    }
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// Whether files came that there was no room for.
pub fn refused() -> bool {
    let parameters = web_sys::window().as_ref().and_then(parameters);
    parameters.is_some_and(|parameters| parameters.has("refused"))
}

/// Takes what came out of the address, so that nothing comes twice.
pub fn settle() {
    let Some(window) = web_sys::window() else { return };
    let (location, Ok(history)) = (window.location(), window.history()) else {
        return;
    };
    if let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) {
        let state = history.state().unwrap_or(JsValue::NULL);
        // An address that stays offers the same words again, and the person says no.
        let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{hash}")));
    }
}

fn caches() -> Result<CacheStorage, JsValue> {
    // Where the page is not secure there are none.
    Ok(web_sys::window().ok_or(JsValue::NULL)?.caches()?.dyn_into()?)
}

/// A file that was shared, and where it waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The file.
    pub file: File,
    address: String,
}

/// The files that wait, in the order in which they came.
pub async fn files() -> Vec<Waiting> {
    waiting().await.unwrap_or_default()
}

/// The cache they wait in, if there is one: opening it would make it.
async fn cache() -> Result<Cache, JsValue> {
    let caches = caches()?;
    let there = JsFuture::from(caches.has(CACHE)).await?.as_bool();
    there.filter(|there| *there).ok_or(JsValue::NULL)?;
    JsFuture::from(caches.open(CACHE)).await?.dyn_into()
}

async fn waiting() -> Result<Vec<Waiting>, JsValue> {
    let cache = cache().await?;
    let keys: Array = JsFuture::from(cache.keys()).await?.dyn_into()?;
    let mut files = Vec::new();
    for key in keys.iter() {
        let address = Reflect::get(&key, &"url".into())?.as_string().unwrap_or_default();
        let response: Response = JsFuture::from(cache.match_with_str(&address)).await?.dyn_into()?;
        let blob: Blob = JsFuture::from(response.blob()?).await?.dyn_into()?;
        let name = address.rsplit('/').next().unwrap_or_default();
        let name = js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from);
        let kind = FilePropertyBag::new();
        kind.set_type(&blob.type_());
        let file = File::new_with_blob_sequence_and_options(&Array::of1(&blob), &name, &kind)?;
        files.push(Waiting { file, address });
    }
    Ok(files)
}

/// Lets files go: they are kept, or not wanted. What stays for any reason is offered again.
pub async fn let_go(files: Vec<Waiting>) {
    let Ok(cache) = cache().await else { return };
    for waiting in files {
        let _ = JsFuture::from(cache.delete_with_str(&waiting.address)).await;
    }
}
