//! A keyboard on the screen, where the browser does not make the page shorter for it and only the visual viewport tells
//! (Safari, and Chromium before `interactive-widget`).

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, HtmlElement, HtmlTextAreaElement, VisualViewport};

/// What covers less than this is no keyboard: bars of the browser come and go.
const LEAST: f64 = 120.0;

/// Whoever has enlarged the page sees less of it, without a keyboard.
const ENLARGED: f64 = 1.01;

/// How much of the page's foot is covered, in pixels; nothing if no keyboard covers it.
fn covered(page: f64, (seen, from, scale): (f64, f64, f64)) -> f64 {
    let covered = page - seen - from;
    if scale > ENLARGED || covered < LEAST {
        0.0
    } else {
        covered
    }
}

fn viewport() -> Option<VisualViewport> {
    let found = js_sys::Reflect::get(&window(), &"visualViewport".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Says on the root element how much is covered; `layout.css` keeps the bars above it.
fn tell(viewport: &VisualViewport) {
    let page = window().inner_height().ok().and_then(|height| height.as_f64());
    let page = page.unwrap_or_default();
    let covered = covered(page, (viewport.height(), viewport.offset_top(), viewport.scale()));
    let root = document()
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    let style = HtmlElement::style(&root);
    if covered > 0.0 {
        let came = !root.has_attribute("data-keyboard");
        let _ = style.set_property("--keyboard", &format!("{covered}px"));
        let _ = root.set_attribute("data-keyboard", "");
        // Not each time it is told: whoever scrolls up wants to read.
        if came {
            keep_in_sight(viewport);
        }
    } else {
        let _ = style.remove_property("--keyboard");
        let _ = root.remove_attribute("data-keyboard");
    }
}

/// Where one writes at the end of a box that has just grown, its foot stays in sight.
fn keep_in_sight(viewport: &VisualViewport) {
    let area = document().active_element();
    let Some(area) = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let end = u32::try_from(area.value().encode_utf16().count()).ok();
    if area.selection_end().ok().flatten() != end {
        return;
    }
    let tools = area
        .next_element_sibling()
        .filter(|next| next.class_list().contains("tools"));
    let bar = tools.map_or(0.0, |tools| tools.get_bounding_client_rect().height());
    let under = area.get_bounding_client_rect().bottom() + bar - viewport.offset_top() - viewport.height();
    if under > 0.0 {
        window().scroll_by_with_x_and_y(0.0, under);
    }
}

fn listen(target: &EventTarget, event: &'static str, act: &JsValue) -> impl FnOnce() + use<> {
    let _ = target.add_event_listener_with_callback(event, act.unchecked_ref());
    let (target, act) = (target.clone(), act.clone());
    move || {
        let _ = target.remove_event_listener_with_callback(event, act.unchecked_ref());
    }
}

/// Follows it for as long as the page it is called in stands.
pub fn follow() {
    let Some(viewport) = viewport() else { return };
    let seen = viewport.clone();
    let changed = Closure::<dyn Fn()>::new(move || tell(&seen)).into_js_value();
    let resized = listen(&viewport, "resize", &changed);
    let scrolled = listen(&viewport, "scroll", &changed);
    let typed = window_event_listener(ev::input, move |_| {
        let there = document().document_element();
        if there.is_some_and(|root| root.has_attribute("data-keyboard")) {
            keep_in_sight(&viewport);
        }
    });
    let listening = send_wrapper::SendWrapper::new((resized, scrolled));
    on_cleanup(move || {
        let (resized, scrolled) = listening.take();
        resized();
        scrolled();
        typed.remove();
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn only_a_keyboard_covers_the_foot_of_the_page() {
        assert!((covered(844.0, (508.0, 0.0, 1.0)) - 336.0).abs() < 0.01, "a keyboard");
        assert!(
            (covered(844.0, (508.0, 100.0, 1.0)) - 236.0).abs() < 0.01,
            "under which the page was moved"
        );
        assert!(covered(844.0, (794.0, 0.0, 1.0)) < 0.01, "a bar of the browser");
        assert!(covered(844.0, (422.0, 0.0, 2.0)) < 0.01, "a page that was enlarged");
        assert!(covered(440.0, (440.0, 0.0, 1.0)) < 0.01, "a page that was made shorter");
    }
}
