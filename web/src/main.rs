//! Starts the page.

fn main() {
    luoxuan_web::browser::panic::install();
    leptos::mount::mount_to_body(luoxuan_web::app::App);
}
