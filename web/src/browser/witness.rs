//! A witness beside both lanes: a line in a cache, whose files are neither's. Where both are damaged at once it still says
//! what there was.

use std::future::Future;
use std::time::Duration;

use futures::future::{Either, select};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Response};

use super::clock::sleep;

const LINE: &str = "whole";

const PATIENCE: Duration = Duration::from_secs(2);

async fn cache(journal: &str) -> Result<Cache, JsValue> {
    let caches = web_sys::window().ok_or(JsValue::NULL)?.caches()?;
    // Where the page is not secure there is none.
    let caches: CacheStorage = caches.dyn_into()?;
    JsFuture::from(caches.open(&format!("luoxuan:{journal}:witness")))
        .await?
        .dyn_into()
}

/// Nobody waits longer for it than that.
async fn soon<T>(answer: impl Future<Output = Result<T, JsValue>>) -> Option<T> {
    match select(std::pin::pin!(answer), std::pin::pin!(sleep(PATIENCE))).await {
        Either::Left((answer, _)) => answer.ok(),
        Either::Right(_) => None,
    }
}

/// What it was last told; `None` if nothing, or if nobody answers.
pub async fn said(journal: &str) -> Option<String> {
    soon(async {
        let found = JsFuture::from(cache(journal).await?.match_with_str(LINE)).await?;
        let response: Response = found.dyn_into()?;
        let text: JsString = JsFuture::from(response.text()?).await?.dyn_into()?;
        Ok(String::from(text))
    })
    .await
}

/// Tells it. Without room it keeps what it was told before.
pub async fn tell(journal: &str, line: &str) {
    // It is the third of three.
    let _ = soon(async {
        let response = Response::new_with_opt_str(Some(line))?;
        JsFuture::from(cache(journal).await?.put_with_str(LINE, &response)).await
    })
    .await;
}
