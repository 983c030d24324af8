//! Which version runs, and the lines that tell what a version brought.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CacheStorage, Response};

use super::files::of_this_site;
use super::said_in_head;

const FILE: &str = "news.json";

/// What the caches of the service worker begin with, each of one version.
const SHELL: &str = "luoxuan-shell-";

/// The version that runs. Where whoever builds the page says none, nothing is ever new.
pub fn version() -> Option<String> {
    said_in_head("version")
}

/// The lines that came with the version that runs; `None` if they cannot be had now.
pub async fn of_the_running() -> Option<String> {
    of_this_site(FILE).await
}

/// The lines that came with the version that waits; `None` if they cannot be had.
pub async fn of_the_waiting() -> Option<String> {
    newest().await.ok()
}

async fn newest() -> Result<String, JsValue> {
    let caches: CacheStorage = web_sys::window().ok_or(JsValue::NULL)?.caches()?.dyn_into()?;
    let names: Array = JsFuture::from(caches.keys()).await?.dyn_into()?;
    // They are told in the order in which they were made.
    let last = names
        .iter()
        .filter_map(|name| name.as_string())
        .rfind(|name| name.starts_with(SHELL));
    let last = last.ok_or(JsValue::NULL)?;
    let cache: web_sys::Cache = JsFuture::from(caches.open(&last)).await?.dyn_into()?;
    let response: Response = JsFuture::from(cache.match_with_str(FILE)).await?.dyn_into()?;
    let text: JsString = JsFuture::from(response.text()?).await?.dyn_into()?;
    Ok(String::from(text))
}
