//! A witness beside both lanes: a line in a cache, whose files are neither's. Where both are damaged at once it still says
//! what there was.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Response};

const LINE: &str = "whole";

async fn cache(journal: &str) -> Result<Cache, JsValue> {
    let caches = web_sys::window().ok_or(JsValue::NULL)?.caches()?;
    // Where the page is not secure there is none.
    let caches: CacheStorage = caches.dyn_into()?;
    JsFuture::from(caches.open(&format!("luoxuan:{journal}:witness")))
        .await?
        .dyn_into()
}

/// What it was last told; `None` if nothing, or if nobody answers.
pub async fn said(journal: &str) -> Option<String> {
    let said = async {
        let found = JsFuture::from(cache(journal).await?.match_with_str(LINE)).await?;
        let response: Response = found.dyn_into()?;
        let text: JsString = JsFuture::from(response.text()?).await?.dyn_into()?;
        Ok::<_, JsValue>(String::from(text))
    };
    said.await.ok()
}

/// Tells it. Without room it keeps what it was told before.
pub async fn tell(journal: &str, line: &str) {
    let told = async {
        let response = Response::new_with_opt_str(Some(line))?;
        JsFuture::from(cache(journal).await?.put_with_str(LINE, &response)).await
    };
    // It is the third of three.
    let _ = told.await;
}
