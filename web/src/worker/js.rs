//! Calling what the bindings do not know, or know with a window only.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbRequest, IdbRequestReadyState};

/// Calls a function of an object by its name, and waits where it promises.
pub(crate) async fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let answer = now(object, name, arguments)?;
    match answer.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(answer) => Ok(answer),
    }
}

/// The same, and waits for nothing.
pub(crate) fn now(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    function.apply(object, &arguments.iter().collect::<Array>())
}

/// Waits for a request to the database, which may have been answered already: of several on their way at once, each in a
/// transaction of its own, one may be answered before anybody waits for it, and its event does not come again.
pub(crate) async fn answer(request: IdbRequest) -> Result<JsValue, JsValue> {
    if request.ready_state() == IdbRequestReadyState::Done {
        return outcome(&request);
    }
    let (done, answered) = oneshot::channel();
    let done = Rc::new(RefCell::new(Some(done)));
    let listen = {
        let request = request.clone();
        Closure::<dyn Fn()>::new(move || {
            if let Some(done) = done.borrow_mut().take() {
                let _ = done.send(outcome(&request));
            }
        })
    };
    request.set_onsuccess(Some(listen.as_ref().unchecked_ref()));
    request.set_onerror(Some(listen.as_ref().unchecked_ref()));
    answered.await.unwrap_or(Err(JsValue::NULL))
}

fn outcome(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let failed = request.error().ok().flatten();
    failed.map_or_else(|| request.result(), |error| Err(error.into()))
}

/// What kind of error it is.
pub(crate) fn name_of(error: &JsValue) -> String {
    error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default()
}
