use leptos::prelude::*;
#[component]
pub fn Status() -> impl IntoView {}
