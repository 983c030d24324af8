use leptos::prelude::*;
use luoxuan::RecordId;
#[component]
pub fn SpiralPage(id: RecordId, at: Option<RecordId>) -> impl IntoView {
    let _ = (id, at);
}
