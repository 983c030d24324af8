use leptos::prelude::*;
#[component]
pub fn Keys() -> impl IntoView {}
