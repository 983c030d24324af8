//! A record that has a page to itself, open for writing.

use leptos::prelude::*;
use luoxuan::RecordId;

use super::absent::absent;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;
use crate::sheet::{Sheet, Written, leaf};

/// Boxes and buttons for a record that stands among others on its page. While a newer version of the app has written it
/// they show what it says and take no key; the page says why where a field follows it
/// ([`following_of`](super::field::following_of)).
#[component]
pub fn Editable(
    /// The record; none while there is none.
    #[prop(into)]
    of: Signal<Option<RecordId>>,
    children: Children,
) -> impl IntoView {
    let notebook = Notebook::here();
    let newer = Memo::new(move |_| of.get().is_some_and(|id| notebook.is_newer(id)));
    view! { <fieldset class="leaf" disabled=move || newer.get()>{children()}</fieldset> }
}

/// A record on its page: drawn by `view`, following the journal as every [`leaf`] does. What a newer version of the app
/// wrote is shown and takes no key; of what two places changed there is the way to both.
pub fn open<R: Written>(id: RecordId, view: impl Fn(Sheet<R>) -> AnyView + Send + 'static) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let torn = Memo::new(move |_| notebook.heads(id).len() > 1);
    let page = leaf(
        id,
        || None,
        absent,
        move |sheet| {
            let body = view(sheet);
            if sheet.newer {
                // All its boxes and buttons at once, those to come too.
                view! { <p class="banner">{locale.say(t::NEWER)}</p><fieldset class="leaf" disabled>{body}</fieldset> }
                    .into_any()
            } else {
                body
            }
        },
    );
    view! {
        <Show when=move || torn.get()>
            <p class="banner"><a href=move || here.link(View::Entry(id))>{locale.say(t::SEE_BOTH)}</a></p>
        </Show>
        {page}
    }
    .into_any()
}
