//! If the program itself fails: a notice outside it, and nothing lost.

/// On a panic, logs it and shows the static notice of index.html, whose button needs no part of this program. Every change
/// is in storage by then or within seconds of it; reloading brings it back.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(notice) = document.and_then(|document| document.get_element_by_id("trouble")) {
            let _ = notice.remove_attribute("hidden");
        }
    }));
}
