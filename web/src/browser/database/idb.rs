//! Requests and transactions of IndexedDB, waited for.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Array, Object, Reflect};
use luoxuan::store::StoreError;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbRequestReadyState, IdbTransaction,
    IdbTransactionMode,
};

use super::super::clock::sleep;
use super::super::pictures::function;

/// A browser that does not answer for this long will not answer.
const PATIENCE: Duration = Duration::from_secs(8);

fn error_of(error: Option<&DomException>) -> StoreError {
    let Some(error) = error else { return StoreError::Closed };
    match error.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "SecurityError" => StoreError::Blocked,
        "VersionError" => StoreError::Newer,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" | "NotFoundError" => StoreError::Closed,
        // The browser closes a database it cannot write: on a full disk that is the reason to tell.
        "UnknownError" if error.message().contains("NO_SPACE") => StoreError::Full,
        "UnknownError" if error.message().contains("onnection") => StoreError::Closed,
        // Chromium's words where cookies are off.
        "UnknownError" if error.message().contains("denied permission") => StoreError::Blocked,
        name => StoreError::Other(format!("{name}: {}", error.message())),
    }
}

pub(in crate::browser) fn from_js(error: &JsValue) -> StoreError {
    error.dyn_ref::<DomException>().map_or_else(
        || StoreError::Other(format!("{error:?}")),
        |error| error_of(Some(error)),
    )
}

async fn with_timeout<T>(answer: oneshot::Receiver<T>) -> Result<T, StoreError> {
    let late = std::pin::pin!(sleep(PATIENCE));
    match select(answer, late).await {
        Either::Left((Ok(answer), _)) => Ok(answer),
        Either::Left((Err(_), _)) => Err(StoreError::Closed),
        Either::Right(_) => Err(StoreError::Silent),
    }
}

/// Waits for a request, which may have been answered already.
pub(in crate::browser) async fn result(request: &IdbRequest) -> Result<JsValue, StoreError> {
    if request.ready_state() == IdbRequestReadyState::Done {
        return outcome(request);
    }
    let (done, answer) = oneshot::channel();
    let done = Rc::new(RefCell::new(Some(done)));
    let listen = {
        let (done, request) = (done.clone(), request.clone());
        Closure::<dyn Fn()>::new(move || {
            if let Some(done) = done.borrow_mut().take() {
                let _ = done.send(outcome(&request));
            }
        })
    };
    request.set_onsuccess(Some(listen.as_ref().unchecked_ref()));
    request.set_onerror(Some(listen.as_ref().unchecked_ref()));
    let outcome = with_timeout(answer).await;
    request.set_onsuccess(None);
    request.set_onerror(None);
    outcome?
}

/// What a request was answered with.
pub(super) fn outcome(request: &IdbRequest) -> Result<JsValue, StoreError> {
    match request.error() {
        Ok(None) => request.result().map_err(|error| from_js(&error)),
        Ok(Some(error)) => Err(error_of(Some(&error))),
        Err(error) => Err(from_js(&error)),
    }
}

/// Waits until a transaction is complete: only then is anything kept.
pub(in crate::browser) async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let (done, answer) = oneshot::channel();
    let done = Rc::new(RefCell::new(Some(done)));
    let tell = |outcome: fn(&IdbTransaction) -> Result<(), StoreError>| {
        let (done, transaction) = (done.clone(), transaction.clone());
        Closure::<dyn Fn()>::new(move || {
            if let Some(done) = done.borrow_mut().take() {
                let _ = done.send(outcome(&transaction));
            }
        })
    };
    let (good, bad) = (
        tell(|_| Ok(())),
        tell(|transaction| Err(error_of(transaction.error().as_ref()))),
    );
    transaction.set_oncomplete(Some(good.as_ref().unchecked_ref()));
    transaction.set_onabort(Some(bad.as_ref().unchecked_ref()));
    // Of several transactions under way when the browser closes a database, Chromium tells the first alone.
    let database = transaction.db();
    let closed = database.add_event_listener_with_callback("close", bad.as_ref().unchecked_ref());
    closed.map_err(|error| from_js(&error))?;
    let outcome = with_timeout(answer).await;
    transaction.set_oncomplete(None);
    transaction.set_onabort(None);
    // It is only told once.
    let _ = database.remove_event_listener_with_callback("close", bad.as_ref().unchecked_ref());
    outcome?
}

pub(in crate::browser) fn factory() -> Result<web_sys::IdbFactory, StoreError> {
    web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(StoreError::Blocked)
}

/// Opens a database, which `build` lays out if there is none of this layout yet.
pub(in crate::browser) async fn opened(
    name: &str,
    layout: u32,
    build: impl Fn(&IdbDatabase) -> Result<(), JsValue> + 'static,
) -> Result<IdbDatabase, StoreError> {
    let request: IdbOpenDbRequest = factory()?
        .open_with_u32(name, layout)
        .map_err(|error| from_js(&error))?;
    let upgrade = {
        let request = request.clone();
        Closure::<dyn Fn()>::new(move || {
            let made = request
                .result()
                .ok()
                .and_then(|made| made.dyn_into::<IdbDatabase>().ok());
            if let Some(made) = made {
                // If building fails the transaction aborts and the request reports it.
                let _ = build(&made);
            }
        })
    };
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    result(&request).await?.dyn_into().map_err(|_| StoreError::Closed)
}

pub(in crate::browser) fn begin<const N: usize>(
    database: &IdbDatabase,
    names: [&str; N],
    mode: IdbTransactionMode,
) -> Result<(IdbTransaction, [IdbObjectStore; N]), StoreError> {
    let all: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
    let mode: &str = if mode == IdbTransactionMode::Readonly {
        "readonly"
    } else {
        "readwrite"
    };
    // Called by name: the binding for the durability hint is not a stable part of web-sys.
    let strict = Object::new();
    Reflect::set(&strict, &"durability".into(), &"strict".into()).map_err(|error| from_js(&error))?;
    let transaction: IdbTransaction = function(database, "transaction")
        .ok_or(StoreError::Closed)?
        .call3(database, &all, &mode.into(), &strict)
        .map_err(|error| from_js(&error))?
        .dyn_into()
        .map_err(|_| StoreError::Closed)?;
    let mut stores = Vec::with_capacity(N);
    for name in names {
        stores.push(transaction.object_store(name).map_err(|error| from_js(&error))?);
    }
    let stores = stores.try_into().map_err(|_| StoreError::Closed)?;
    Ok((transaction, stores))
}
