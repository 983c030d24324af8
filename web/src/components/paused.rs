//! What waits for the keys to pause: the letter comes before its layout and its count, which take a slow computer longer
//! than the key.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::clock::elapsed;

/// Keys that come quicker than this many times what was last done put it off. The layout and the painting that follow
/// take several times as long again, and the keys of whoever writes fast are further apart.
const PATIENCE: f64 = 50.0;

/// The shortest and the longest wait, in milliseconds: both still feel like following.
const WAIT: (f64, f64) = (50.0, 400.0);

/// Does something when the keys pause, each of which is told by calling what this returns.
pub fn paused(act: impl Fn() + Copy + 'static) -> impl Fn() + Copy {
    let took = StoredValue::new(0.0);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let put = move |next: Option<TimeoutHandle>| {
        let earlier = timer.try_update_value(|timer| std::mem::replace(timer, next)).flatten();
        if let Some(earlier) = earlier {
            earlier.clear();
        }
    };
    on_cleanup(move || put(None));
    move || {
        let wait = (took.try_get_value().unwrap_or_default() * PATIENCE).clamp(WAIT.0, WAIT.1);
        let act = move || {
            let begun = elapsed();
            act();
            leptos::task::spawn_local(async move {
                // By then everything that follows from it has been drawn.
                let _ = took.try_update_value(|took| *took = elapsed() - begun);
            });
        };
        put(set_timeout_with_handle(act, Duration::from_secs_f64(wait / 1000.0)).ok());
    }
}
