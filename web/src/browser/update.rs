//! New versions of the app: they wait until the person takes them.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use leptos::prelude::{RwSignal, Set, expect_context, provide_context};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

use super::said_in_head;

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page that cannot be reloaded goes on as it is.
        let _ = window.location().reload();
    }
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    // Over plain http from another computer there is none.
    found.is_object().then(|| found.unchecked_into())
}

fn controlled() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// What the page knows of a newer version.
#[derive(Clone, Copy)]
pub struct Update {
    /// Whether one waits to be taken.
    pub waiting: RwSignal<bool>,
    /// Whether the page works without the network from now on.
    pub offline: RwSignal<bool>,
}

fn listen(target: &web_sys::EventTarget, event: &str, act: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(act);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    // Lives as long as the page.
    closure.forget();
}

impl Update {
    /// Registers the service worker, if the page names one, and provides what is known of newer versions. While the page
    /// is being developed it names none: it would hide every change.
    pub fn provide() -> Self {
        let update = Self {
            waiting: RwSignal::new(false),
            offline: RwSignal::new(controlled()),
        };
        provide_context(update);
        let web = web_sys::window()
            .and_then(|window| window.location().protocol().ok())
            .is_some_and(|protocol| protocol.starts_with("http"));
        if let (Some(container), Some(script), true) = (container(), said_in_head("offline"), web) {
            spawn_local(async move {
                // Without a service worker the page works online, and settings say so.
                let _ = update.register(container, &script).await;
            });
        }
        update
    }

    /// That of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    async fn register(self, container: ServiceWorkerContainer, script: &str) -> Result<(), JsValue> {
        // The first service worker of all takes over a page that is as new as itself.
        let first = Rc::new(Cell::new(container.controller().is_none()));
        listen(&container, "controllerchange", move || {
            self.offline.set(true);
            if !first.replace(false) {
                // Taken in another tab: this page is the old one now, and says so until it is reloaded.
                self.waiting.set(true);
            }
        });
        let registration: ServiceWorkerRegistration = JsFuture::from(container.register(script)).await?.dyn_into()?;
        let watch = move |worker: ServiceWorker| {
            let (seen, container) = (worker.clone(), container.clone());
            listen(&worker, "statechange", move || {
                if seen.state() == web_sys::ServiceWorkerState::Installed && container.controller().is_some() {
                    self.waiting.set(true);
                }
            });
        };
        if registration.waiting().is_some() && controlled() {
            self.waiting.set(true);
        }
        if let Some(installing) = registration.installing() {
            watch(installing);
        }
        let found = registration.clone();
        listen(&registration, "updatefound", move || {
            if let Some(installing) = found.installing() {
                watch(installing);
            }
        });
        Ok(())
    }

    /// Takes the new version and loads the page again, once. Call it only when nothing is unwritten.
    pub async fn take(self) {
        let Some(container) = container() else { return reload() };
        let registration = JsFuture::from(container.get_registration()).await;
        let waiting = registration
            .ok()
            .and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok())
            .and_then(|registration| registration.waiting());
        let Some(waiting) = waiting else { return reload() };
        let done = Cell::new(false);
        listen(&container, "controllerchange", move || {
            if !done.replace(true) {
                reload();
            }
        });
        let message = Object::new();
        // A plain object takes any property.
        let _ = Reflect::set(&message, &"type".into(), &"accept-update".into());
        let _ = waiting.post_message(&message);
    }
}
