//! The journal's own pictures: taken in, and fetched from storage when they are shown.

use leptos::prelude::*;
use luoxuan::BlobId;
use luoxuan::record::BlobRef;
use web_sys::Blob;

use crate::browser::pictures::take_in;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::notebook::Notebook;

/// Takes a picture in and keeps it: shrunk, without the place and the names a camera writes into it. `None` if it is not
/// one, or there is no room.
pub async fn keep(notebook: Notebook, file: &Blob) -> Option<BlobRef> {
    let (bytes, picture) = take_in(file).await.ok()?;
    notebook.keeper().put_picture(&bytes).await.ok()?;
    Some(picture)
}

/// A picture by its id. While it is on its way, or if it is gone, its text equivalent stands there.
#[component]
pub fn Picture(
    /// Which picture.
    id: BlobId,
    /// Its text equivalent.
    alt: String,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let address = RwSignal::new(None::<Option<String>>);
    let url = StoredValue::new_local(None);
    leptos::task::spawn_local(async move {
        let found = notebook.keeper().picture(id).await;
        // The page may have gone on to another place in the meantime.
        if address
            .try_set(Some(found.as_ref().map(|url| url.address().to_owned())))
            .is_none()
        {
            url.set_value(found);
        }
    });
    move || match address.get() {
        Some(Some(address)) => view! { <img src=address alt=alt.clone()/> }.into_any(),
        Some(None) => {
            view! { <span class="soft missing">{alt.clone()} " " {locale.say(c::PICTURE_MISSING)}</span> }.into_any()
        }
        None => view! { <span class="soft">{alt.clone()}</span> }.into_any(),
    }
}
