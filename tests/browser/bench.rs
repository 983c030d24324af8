//! The workbench: a piece of page to mount things on, and waiting.

use std::cell::Cell;
use std::time::Duration;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use luoxuan::catalog::Language;
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::browser::tabs::Tabs;
use luoxuan_web::i18n::Locale;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// A name nobody has used: tests share one page and one origin. The ballast of journals before it goes, for all of them
/// lie in one localStorage, and twenty would fill it.
pub(crate) fn fresh(name: &str) -> String {
    let storage = window().local_storage().ok().flatten().expect("localStorage");
    let keys = (0..storage.length().expect("a number")).filter_map(|at| storage.key(at).ok().flatten());
    let ballast: Vec<String> = keys.filter(|key| key.ends_with(":ballast")).collect();
    for key in ballast {
        storage.remove_item(&key).expect("removed");
    }
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    let number = NEXT.replace(NEXT.get() + 1);
    format!("{name}-{number}-{}", js_sys::Date::now())
}

/// Waits until `look` finds something.
///
/// # Panics
///
/// After twenty seconds, saying what did not come.
pub(crate) async fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = js_sys::Date::now() + 20_000.0;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(js_sys::Date::now() < end, "{what} does not come");
        sleep(Duration::from_millis(10)).await;
    }
}

/// The other windows of this journal.
pub(crate) async fn others(name: &str) -> Vec<String> {
    let tabs = Tabs::join(name, "looks");
    let mut alive = tabs.alive().await.expect("the browser tells");
    alive.retain(|tab| tab != "looks");
    alive
}

/// A view on the page, for as long as this is kept.
pub(crate) struct Mounted {
    pub(crate) root: HtmlElement,
    handle: Option<Box<dyn std::any::Any>>,
}

impl Mounted {
    pub(crate) fn area(&self) -> HtmlTextAreaElement {
        self.find("textarea")
    }

    pub(crate) fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.root.query_selector(selector).ok().flatten();
        let found = found.unwrap_or_else(|| panic!("no {selector} in {}", self.root.outer_html()));
        found
            .dyn_into()
            .unwrap_or_else(|other| panic!("an element of another kind: {other:?}"))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.handle.take();
        self.root.remove();
    }
}

/// An element of this test's own.
pub(crate) fn own_element() -> HtmlElement {
    let element = document().create_element("div").expect("an element");
    let element: HtmlElement = element.dyn_into().expect("an element of HTML");
    document()
        .body()
        .expect("a page")
        .append_child(&element)
        .expect("it takes an element");
    element
}

/// Mounts a view in Simplified Chinese.
pub(crate) async fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Mounted
where
    UnmountHandle<<V as Render>::State>: 'static,
{
    let root = own_element();
    let handle = mount_to(root.clone(), move || {
        provide_context(Locale(RwSignal::new(Language::ZhHans)));
        view()
    });
    leptos::task::tick().await;
    Mounted {
        root,
        handle: Some(Box::new(handle)),
    }
}

/// A JavaScript function with these arguments and this body.
pub(crate) fn js(arguments: &str, body: &str) -> js_sys::Function {
    js_sys::Function::new_with_args(arguments, body)
}

/// Calls such a function and waits for what it promises.
pub(crate) async fn ask(arguments: &[JsValue], names: &str, body: &str) -> JsValue {
    let arguments: js_sys::Array = arguments.iter().collect();
    let called = js(names, body).apply(&JsValue::NULL, &arguments).expect("it runs");
    let promise = js_sys::Promise::resolve(&called);
    wasm_bindgen_futures::JsFuture::from(promise)
        .await
        .expect("it succeeds")
}
