//! Files: given to the teacher, taken from the teacher, and a folder the teacher chose.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardEvent, File, HtmlAnchorElement, HtmlDocument, Response};

use super::clock::sleep;
use super::pictures::{BlobUrl, blob_of, function};

/// Hands bytes to the teacher as a file of this name. `None` if the browser cannot.
pub fn download(name: &str, media: &str, bytes: &[u8]) -> Option<()> {
    hand_on(name, &blob_of(bytes, media)?)
}

/// Hands a file to the teacher under this name. `None` if the browser cannot.
pub fn hand_on(name: &str, file: &Blob) -> Option<()> {
    let url = BlobUrl::of(file)?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url.address());
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    wasm_bindgen_futures::spawn_local(async move {
        // The browser reads the address some time after the click.
        sleep(Duration::from_mins(1)).await;
        drop(url);
    });
    Some(())
}

/// A text file of this site; `None` if it cannot be had now.
pub async fn of_this_site(name: &str) -> Option<String> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(name)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    let text = answer.text().ok().filter(|_| answer.ok())?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Puts a text with its formatting, and its plain words, where the next paste takes it from. Must be called from a
/// click; says whether the browser did it.
pub fn copy(html: &str, plain: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return false;
    };
    let (html, plain) = (html.to_owned(), plain.to_owned());
    let taken = Rc::new(Cell::new(false));
    let listen = {
        let taken = taken.clone();
        Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
            let Some(data) = event.clipboard_data() else { return };
            taken.set(data.set_data("text/html", &html).is_ok() && data.set_data("text/plain", &plain).is_ok());
            event.prevent_default();
        })
    };
    let listen = listen.as_ref().unchecked_ref();
    // The asynchronous clipboard asks for a permission and is missing on plain addresses; the copy event is everywhere.
    if document.add_event_listener_with_callback("copy", listen).is_err() {
        return false;
    }
    let done = document
        .dyn_ref::<HtmlDocument>()
        .and_then(|document| document.exec_command("copy").ok());
    let _ = document.remove_event_listener_with_callback("copy", listen);
    done == Some(true) && taken.get()
}

/// Where copies lie in the browser's private file system while they are handed on.
pub const DESK: &str = "luoxuan-backups";

/// So long a copy may be on its way to where downloads go, in milliseconds.
const ON_ITS_WAY: f64 = 3_600_000.0;

/// Takes away what earlier copies left in the browser's private file system.
pub async fn clear_desk() {
    // Where there is no such thing, or nothing in it, there is nothing to take away.
    let _ = try_clear_desk().await;
}

async fn try_clear_desk() -> Result<(), FolderError> {
    let manager = web_sys::window().ok_or(FolderError::Failed)?.navigator().storage();
    let root = call(&manager, "getDirectory", &[]).await?;
    let desk = Folder(call(&root, "getDirectoryHandle", &[DESK.into()]).await?);
    for name in desk.names().await? {
        let handle = call(&desk.0, "getFileHandle", &[name.as_str().into()]).await?;
        let file: File = call(&handle, "getFile", &[]).await?.unchecked_into();
        if js_sys::Date::now() - file.last_modified() > ON_ITS_WAY {
            desk.remove(&name).await?;
        }
    }
    Ok(())
}

/// Whether this browser lets the teacher choose where a file goes.
pub fn can_pick() -> bool {
    web_sys::window().is_some_and(|window| function(&window, "showSaveFilePicker").is_some())
}

/// Lets the teacher choose where a file of this name goes. Must be called soon after a click.
///
/// # Errors
///
/// If the teacher changes their mind, or the browser refuses.
pub async fn pick(name: &str) -> Result<JsValue, FolderError> {
    let window = web_sys::window().ok_or(FolderError::Failed)?;
    call(
        &window,
        "showSaveFilePicker",
        &[object(&[("suggestedName", name.into())])],
    )
    .await
}

/// A folder the teacher chose, where the browser has such a thing (File System Access).
#[derive(Debug, Clone)]
pub struct Folder(JsValue);

/// What can go wrong with a chosen folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderError {
    /// The teacher closed the dialog.
    Cancelled,
    /// The permission has lapsed and was not given again.
    NoPermission,
    /// The folder is gone, or does not take the file.
    Failed,
    /// What was read back is not what was written.
    Unverified,
}

async fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, FolderError> {
    let function = function(object, name).ok_or(FolderError::Failed)?;
    let arguments: Array = arguments.iter().collect();
    let promise = function.apply(object, &arguments).map_err(|_| FolderError::Failed)?;
    let promise: Promise = promise.dyn_into().map_err(|_| FolderError::Failed)?;
    JsFuture::from(promise).await.map_err(|error| {
        match error
            .dyn_ref::<web_sys::DomException>()
            .map(web_sys::DomException::name)
            .as_deref()
        {
            Some("AbortError") => FolderError::Cancelled,
            Some("NotAllowedError" | "SecurityError") => FolderError::NoPermission,
            _ => FolderError::Failed,
        }
    })
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

impl Folder {
    /// Whether this browser has such a thing.
    pub fn possible() -> bool {
        web_sys::window().is_some_and(|window| function(&window, "showDirectoryPicker").is_some())
    }

    /// Lets the teacher choose one. Must be called from a click.
    ///
    /// # Errors
    ///
    /// If the teacher changes their mind, or the browser refuses.
    pub async fn choose() -> Result<Self, FolderError> {
        let window = web_sys::window().ok_or(FolderError::Failed)?;
        let options = object(&[("mode", "readwrite".into()), ("id", "luoxuan".into())]);
        call(&window, "showDirectoryPicker", &[options]).await.map(Self)
    }

    /// The folder as it was kept in the database; `None` if nothing was kept.
    pub fn kept(value: JsValue) -> Option<Self> {
        value.is_object().then_some(Self(value))
    }

    /// What to keep in the database.
    pub fn to_keep(&self) -> &JsValue {
        &self.0
    }

    /// Its name.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into())
            .ok()
            .and_then(|name| name.as_string())
            .unwrap_or_default()
    }

    /// Whether it may be written to. `ask` asks the teacher if not; that needs a click.
    pub async fn permitted(&self, ask: bool) -> bool {
        let options = object(&[("mode", "readwrite".into())]);
        let granted = |answer: Result<JsValue, FolderError>| {
            answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
        };
        granted(call(&self.0, "queryPermission", std::slice::from_ref(&options)).await)
            || (ask && granted(call(&self.0, "requestPermission", &[options]).await))
    }

    /// The names of what is in it.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub async fn names(&self) -> Result<Vec<String>, FolderError> {
        let keys = function(&self.0, "keys").ok_or(FolderError::Failed)?;
        let names = keys.call0(&self.0).map_err(|_| FolderError::Failed)?;
        let mut all = Vec::new();
        loop {
            let next = call(&names, "next", &[]).await?;
            let value = Reflect::get(&next, &"value".into())
                .ok()
                .and_then(|name| name.as_string());
            // The last step carries no value.
            let Some(name) = value else { return Ok(all) };
            all.push(name);
        }
    }

    /// Removes a file from it.
    ///
    /// # Errors
    ///
    /// If it is still there.
    pub async fn remove(&self, name: &str) -> Result<(), FolderError> {
        call(&self.0, "removeEntry", &[name.into()]).await.map(drop)
    }
}
