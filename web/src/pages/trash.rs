use leptos::prelude::*;
#[component]
pub fn TrashPage() -> impl IntoView {}
