use leptos::prelude::*;
#[derive(Clone, Copy)]
pub struct Finding;
impl Finding {
    pub fn provide() {
        provide_context(Self)
    }
    pub fn here() -> Self {
        expect_context()
    }
    pub fn open(self) {}
}
#[component]
pub fn Find() -> impl IntoView {}
