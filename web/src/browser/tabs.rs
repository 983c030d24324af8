//! Other tabs of the same journal: telling them what was written, and knowing which are alive.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use super::pictures::function;

type Listen = Closure<dyn Fn(MessageEvent)>;
type Hear = Rc<RefCell<Option<Box<dyn Fn(String)>>>>;

/// The channel to other tabs. What travels on it is lines of revisions. Dropping it is leaving: to the others this tab
/// is then as good as dead.
pub struct Tabs {
    journal: String,
    name: String,
    channel: Option<(BroadcastChannel, Listen)>,
    receive: Hear,
    /// For as long as this has not come, locks are held.
    left: Promise,
    leave: Option<Function>,
}

/// The browser's lock manager, called by name: its binding is not a stable part of web-sys.
fn lock_manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into())
        .ok()
        .filter(JsValue::is_object)
}

impl Tabs {
    /// Joins the tabs of this journal under this tab's name.
    pub fn join(journal: &str, name: &str) -> Self {
        let receive: Hear = Rc::default();
        let channel = BroadcastChannel::new(&format!("luoxuan:{journal}"))
            .ok()
            .map(|channel| {
                let receive = receive.clone();
                let listen = Listen::new(move |event: MessageEvent| {
                    if let (Some(lines), Some(receive)) = (event.data().as_string(), receive.borrow().as_ref()) {
                        receive(lines);
                    }
                });
                channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
                (channel, listen)
            });
        let mut leave = None;
        let left = Promise::new(&mut |come: Function, _| leave = Some(come));
        let tabs = Self {
            journal: journal.into(),
            name: name.into(),
            channel,
            receive,
            left,
            leave,
        };
        tabs.hold_lock();
        tabs
    }

    fn lock_name(&self, tab: &str) -> String {
        format!("luoxuan:{}:{tab}", self.journal)
    }

    /// Holds a lock of this tab's name until it leaves. The browser lets go of it when the tab dies, however it dies.
    fn hold_lock(&self) {
        if let Some(locks) = lock_manager() {
            let left = self.left.clone();
            let hold = Closure::once_into_js(move || left);
            if let Some(request) = function(&locks, "request") {
                let _ = request.call2(&locks, &self.lock_name(&self.name).into(), &hold);
            }
        }
    }

    /// Whether this is the first tab of the journal: true for one of them until it leaves or dies. True as well where
    /// the browser cannot tell.
    pub async fn is_first(&self) -> bool {
        let Some(locks) = lock_manager() else { return true };
        let (tell, heard) = oneshot::channel();
        let left = self.left.clone();
        let hold = Closure::once_into_js(move |lock: JsValue| {
            let first = !lock.is_null();
            // Nobody waits any more if the page is on its way out.
            let _ = tell.send(first);
            if first { left.into() } else { JsValue::UNDEFINED }
        });
        let if_free = Object::new();
        let _ = Reflect::set(&if_free, &"ifAvailable".into(), &true.into());
        let name = self.lock_name("").into();
        let asked = function(&locks, "request").and_then(|request| request.call3(&locks, &name, &if_free, &hold).ok());
        let Some(Ok(asked)) = asked.map(JsCast::dyn_into::<Promise>) else {
            return true;
        };
        // A page that may keep nothing has a lock manager, which refuses later and never calls.
        match select(heard, JsFuture::from(asked)).await {
            Either::Left((first, _)) => first.unwrap_or(false),
            Either::Right((Ok(_), heard)) => heard.await.unwrap_or(false),
            Either::Right((Err(_), _)) => true,
        }
    }

    /// The names of tabs that are alive; `None` where the browser cannot tell.
    pub async fn alive(&self) -> Option<Vec<String>> {
        let locks = lock_manager()?;
        let asked: Promise = function(&locks, "query")?.call0(&locks).ok()?.dyn_into().ok()?;
        let state = JsFuture::from(asked).await.ok()?;
        let held: Array = Reflect::get(&state, &"held".into()).ok()?.dyn_into().ok()?;
        let start = self.lock_name("");
        let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
        Some(
            held.iter()
                .filter_map(name)
                .filter_map(|name| name.strip_prefix(&start).map(str::to_owned))
                .filter(|name| !name.is_empty())
                .collect(),
        )
    }

    /// Calls `receive` with lines other tabs have written.
    pub fn on_receive(&self, receive: impl Fn(String) + 'static) {
        self.receive.replace(Some(Box::new(receive)));
    }

    /// Tells the other tabs.
    pub fn tell(&self, lines: &str) {
        if let Some((channel, _)) = &self.channel {
            // A tab that does not hear reads the log when it is looked at again.
            let _ = channel.post_message(&lines.into());
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.channel {
            channel.close();
        }
        // It answers nothing.
        let _ = self.leave.as_ref().map(|leave| leave.call0(&JsValue::UNDEFINED));
    }
}
