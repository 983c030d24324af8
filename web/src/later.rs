//! What is fetched after the cursor blinks: all but the box to write in and the way of its words to the disk.
//!
//! The built module is cut in two at the functions marked with [`later!`], each where it lives; what only they reach becomes
//! a second module, fetched once the page stands. A build without the feature `split` has everything in one module, and
//! the same code.

use std::future::Future;

use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;

use crate::browser::clock::yield_now;
use crate::i18n::Locale;
use crate::i18n::common as c;

/// The second module could not be fetched.
#[derive(Debug)]
pub struct ModuleLoadError;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for ModuleLoadError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Marks functions of the second module. Each takes one argument; outside it is asynchronous, and says so if it could not be
/// fetched.
macro_rules! later {
    ($($(#[$doc:meta])* $vis:vis fn $name:ident($argument:ident: $type:ty) -> $result:ty { $($body:tt)* })*) => {$(
        $(#[$doc])*
        // All in the same way, as said above.
        #[allow(clippy::missing_errors_doc)]
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
        $vis fn $name($argument: $type) -> Result<$result, $crate::later::ModuleLoadError> {
            Ok({ $($body)* })
        }

        $(#[$doc])*
        #[allow(clippy::missing_errors_doc)]
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // As asynchronous as the other, so that the caller is the same.
        $vis async fn $name($argument: $type) -> Result<$result, $crate::later::ModuleLoadError> {
            Ok({ $($body)* })
        }
    )*};
}

pub(crate) use later;

/// Something of the second module.
pub type Fetched<T> = LocalBoxFuture<'static, Result<T, ModuleLoadError>>;

type ToBegin = Box<dyn Fn() -> Fetched<bool>>;

/// What is done before anything of the second module is shown: once, however often it is asked for.
#[derive(Clone, Copy)]
pub struct Begin(StoredValue<ToBegin, LocalStorage>);

impl Begin {
    /// Provides it to the page. `begin` answers whether the journal it was for is still open.
    pub fn provide(begin: impl Fn() -> Fetched<bool> + 'static) {
        provide_context(Self(StoredValue::new_local(Box::new(begin))));
    }
}

/// A view of the second module, shown once it is here.
pub fn fetched(view: impl Future<Output = Result<AnyView, ModuleLoadError>> + 'static) -> AnyView {
    show(Box::pin(view))
}

fn show(view: Fetched<AnyView>) -> AnyView {
    let locale = Locale::here();
    let begin = use_context::<Begin>();
    let built = RwSignal::new_local(None::<Result<AnyView, ModuleLoadError>>);
    leptos::task::spawn_local(ScopedFuture::new(async move {
        // The cursor first.
        yield_now().await;
        let begun = match begin.and_then(|begin| begin.0.try_with_value(|begin| begin())) {
            Some(begun) => begun.await,
            None => Ok(true),
        };
        let view = match begun {
            Ok(true) => view.await,
            Ok(false) => Ok(().into_any()),
            Err(error) => Err(error),
        };
        // The person may have gone on to another place.
        let _ = built.try_set(Some(view));
    }));
    (move || {
        built.track();
        match built.try_update_untracked(Option::take).flatten() {
            Some(Ok(view)) => view,
            Some(Err(ModuleLoadError)) => {
                view! { <p class="banner" role="alert">{locale.say(c::NOT_FETCHED)}</p> }.into_any()
            }
            None => ().into_any(),
        }
    })
    .into_any()
}
