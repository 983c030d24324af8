//! The keyboard is never nowhere: what a person takes away or leaves hands it on to what stood around it.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What takes the keyboard without asking for words, so that no keyboard appears on a telephone.
const TAKES: &str = "button:not(:disabled), summary, a[href], select:not(:disabled)";

/// An element and its neighbours, as they stood when the keyboard came.
struct Around {
    element: Element,
    next: Option<Element>,
    previous: Option<Element>,
}

/// From the element outwards.
fn around(element: Element) -> Vec<Around> {
    let mut all = Vec::new();
    let mut at = Some(element);
    while let Some(element) = at {
        at = element.parent_element();
        all.push(Around {
            next: element.next_element_sibling(),
            previous: element.previous_element_sibling(),
            element,
        });
    }
    all
}

/// Whether it is on the page and to be seen. What is folded away still has its place in the layout.
fn there(element: &Element) -> bool {
    let folded = element.closest("details:not([open]) > :not(summary)");
    element.is_connected() && element.get_client_rects().length() > 0 && folded.is_ok_and(|folded| folded.is_none())
}

/// Gives the keyboard to this element or to the first in it that takes it; whether one did.
fn give(element: &Element) -> bool {
    if !there(element) {
        return false;
    }
    let own = element.matches(TAKES).unwrap_or(false).then(|| element.clone());
    let inside = element.query_selector_all(TAKES).ok();
    let inside = (0..inside.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(|at| inside.as_ref()?.get(at)?.dyn_into::<Element>().ok());
    let mut all = own.into_iter().chain(inside).filter(there);
    all.any(|one| {
        one.dyn_ref::<HtmlElement>()
            .is_some_and(|one| one.focus().is_ok() && document().active_element().as_ref() == Some(one))
    })
}

fn hand_on(around: &[Around], was_in_notice: bool) {
    let nowhere = document().active_element().is_none_or(|here| here.tag_name() == "BODY");
    // Whoever clicks beside a control takes the keyboard away on purpose. A notice always goes.
    let gone = was_in_notice || around.first().is_some_and(|was| !there(&was.element));
    if !nowhere || !gone {
        return;
    }
    for Around {
        element,
        next,
        previous,
    } in around
    {
        if element.id() == "main" || element.tag_name() == "BODY" {
            break;
        }
        let near = [Some(element), next.as_ref(), previous.as_ref()];
        if near.into_iter().flatten().any(give) {
            return;
        }
    }
    // At once, not with the next frame: by then a box that has just been laid out may have it.
    if let Some(main) = document()
        .get_element_by_id("main")
        .and_then(|main| main.dyn_into::<HtmlElement>().ok())
    {
        let _ = main.focus();
    }
}

/// Watches over the keyboard for as long as the page it is called in stands.
pub fn keep_somewhere() {
    let last = StoredValue::new_local(Vec::<Around>::new());
    let in_notice = StoredValue::new(false);
    let came = window_event_listener(ev::focusin, move |event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A notice comes and goes: what stood around before it is what the person was at.
        let Some(element) = element else { return };
        let notice = element.closest(".notices").is_ok_and(|notices| notices.is_some());
        in_notice.set_value(notice);
        if !notice {
            last.set_value(around(element));
        }
    });
    // After the page has followed what was done, and the browser has taken the keyboard from what is hidden.
    let check = move || {
        request_animation_frame(move || {
            request_animation_frame(move || {
                let was_in_notice = in_notice.try_get_value().unwrap_or(false);
                last.try_with_value(|last| hand_on(last, was_in_notice));
            });
        });
    };
    // What takes the keyboard's place away by itself: a notice whose time is over, a control that has done its work.
    let left = window_event_listener(ev::focusout, move |event| {
        if event.related_target().is_none() {
            check();
        }
    });
    let clicked = window_event_listener(ev::click, move |_| check());
    let changed = window_event_listener(ev::change, move |_| check());
    let went = window_event_listener(ev::hashchange, move |_| check());
    let pressed = window_event_listener(ev::keydown, move |event| {
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            check();
        }
    });
    on_cleanup(move || {
        came.remove();
        left.remove();
        clicked.remove();
        changed.remove();
        went.remove();
        pressed.remove();
    });
}
