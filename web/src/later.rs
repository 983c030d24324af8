//! What is fetched after the cursor blinks: every view but the box to write in.
//!
//! The built module is cut at the one function marked here; what only it reaches becomes a second
//! module, fetched when the first of these views is shown. A build without the feature `split` has
//! everything in one module, and the same code.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function; there is no other.

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use luoxuan::RecordId;

use crate::i18n::Tongue;
use crate::i18n::common as c;
use crate::pages::{
    entry::EntryPage, settings::SettingsPage, spiral::SpiralPage, spirals::SpiralsPage, trash::TrashPage,
};
use crate::parts::{find::Find, keys::Keys};

/// A view that is not in the first load.
#[derive(Clone, Copy)]
pub enum Part {
    /// 研究线索.
    Spirals,
    /// One spiral, at one of its entries.
    Spiral(RecordId, Option<RecordId>),
    /// One entry.
    Entry(RecordId),
    /// The trash.
    Trash,
    /// 设置.
    Settings,
    /// The dialogs: finding, and the list of keys.
    Dialogs,
}

/// The second module could not be fetched.
#[derive(Debug)]
pub struct NotFetched;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotFetched {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

macro_rules! split {
    ($($(#[$doc:meta])* fn $name:ident($argument:ident: $type:ty) -> $result:ty { $($body:tt)* })*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name($argument: $type) -> Result<$result, NotFetched> {
            Ok({ $($body)* })
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // As asynchronous as the other, so that the caller is the same.
        async fn $name($argument: $type) -> Result<$result, NotFetched> {
            Ok({ $($body)* })
        }
    )*};
}

split! {
    fn build(part: Part) -> AnyView {
        match part {
            Part::Spirals => SpiralsPage().into_any(),
            Part::Spiral(id, at) => view! { <SpiralPage id at/> }.into_any(),
            Part::Entry(id) => view! { <EntryPage id/> }.into_any(),
            Part::Trash => TrashPage().into_any(),
            Part::Settings => SettingsPage().into_any(),
            Part::Dialogs => view! { <Find/> <Keys/> }.into_any(),
        }
    }
}

/// Shows a part once it is here; until then, that it is on its way.
#[component]
pub fn Later(part: Part) -> impl IntoView {
    let tongue = Tongue::here();
    let built = RwSignal::new_local(None::<Result<AnyView, NotFetched>>);
    leptos::task::spawn_local(ScopedFuture::new(async move {
        let view = build(part).await;
        // The person may have gone on to another place.
        let _ = built.try_set(Some(view));
    }));
    move || {
        built.track();
        match built.try_update_untracked(Option::take).flatten() {
            Some(Ok(view)) => view,
            Some(Err(NotFetched)) => {
                view! { <p class="banner" role="alert">{tongue.say(c::NOT_FETCHED)}</p> }.into_any()
            }
            None => ().into_any(),
        }
    }
}
