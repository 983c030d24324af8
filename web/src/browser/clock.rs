//! The time of day, and dates as people write them.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Date as JsDate, Function, Intl::DateTimeFormat, Object, Reflect};
use leptos::prelude::{ArcTrigger, Notify, Track, on_cleanup, set_interval_with_handle, window_event_listener};
use luoxuan::catalog::Language;
use luoxuan::{Date, Timestamp};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageChannel;

use super::pictures::function;

/// Now, with this place's offset.
pub fn now() -> Timestamp {
    let date = JsDate::new_0();
    // JavaScript counts minutes west of UTC. Both figures are whole and far inside their ranges.
    #[allow(clippy::cast_possible_truncation)]
    let (millis, west) = (date.get_time() as i64, date.get_timezone_offset() as i16);
    Timestamp::new(millis, -west)
}

/// How often the page looks whether another day has begun. A timer until midnight would not hear of a computer that slept,
/// nor of a clock that was set.
const LOOK: Duration = Duration::from_secs(20);

thread_local! {
    /// The day the page has shown as today, and who is told when it is another.
    static SHOWN: (Cell<Date>, ArcTrigger) = (Cell::new(now().date()), ArcTrigger::new());
}

/// Today, tracked: whoever shows it is told when another day begins. What is done asks [`now`].
pub fn today() -> Date {
    SHOWN.with(|(_, another)| another.track());
    now().date()
}

/// Looks from now on whether another day has begun: now and then, and at once when somebody looks at the page again.
pub fn watch_the_day() {
    let look = || {
        SHOWN.with(|(shown, another)| {
            let today = now().date();
            if shown.replace(today) != today {
                another.notify();
            }
        });
    };
    let seen = window_event_listener(leptos::ev::visibilitychange, move |_| look());
    let timer = set_interval_with_handle(look, LOOK);
    on_cleanup(move || {
        seen.remove();
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
}

/// Milliseconds since the page began, for how long something takes: the time of day may be set meanwhile.
pub fn elapsed() -> f64 {
    // Every browser that runs this has one; without it work goes on without a pause, as it would on a fast machine.
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Waits.
pub async fn sleep(time: Duration) {
    let (done, wait) = futures::channel::oneshot::channel();
    leptos::prelude::set_timeout(
        move || {
            // Whoever waited may have gone.
            let _ = done.send(());
        },
        time,
    );
    let _ = wait.await;
}

/// Lets the browser paint and take keys before going on.
pub async fn yield_now() {
    sleep(Duration::ZERO).await;
}

/// Long work in bites: the person may be typing already.
pub struct TimeSlicer {
    since: f64,
}

impl TimeSlicer {
    /// Half a frame, in milliseconds: so long nobody notices.
    const SMALL: f64 = 8.0;

    /// As long as a bite may be where the browser says whether a key waits.
    const LARGE: f64 = 32.0;

    /// The work begins.
    pub fn begin() -> Self {
        Self { since: elapsed() }
    }

    /// Lets the keys that wait go first, if it is time to. To be asked every few milliseconds.
    pub async fn rest(&mut self) {
        let worked = elapsed() - self.since;
        if worked >= Self::LARGE || (worked >= Self::SMALL && is_input_pending()) {
            give_way().await;
            self.since = elapsed();
        }
    }
}

/// Whether a key waits to be heard. Where the browser does not say, one may.
fn is_input_pending() -> bool {
    let scheduling = Reflect::get(&leptos::prelude::window().navigator(), &"scheduling".into());
    let asked = scheduling.ok().and_then(|scheduling| {
        let ask = function(&scheduling, "isInputPending")?;
        ask.call0(&scheduling).ok()?.as_bool()
    });
    asked.unwrap_or(true)
}

/// Lets what waits go first. A timer would pause the work for milliseconds each time.
async fn give_way() {
    let (done, wait) = futures::channel::oneshot::channel();
    let go = Closure::once_into_js(move || {
        // Whoever waited may have gone.
        let _ = done.send(());
    });
    let sent = MessageChannel::new().and_then(|channel| {
        channel.port1().set_onmessage(Some(go.unchecked_ref()));
        channel.port2().post_message(&JsValue::NULL).map(|()| channel)
    });
    match sent {
        Ok(channel) => {
            let _ = wait.await;
            channel.port1().close();
        }
        Err(_) => yield_now().await,
    }
}

/// How a moment is to be written, in the words of `Intl.DateTimeFormat`.
type Style = [(&'static str, &'static str)];

const DAY: &Style = &[("timeZone", "UTC"), ("month", "long"), ("day", "numeric")];
const DAY_OF_YEAR: &Style = &[
    ("timeZone", "UTC"),
    ("year", "numeric"),
    ("month", "long"),
    ("day", "numeric"),
];
const SHORT_DAY: &Style = &[("timeZone", "UTC"), ("month", "numeric"), ("day", "numeric")];
const TIME: &Style = &[
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("second", "2-digit"),
    ("hourCycle", "h23"),
];
const MOMENT: &Style = &[
    ("year", "numeric"),
    ("month", "long"),
    ("day", "numeric"),
    ("hour", "2-digit"),
    ("minute", "2-digit"),
    ("hourCycle", "h23"),
];

/// What a formatter was made for. It keeps to the time zone it was made in; who travels needs another.
type Purpose = (&'static Style, Language, i16);

thread_local! {
    /// Making one takes a browser longer than laying out the line it is for.
    static FORMATTERS: RefCell<Vec<(Purpose, Function)>> = const { RefCell::new(Vec::new()) };
}

/// The browser's formatter of this style.
fn formatter(style: &'static Style, language: Language) -> Function {
    let purpose = (style, language, now().offset());
    FORMATTERS.with_borrow_mut(|made| {
        if let Some((_, formatter)) = made.iter().find(|(of, _)| *of == purpose) {
            return formatter.clone();
        }
        let options = Object::new();
        for (name, value) in style {
            // A plain object takes any property.
            let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        let locales = js_sys::Array::of1(&JsValue::from_str(language.tag()));
        // Bound to its formatter already.
        let formatter = DateTimeFormat::new(&locales, &options).format();
        made.push((purpose, formatter.clone()));
        formatter
    })
}

fn format(millis: f64, language: Language, style: &'static Style) -> String {
    let text = formatter(style, language).call1(&JsValue::UNDEFINED, &JsValue::from_f64(millis));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Noon of a day, as the styles of days count it.
fn noon(day: Date) -> f64 {
    let epoch = Timestamp::new(0, 0).date();
    (f64::from(day - epoch) + 0.5) * 86_400_000.0
}

/// A day, such as 9月11日 or September 11; with the year if it is not this one.
pub fn day_text(day: Date, language: Language) -> String {
    let style = if day.ymd().0 == now().date().ymd().0 {
        DAY
    } else {
        DAY_OF_YEAR
    };
    format(noon(day), language, style)
}

/// A day in figures, such as 9/11, where there is little room.
pub fn short_day_text(day: Date, language: Language) -> String {
    format(noon(day), language, SHORT_DAY)
}

/// The time of a moment, to the second.
pub fn time_text(moment: Timestamp, language: Language) -> String {
    #[allow(clippy::cast_precision_loss)]
    format(moment.millis() as f64, language, TIME)
}

/// A moment, day and time.
pub fn moment_text(moment: Timestamp, language: Language) -> String {
    #[allow(clippy::cast_precision_loss)]
    format(moment.millis() as f64, language, MOMENT)
}
