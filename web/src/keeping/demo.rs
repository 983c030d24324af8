//! The demonstration journal: filled from a file of this site, kept apart from the teacher's own.

use js_sys::Uint8Array;
use luoxuan::journal::read_lines;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::DEMONSTRATION;
use crate::browser::update::reload;
use crate::notebook::Notebook;

async fn fetched() -> Option<Vec<u8>> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str("demo.jsonl"))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok().filter(|_| response.ok())?)
        .await
        .ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Fills the demonstration if it is empty. Whether it holds something now; any other journal is left
/// as it is.
pub async fn fill_demonstration(notebook: Notebook) -> bool {
    if notebook.keeper().name() != DEMONSTRATION || !notebook.is_empty() {
        return true;
    }
    match fetched().await {
        Some(lines) => notebook.import(read_lines(&lines).0).await > 0,
        None => false,
    }
}

/// Empties the demonstration and starts it anew. Any other journal refuses.
pub async fn reset_demonstration(notebook: Notebook) {
    if notebook.keeper().wipe_demonstration().await.is_ok() {
        reload();
    }
}
