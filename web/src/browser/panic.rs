//! If the program itself fails: a notice outside it, and nothing lost.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// On a panic, logs it and shows the static notice of index.html. Every change is in storage by then
/// or within seconds of it; reloading brings it back.
pub fn install() {
    wire_reload();
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(notice) = element("trouble") {
            let _ = notice.remove_attribute("hidden");
        }
    }));
}

fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// The button works before anything fails: afterwards no Rust code may run.
fn wire_reload() {
    let Some(button) = element("trouble-reload") else {
        return;
    };
    // Plain JavaScript's own function, bound to the page: it needs no part of this program.
    if let Some(location) = web_sys::window().map(|window| window.location())
        && let Ok(reload) = js_sys::Reflect::get(&location, &"reload".into())
        && let Ok(reload) = reload.dyn_into::<js_sys::Function>()
    {
        let bound = reload.bind0(&location);
        let _ = button.add_event_listener_with_callback("click", &bound);
    } else {
        let closure = Closure::<dyn Fn()>::new(|| {
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
        });
        let _ = button.add_event_listener_with_callback("click", closure.as_ref().unchecked_ref());
        closure.forget();
    }
}
