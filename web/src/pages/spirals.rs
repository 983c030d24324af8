use leptos::prelude::*;
#[component]
pub fn SpiralsPage() -> impl IntoView {}
