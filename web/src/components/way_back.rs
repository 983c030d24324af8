//! Whoever goes back comes to the line they left: what a browser does for documents it can do only while the page stands
//! there already, and here it is laid out anew.

use std::collections::HashMap;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// So many frames a place is given to be laid out, and so many it is held to where it was: a box that takes the cursor as it
/// comes scrolls to itself.
const PATIENCE: u32 = 120;
const HOLDS: u32 = 12;

/// Where one was on each step of the browser's history, and on which step one is.
struct Steps {
    seen: HashMap<u32, f64>,
    here: u32,
    next: u32,
    /// Counts returns and touches: what began before the last of them is over.
    turn: u32,
}

impl Steps {
    /// Notes how far down one was, and that one is on another step now; how far down one was there, if one was.
    fn go(&mut self, down: f64, known: Option<u32>) -> Option<f64> {
        self.seen.insert(self.here, down);
        self.turn += 1;
        self.here = known.unwrap_or(self.next);
        // A number of an earlier page of this tab is no reason to give it out again.
        self.next = self.next.max(self.here.saturating_add(1));
        self.seen.get(&self.here).copied().filter(|_| known.is_some())
    }
}

/// The number this step of the history was given.
fn numbered() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?;
    // Small and whole: it was put there below.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    state.as_f64().map(|number| number as u32)
}

fn number(step: u32) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::from_f64(f64::from(step)), "", None);
    }
}

fn down() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls there once the page is long enough, unless something else begins first.
fn return_to(line: f64, steps: StoredValue<Steps>, turn: u32, tries: u32, held: u32) {
    request_animation_frame(move || {
        let over = steps.try_with_value(|steps| steps.turn != turn).unwrap_or(true);
        if over || tries == 0 || held == HOLDS {
            return;
        }
        let root = document().document_element();
        let reach = root.map_or(0, |root| root.scroll_height() - root.client_height());
        let there = f64::from(reach) >= line - 1.0;
        if there && (down() - line).abs() > 1.0 {
            window().scroll_to_with_x_and_y(0.0, line);
        }
        return_to(line, steps, turn, tries - 1, if there { held + 1 } else { held });
    });
}

/// Keeps the places for as long as the page it is called in stands.
pub fn keep_places() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let here = numbered().unwrap_or_default();
    number(here);
    let steps = StoredValue::new(Steps {
        seen: HashMap::new(),
        here,
        next: here + 1,
        turn: 0,
    });
    // Told before `hashchange`, at which the page begins to be laid out anew.
    let went = window_event_listener(ev::popstate, move |_| {
        let known = numbered();
        let line = steps.try_update_value(|steps| (steps.go(down(), known), steps.here, steps.turn));
        let Some((line, here, turn)) = line else { return };
        if known.is_none() {
            number(here);
        }
        if let Some(line) = line.filter(|line| *line > 0.0) {
            return_to(line, steps, turn, PATIENCE, 0);
        }
    });
    // Whoever scrolls or writes meanwhile is where they want to be.
    let stop = move || {
        steps.try_update_value(|steps| steps.turn += 1);
    };
    let wheel = window_event_listener(ev::wheel, move |_| stop());
    let touch = window_event_listener(ev::touchstart, move |_| stop());
    let press = window_event_listener(ev::pointerdown, move |_| stop());
    let key = window_event_listener(ev::keydown, move |_| stop());
    on_cleanup(move || {
        went.remove();
        wheel.remove();
        touch.remove();
        press.remove();
        key.remove();
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn each_step_of_the_history_has_a_line_of_its_own() {
        let mut steps = Steps {
            seen: HashMap::new(),
            here: 0,
            next: 1,
            turn: 0,
        };
        assert_eq!(steps.go(900.0, None), None, "a place for the first time");
        assert_eq!(steps.here, 1);
        assert_eq!(steps.go(40.0, None), None, "the same place on another step");
        assert_eq!(steps.go(70.0, Some(0)), Some(900.0));
        assert_eq!(steps.go(910.0, Some(2)), Some(70.0), "forward again");
        assert_eq!(steps.go(0.0, Some(7)), None, "a step of before the page was loaded");
        assert_eq!(steps.go(5.0, None), None);
        assert_eq!(steps.here, 8, "no number twice");
    }
}
